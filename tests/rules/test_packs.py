"""Every rule's own examples, and what every rule file must hold."""

from __future__ import annotations

import pytest

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.packs import load_packs, rules_folder
from textlint.rule import Example, Rule
from textlint.text import Document

PACKS = load_packs([rules_folder()])
FIRES = [(rule, example) for rule in PACKS.rules for example in rule.fires]
SILENT = [(rule, example) for rule in PACKS.rules for example in rule.silent]
LINTERS: dict[str, Linter] = {}


def lint(rule: Rule, example: Example) -> list[Diagnostic]:
    settings = Settings(select=(rule.code,), options={rule.code: example.options})
    if example.options:
        return Linter(settings).lint(Document(example.text))
    if rule.code not in LINTERS:
        LINTERS[rule.code] = Linter(settings)
    linter = LINTERS[rule.code]
    found = linter.lint(Document(example.text))
    assert linter.errors == []
    return found


def named(value):
    return value.code if isinstance(value, Rule) else value.text[:40]


def test_packs_load_without_errors():
    assert PACKS.errors == ()


@pytest.mark.parametrize("rule", PACKS.rules, ids=lambda rule: rule.code)
def test_rule_has_firing_and_silent_examples(rule):
    assert rule.fires, f"{rule.source} has no [[fires]] example"
    assert rule.silent, f"{rule.source} has no [[silent]] example"
    assert all(example.marks for example in rule.fires), f"{rule.source}: a [[fires]] example names no marks"


@pytest.mark.parametrize(("rule", "example"), FIRES, ids=named)
def test_fires(rule, example):
    assert tuple(diagnostic.text for diagnostic in lint(rule, example)) == example.marks


@pytest.mark.parametrize(("rule", "example"), SILENT, ids=named)
def test_stays_silent(rule, example):
    assert [diagnostic.text for diagnostic in lint(rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), [pair for pair in FIRES if pair[1].fixed is not None], ids=named)
def test_fix(rule, example):
    assert apply_fixes(example.text, lint(rule, example), unsafe=True) == example.fixed
