"""The linter: loads rules once, runs their checks over documents, and makes diagnostics of what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from types import FunctionType
from typing import Any

from textlint.config.settings import Settings, Suppression
from textlint.config.tuning import options, severities
from textlint.costs import Costs
from textlint.diagnostic import Diagnostic, Fix, Related, fingerprint
from textlint.errors import DeepPassError, RuleError, TextlintError, UsageError
from textlint.languagetool.merge import PREFIX, merge_repeats
from textlint.matching import Matcher
from textlint.overlap import give_way
from textlint.packs import load_packs, rules_folder
from textlint.packs.installed import installed_check, installed_packs
from textlint.positions import Location
from textlint.rule import Check, Finding, Rule
from textlint.selection import select_rules
from textlint.suppress import UNUSED, Suppressor
from textlint.text import Comment, Document, Span

_LONGEST_TEXT = 80
_LONGEST_FACT = 240
_BESIDE = 160
_ENTRY = "[[suppress]]"


class Linter:
    """Checks documents by the rules that the settings select. Load once, use for any number of documents.

    `errors` grows with every pack, rule or check that could not be used; each costs itself alone. `deep` says that a
    server is asked too, so that the same text may be judged otherwise another time.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        installed, missing = installed_packs()
        packs = load_packs([rules_folder(), *installed, *self.settings.packs])
        self.all_rules = packs.rules
        self.errors: list[TextlintError] = [*missing, *packs.errors]
        asked = self.settings
        try:
            self.rules = select_rules(
                packs.rules, asked.select, asked.extend_select, asked.ignore, pedantic=asked.pedantic
            )
        except UsageError as error:  # the rule may be in a pack that is broken
            raise UsageError("\n".join(map(str, (error, *self.errors)))) from error
        self._severities = severities(packs.rules, asked.severity, asked.origins.get("severity", "severity"))
        self._options = options(packs.rules, asked.options, asked.origins.get("rules", "rules"))
        self._matcher = Matcher([rule for rule in self.rules if rule.match])
        self.deep = any(rule.code.startswith(PREFIX) for rule in self.rules)
        self._crashed: set[str] = set()
        self._unseen: set[str] = set()
        self._unused = next((rule for rule in self.rules if rule.code == UNUSED), None)
        self._yields = {rule.code: frozenset(rule.yields_to) for rule in self.rules if rule.yields_to}
        self.suppressor = Suppressor(asked, packs.rules, [rule.code for rule in self.rules])

    @cached_property
    def _checks(self) -> list[tuple[Rule, Check]]:
        checks = []
        for rule in self.rules:
            if rule.match is None and rule is not self._unused:
                try:
                    checks.append((rule, _bound(rule, self._options[rule.code])))
                except Exception as error:  # noqa: BLE001 - third-party code may raise anything
                    self.errors.append(RuleError(f"{rule.code} ({rule.name}): cannot load its check: {_cause(error)}"))
        return checks

    def lint(self, doc: Document) -> list[Diagnostic]:
        """The diagnostics of a document, ordered by place and code, without those that the user accepts."""
        return self.settled(doc, *self.look([doc]))

    def look(self, docs: Sequence[Document]) -> list[list[Diagnostic]]:
        """All that the rules say of each document; `settled` makes of it what the user is told.

        Rule by rule, not document by document: the code and data of one rule fit the processor's caches, and small
        documents take a fifth less time.
        """
        self._unseen.clear()
        found = [self._told_by_matches(doc) for doc in docs]
        for rule, check in self._checks:
            for doc, own in zip(docs, found, strict=True):
                own.extend(self._diagnostics(doc, rule, check))
        return found

    def settled(self, doc: Document, found: list[Diagnostic]) -> list[Diagnostic]:
        """Of all that was found in a document the diagnostics to tell, in order."""
        if self.deep:
            found = merge_repeats(found)
        found = give_way(found, self._yields)
        found.sort(key=_order)
        left, complaints = self.suppressor.apply(doc, _with_fingerprints(found, doc.part.number))
        if complaints and self._unused:
            about = [self._about_comment(doc, self._unused, *complaint) for complaint in complaints]
            left = sorted([*left, *_with_fingerprints(about, doc.part.number)], key=_order)
        return left

    def _told_by_matches(self, doc: Document) -> list[Diagnostic]:
        """What the rules say of what their `[match]` tables describe."""
        matched = self._matched(doc)
        found: list[Diagnostic] = []
        for rule in self.rules if matched else ():
            if rule.code in matched:
                found += self._diagnostics(doc, rule, _telling(matched[rule.code]))
        return found

    def _matched(self, doc: Document) -> dict[str, list[Finding]]:
        return self._matcher.findings(doc)

    def hand_over(self) -> Costs:
        """What rules cost since the last time: nothing is known of it but in a ProfilingLinter."""
        return {}

    def unused_entry(self, entry: Suppression) -> Diagnostic | None:
        """The diagnostic of an entry `[[suppress]]` that was met and not used, None where its rule does not run."""
        if self._unused is None:
            return None
        finding = Finding(0, 0, variant="entry", rules=", ".join(entry.rules), path=entry.path)
        diagnostic = self._diagnostic(Document("", entry.origin), self._unused, finding)
        place = Location(entry.row, 1, 1)
        mark = fingerprint(diagnostic.code, entry.origin, entry.record, f"{entry.path} {entry.rules} {entry.text}", 0)
        end = Location(entry.row, 1 + len(_ENTRY), 1 + len(_ENTRY))
        return diagnostic._replace(text=_ENTRY, location=place, end_location=end, fingerprint=mark)

    def _about_comment(self, doc: Document, rule: Rule, comment: Comment, finding: Finding) -> Diagnostic:
        diagnostic = self._diagnostic(doc, rule, finding)
        written = f"<!--{comment.text}-->"
        return diagnostic._replace(text=written, before="", after="", location=comment.start, end_location=comment.end)

    def _threshold(self, rule: Rule) -> float:
        if self.settings.pedantic:
            return 0.0
        asked = self.settings.min_confidence
        return rule.min_confidence if asked is None else asked

    def _diagnostics(self, doc: Document, rule: Rule, check: Check) -> list[Diagnostic]:
        """What the rule says of what its check finds; nothing of a check that crashes."""
        try:
            findings = list(check(doc))
            if not findings:
                return []
            made = [self._diagnostic(doc, rule, finding) for finding in findings]
        except DeepPassError as error:
            self._note_unseen(doc, error)
            return []
        except Exception as error:  # noqa: BLE001 - one broken rule never takes the others down
            self._note_crash(rule, doc, error)
            return []
        return [diagnostic for diagnostic in made if diagnostic.confidence >= self._threshold(rule)]

    def _note_unseen(self, doc: Document, error: DeepPassError) -> None:
        """Tell once of a document, whichever rules wanted to see it."""
        name = _document_name(doc)
        if name not in self._unseen:
            self._unseen.add(name)
            self.errors.append(DeepPassError(error.reason, (name,)))

    def _note_crash(self, rule: Rule, doc: Document, error: Exception) -> None:
        if rule.code not in self._crashed:
            self._crashed.add(rule.code)
            said = f"{rule.code} ({rule.name}) crashed on {_document_name(doc)} and was left out there: {_cause(error)}"
            self.errors.append(RuleError(said, rule.code))

    def _diagnostic(self, doc: Document, rule: Rule, finding: Finding) -> Diagnostic:
        start, end = finding.span
        text = doc.text[start:end]
        before, after = _beside(doc.text, start, end)
        template = rule.messages[finding.variant] if finding.variant else rule.message
        confidence = rule.confidence if finding.confidence is None else finding.confidence
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=self._severities[rule.code],
            confidence=round(confidence, 3),
            message=template.format_map({"text": _clipped(text, _LONGEST_TEXT), **_shown(finding.facts)}),
            filename=doc.path,
            document=doc.record,
            field=doc.field,
            span=finding.span,
            text=text,
            location=doc.positions.location(start),
            end_location=doc.positions.end_location(end),
            suggestions=finding.suggestions,
            fix=_possible(doc, finding.fix),
            related=tuple(_placed(doc, related) for related in finding.related),
            url=rule.url and rule.url.format_map({"code": rule.code, "name": rule.name, **finding.facts}),
            before=before,
            after=after,
        )


