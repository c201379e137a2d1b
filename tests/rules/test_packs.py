"""Every rule's own examples, and what every rule file must hold."""

from __future__ import annotations

import pytest

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.inputs import source_of
from textlint.inputs.read import parse
from textlint.packs import load_packs, rules_folder
from textlint.rule import Example, Rule
from textlint.text import UTF8

PACKS = load_packs([rules_folder()])
FIRES = [(rule, example) for rule in PACKS.rules for example in rule.fires]
SILENT = [(rule, example) for rule in PACKS.rules for example in rule.silent]
LINTERS: dict[str, Linter] = {}


def lint(rule: Rule, example: Example) -> list[Diagnostic]:
    settings = Settings(select=(rule.code, *example.beside), options={rule.code: example.options})
    key = f"{settings.select} {settings.options}"
    if key not in LINTERS:
        LINTERS[key] = Linter(settings)
    linter = LINTERS[key]
    found = linter.lint(parse(example.text, UTF8, source_of(example.filename), settings))
    assert linter.errors == []
    return [diagnostic for diagnostic in found if diagnostic.code == rule.code]


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
