"""Leaks inside a line: what to mark there, and the fix that takes it out."""

from __future__ import annotations

from bisect import bisect_right

from textlint.checks.boilerplate.leaks import SHOWN, leaks
from textlint.diagnostic import Edit, Fix
from textlint.rule import Finding
from textlint.text import Document, Span, fact


def inline_finding(doc: Document, span: Span, evidence: str, *, safe: bool = False) -> Finding:
    """A finding inside a line, whose fix takes the span out with the blank after it (before it at a line's end)."""
    text, (start, end) = doc.text, span
    if text[end : end + 1] == " ":
        end += 1
    elif start and text[start - 1] == " ":
        start -= 1
    return Finding(*span, fix=Fix((Edit(Span(start, end), ""),), safe, "remove it"), evidence=evidence)


def in_leak(doc: Document, start: int) -> bool:
    """Whether a leak of whole lines covers the place already."""
    spans = _spans(doc)
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].end > start


@fact
def _spans(doc: Document) -> list[Span]:
    return [leak.span for leak in leaks(doc) if leak.confidence >= SHOWN]
