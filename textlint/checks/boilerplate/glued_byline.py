"""BPL003: bylines, as a line of their own or glued into the text with their date."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.bylines import bylines
from textlint.checks.boilerplate.findings import line_findings
from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.rule import Finding
from textlint.text import Document


def glued_byline(doc: Document) -> Iterator[Finding]:
    """Byline lines, and each name with its date that stands inside a line."""
    yield from line_findings(doc, "glued-byline")
    for span in bylines(doc):
        if not in_leak(doc, span.start):
            yield inline_finding(doc, span, "a name and its date run together")
