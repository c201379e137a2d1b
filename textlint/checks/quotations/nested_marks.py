"""QUO004: a quotation inside another in the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import is_english
from textlint.facts.quotations import Quotation, quotations
from textlint.rule import Finding
from textlint.text import Document, Span

_INSIDE = {'"': "''", "“": "‘’", "'": '""', "‘": "“”"}


def nested_marks(doc: Document) -> Iterator[Finding]:
    """Every quotation whose marks are the same as those of the quotation around it."""
    model = quotations(doc)
    found = [(outer, quote) for outer, quote in model.nested() if outer == quote.opener and quote.closer]
    if not found or model.beyond_prose(len(found)) or not is_english(doc):
        return
    for outer, quote in found:
        inside = _INSIDE.get(quote.opener, "‘’")
        yield Finding(quote.start, quote.end, fix=_fix(quote, inside), outer=outer, expected="…".join(inside))


def _fix(quote: Quotation, inside: str) -> Fix:
    edits = (
        Edit(Span(quote.start, quote.inner.start), inside[0]),
        Edit(Span(quote.inner.end, quote.end), inside[1]),
    )
    return Fix(edits, safe=False, message="use the other marks inside")
