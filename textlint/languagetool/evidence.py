"""Which LanguageTool rules are right how often: measured figures, and what is thought of a rule never measured."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from textlint.packs import data_path

_UNMEASURED_TRUSTED = 0.75
_UNMEASURED = 0.3
# Categories whose rules were nearly always right where they were measured.
_TRUSTED = frozenset({"CONFUSED_WORDS", "TYPOS"})
# Spelling with its diacritics what English writes without is a matter of style.
_STYLE_PREFIX = "EN_DIACRITICS"
_GROUPS = {
    "languagetool-grammar": {"GRAMMAR", "COLLOCATIONS", "SEMANTICS", "MISC", "NONSTANDARD_PHRASES"},
    "languagetool-confusion": {"CONFUSED_WORDS", "TYPOS"},
}
SPELLING = "languagetool-spelling"
_SPELLERS = ("MORFOLOGIK_RULE_", "EN_MULTITOKEN_SPELLING")
_OTHER = "languagetool-other"


@dataclass(frozen=True, slots=True)
class Measured:
    """What a rule did on labelled text: alarms on edited text, hits and wrong marks on text with labelled slips."""

    alarms: int
    hits: int
    wrong: int

    @property
    def confidence(self) -> float:
        """The share of right marks to expect, with alarms on a million edited words counting fully against a rule."""
        return (self.hits + 0.5) / (self.hits + self.alarms + self.wrong / 2 + 1)


@cache
def _table() -> dict[str, Measured]:
    with data_path("languagetool", "rules.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["rule"]: Measured(int(row["alarms"]), int(row["hits"]), int(row["wrong"])) for row in rows}


def confidence(rule: str, category: str) -> float:
    """How sure a match of a LanguageTool rule is, 0 to 1."""
    measured = _table().get(rule)
    if rule.startswith(_STYLE_PREFIX):
        return _UNMEASURED
    if measured is None or not (measured.alarms or measured.hits or measured.wrong):
        return _UNMEASURED_TRUSTED if category in _TRUSTED else _UNMEASURED
    if not measured.hits and not measured.alarms and category in _TRUSTED:
        return _UNMEASURED_TRUSTED
    return measured.confidence


def group(rule: str, category: str) -> str:
    """The name of the textlint rule that reports a LanguageTool rule."""
    if rule.startswith(_SPELLERS):
        return SPELLING
    return next((name for name, categories in _GROUPS.items() if category in categories), _OTHER)
