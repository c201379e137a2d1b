"""TYP002: a word that is no word, and most likely a slip."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.judge import misspellings
from textlint.checks.spelling.report import finding
from textlint.rule import Finding
from textlint.text import Document


def unknown_word(doc: Document) -> Iterator[Finding]:
    """Every word judged misspelt that no list of misspellings has."""
    return (finding(doc, found) for found in misspellings(doc) if not (found.known or found.run_together))
