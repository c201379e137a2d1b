"""TYP005: two words written as one, and one word written as two."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.judge import misspellings
from textlint.checks.spelling.report import finding
from textlint.rule import Finding
from textlint.text import Document


def run_together(doc: Document) -> Iterator[Finding]:
    """Every word judged misspelt that is likeliest two words."""
    return (finding(doc, found) for found in misspellings(doc) if found.run_together)
