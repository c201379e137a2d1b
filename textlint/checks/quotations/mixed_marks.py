"""QUO003: marks of two styles in one quotation or document, or marks turned the wrong way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import is_english
from textlint.facts.quotations import Quotation, quotations
from textlint.facts.quotations.genre import is_sentence_list
from textlint.facts.quotations.marks import CLOSING, OPENING, SINGLES
from textlint.rule import Finding
from textlint.text import Document, Span

# Styles whose two marks belong together, some of them in other languages.
_PROPER = frozenset(
    {'""', "“”", "''", "‘’", "«»", "‹›", "„“", "„”", "‚‘", "‚’", "»«", "›‹", "``''", "''''", "‘‘’’", "‟”", "‛’"}
)
_CURLY = {False: "“”", True: "‘’"}


def mixed_marks(doc: Document, options: dict[str, Any]) -> Iterator[Finding]:
    """Quotations whose two marks do not belong together, and those in another style than others around them.

    Around them is the paragraph, or the document with scope "document".
    """
    model = quotations(doc)
    kinds = {opener + closer for _, _, opener, closer, _, _ in model.outermost if closer}
    if kinds <= _PROPER and len({kind[0] in SINGLES for kind in kinds}) == len(kinds):
        return
    quotes = [quote for quote in model.outermost if quote.closer]
    styles = Counter(map(_style, quotes))
    odd = sum(styles[kind] for kind in kinds - _PROPER)
    if model.beyond_prose(odd) or not is_english(doc) or is_sentence_list(doc):
        return
    usual = {single: _usual(styles, single) for single in (False, True)}
    whole_document = options["scope"] == "document"
    for _, group in groupby(quotes, key=lambda quote: not whole_document and quote.paragraph):
        near = list(group)
        around = styles if whole_document else Counter(map(_style, near))
        for quote in near:
            yield from _check(quote, around, usual[quote.opener in SINGLES])


def _check(quote: Quotation, around: Counter[str], usual: str) -> Iterator[Finding]:
    style = _style(quote)
    if style in _PROPER:
        if style != usual and usual in around:
            yield _finding(quote, usual, "document")
    elif quote.opener in CLOSING or quote.closer in OPENING:
        yield _finding(quote, _CURLY[quote.opener in SINGLES], "turned")
    else:
        yield _finding(quote, usual, None)


def _style(quote: Quotation) -> str:
    return quote.opener + quote.closer


def _usual(styles: Counter[str], single: bool) -> str:
    """The style of most of the document's proper quotations with double, or with single, marks."""
    proper = {style: count for style, count in styles.items() if style in _PROPER and (style[0] in SINGLES) == single}
    return max(proper, key=lambda style: proper[style], default=_CURLY[single])


def _finding(quote: Quotation, style: str, variant: str | None) -> Finding:
    half = len(style) // 2
    inner = quote.inner
    edits = [
        Edit(Span(start, end), glyph)
        for start, end, written, glyph in (
            (quote.start, inner.start, quote.opener, style[:half]),
            (inner.end, quote.end, quote.closer, style[half:]),
        )
        if written != glyph
    ]
    place = edits[0].span if len(edits) == 1 else Span(quote.start, quote.end)
    return Finding(
        *place,
        fix=Fix(tuple(edits), safe=variant is None, message=f"use {style[:half]}…{style[half:]}"),
        variant=variant,
        opener=quote.opener,
        closer=quote.closer,
        expected=f"{style[:half]}…{style[half:]}",
    )
