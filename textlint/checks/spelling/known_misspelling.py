"""TYP001: a misspelling that is on record."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.judge import misspellings
from textlint.checks.spelling.report import finding
from textlint.rule import Finding
from textlint.text import Document


def known_misspelling(doc: Document) -> Iterator[Finding]:
    """Every word judged misspelt that is in the list of known misspellings."""
    return (finding(doc, found) for found in misspellings(doc) if found.known and not found.run_together)
