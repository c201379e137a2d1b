"""A test kit for rule packs: every rule's own examples as test cases.

With pytest, all the tests of a pack are

    from textlint.testing import PackTest

    PACK = PackTest("my-rules")

    @pytest.mark.parametrize("case", PACK.cases, ids=str)
    def test_examples(case):
        PACK.check(case)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.inputs import source_of
from textlint.inputs.read import decode_as, parse
from textlint.packs import load_packs
from textlint.rule import Example, Rule


@dataclass(frozen=True, slots=True)
class Case:
    """An example of a rule; the rule must mark what it says, and nothing where it says nothing."""

    rule: Rule
    example: Example

    def __str__(self) -> str:
        kind = "fires" if self.example.marks else "silent"
        return f"{self.rule.code}-{kind}-{' '.join(self.example.text.split())[:40]}"


class PackTest:
    """The rules of a pack folder and their examples.

    Raises AssertionError for a pack that cannot be read, and for a rule without both a firing and a silent example.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        packs = load_packs([self.folder])
        assert not packs.errors, "\n".join(map(str, packs.errors))
        self.rules = packs.rules
        for rule in self.rules:
            assert rule.fires and rule.silent, f"{rule.source}: a rule needs [[fires]] and [[silent]] examples"
            assert all(example.marks for example in rule.fires), f"{rule.source}: [[fires]] must say what it marks"
        self.cases = [Case(rule, example) for rule in self.rules for example in (*rule.fires, *rule.silent)]
        self._linters: dict[str, Linter] = {}

    def check(self, case: Case) -> None:
        """Hold a case against what the rule finds. Raises AssertionError."""
        found = self.found(case)
        marked = tuple(diagnostic.text for diagnostic in found)
        assert marked == case.example.marks, f"{case.rule.source}: marked {marked}, not {case.example.marks}"
        if case.example.fixed is not None:
            fixed = apply_fixes(case.example.text, found, unsafe=True)
            assert fixed == case.example.fixed, f"{case.rule.source}: fixed to {fixed!r}, not {case.example.fixed!r}"

    def found(self, case: Case) -> list[Diagnostic]:
        """The diagnostics of the case's rule in its text. Raises AssertionError if the rule does not run."""
        rule, example = case.rule, case.example
        linter = self._linter(rule, example)
        source = source_of(example.filename)
        text, encoding = decode_as(source.kind, example.text.encode(example.encoding))
        found = linter.lint(parse(text, encoding, source, linter.settings))
        assert not linter.errors, "\n".join(map(str, linter.errors))
        return [diagnostic for diagnostic in found if diagnostic.code == rule.code]

    def _linter(self, rule: Rule, example: Example) -> Linter:
        key = f"{rule.code} {example.beside} {example.options}"
        if key not in self._linters:
            self._linters[key] = Linter(
                Settings(
                    select=(rule.code, *example.beside),
                    options={rule.code: example.options},
                    packs=(Path(rule.source).parent,),
                )
            )
        return self._linters[key]