def _bound(rule: Rule, options: Mapping[str, Any]) -> Check:
    """The rule's check as a function of the document alone."""
    check, parameters = _installed(rule.check) if rule.check else _own(rule)
    return check if parameters == 1 else lambda doc: check(doc, options)


def _installed(name: str) -> tuple[Check, int]:
    """A check of an installed package, and how many parameters it has."""
    from inspect import signature  # much to import: our own functions say it themselves

    check = installed_check(name)
    return check, len(signature(check).parameters)


def _own(rule: Rule) -> tuple[Check, int]:
    module = rule.name.replace("-", "_")
    check: FunctionType = getattr(import_module(f"textlint.checks.{rule.family}.{module}"), module)
    return check, check.__code__.co_argcount


def _telling(findings: Sequence[Finding]) -> Check:
    return lambda _: findings


def _document_name(doc: Document) -> str:
    return doc.path if doc.record is None else f"{doc.path}, record {doc.record}"


def _cause(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _clipped(value: str, longest: int) -> str:
    return value if len(value) <= longest else value[: longest - 1] + "…"


def _shown(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _clipped(value, _LONGEST_FACT) if isinstance(value, str) else value for name, value in facts.items()}


def _possible(doc: Document, fix: Fix | None) -> Fix | None:
    """The fix, unless it would cross markup of the source."""
    if fix is None or all(doc.positions.edit(*edit.span, edit.content) is not None for edit in fix.edits):
        return fix
    return None


def _placed(doc: Document, related: Related) -> Related:
    start, end = doc.positions.location(related.span.start), doc.positions.end_location(related.span.end)
    return related._replace(location=start, end_location=end)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span on its line, at most 160 characters each."""
    before = text[max(0, start - _BESIDE) : start].replace("\r", "\n").rpartition("\n")[2]
    after = text[end : end + _BESIDE].replace("\r", "\n").partition("\n")[0]
    return before, after


def _order(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span, diagnostic.code


def _with_fingerprints(found: Iterable[Diagnostic], part: int) -> list[Diagnostic]:
    seen: Counter[tuple[str, str]] = Counter()
    marked = []
    for diagnostic in found:
        kind = (diagnostic.code, diagnostic.text)
        path, record = diagnostic.filename, diagnostic.document
        mark = fingerprint(diagnostic.code, path, record, diagnostic.text, seen[kind], part=part)
        seen[kind] += 1
        marked.append(diagnostic._replace(fingerprint=mark))
    return marked
