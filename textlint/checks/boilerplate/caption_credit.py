"""BPL010: captions and credits of pictures that are not in the text."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def caption_credit(doc: Document) -> Iterator[Finding]:
    """Lines that credit a picture."""
    return line_findings(doc, "caption-credit")
