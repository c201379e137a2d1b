"""BPL011: advertising labels and calls to buy."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def advertisement(doc: Document) -> Iterator[Finding]:
    """Lines of advertising."""
    return line_findings(doc, "advertisement")
