"""QUO003: marks of two styles in one quotation or document, or marks turned the wrong way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import is_english
from textlint.facts.quotations import Mark, Quotation, quotations
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
    quotes = [quote for quote in model.outermost if quote.closer]
    kinds = {quote.opener.glyph + quote.closer.glyph for quote in quotes if quote.closer}
    if kinds <= _PROPER and len({kind[0] in SINGLES for kind in kinds}) == len(kinds):
        return
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
            yield from _check(quote, around, usual[quote.opener.single])


def _check(quote: Quotation, around: Counter[str], usual: str) -> Iterator[Finding]:
    style = _style(quote)
    if style in _PROPER:
        if style != usual and usual in around:
            yield _finding(quote, usual, "document")
    elif quote.opener.glyph in CLOSING or _closer(quote).glyph in OPENING:
        yield _finding(quote, _CURLY[quote.opener.single], "turned")
    else:
        yield _finding(quote, usual, None)


def _closer(quote: Quotation) -> Mark:
    return quote.closer or quote.opener


def _style(quote: Quotation) -> str:
    return quote.opener.glyph + _closer(quote).glyph


def _usual(styles: Counter[str], single: bool) -> str:
    """The style of most of the document's proper quotations with double, or with single, marks."""
    proper = {style: count for style, count in styles.items() if style in _PROPER and (style[0] in SINGLES) == single}
    return max(proper, key=lambda style: proper[style], default=_CURLY[single])


def _finding(quote: Quotation, style: str, variant: str | None) -> Finding:
    half = len(style) // 2
    edits = (*_edits(quote.opener, style[:half]), *_edits(_closer(quote), style[half:]))
    place = edits[0].span if len(edits) == 1 else Span(quote.start, quote.end)
    return Finding(
        *place,
        fix=Fix(edits, safe=variant is None, message=f"use {style[:half]}…{style[half:]}"),
        variant=variant,
        opener=quote.opener.glyph,
        closer=_closer(quote).glyph,
        expected=f"{style[:half]}…{style[half:]}",
    )


def _edits(mark: Mark, glyph: str) -> Iterator[Edit]:
    if mark.glyph != glyph:
        yield Edit(Span(mark.start, mark.end), glyph)
