"""BPL002: lines that say when a page was put up, or how long ago."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def relative_time(doc: Document) -> Iterator[Finding]:
    """Lines that hold a time, a date or a count and nothing else."""
    return line_findings(doc, "relative-time")
