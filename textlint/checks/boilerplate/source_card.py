"""BPL008: the card of a related article."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def source_card(doc: Document) -> Iterator[Finding]:
    """Source cards: a paper's name, the age of its article, and the name again."""
    return line_findings(doc, "source-card")
