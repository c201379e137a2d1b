"""QUO003: marks of two styles in one quotation or document, or marks turned the wrong way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import is_english
from textlint.facts.quotations import Mark, quotations
from textlint.facts.quotations.marks import CLOSING, OPENING, SINGLES
from textlint.facts.quotations.pairing import Pair
from textlint.rule import Finding
from textlint.text import Document, Span

# Styles whose two marks belong together, some of them in other languages.
_PROPER = frozenset({'""', "“”", "''", "‘’", "«»", "‹›", "„“", "„”", "‚‘", "‚’", "»«", "›‹", "``''", "‟”", "‛’"})
_CURLY = {False: "“”", True: "‘’"}


def mixed_marks(doc: Document, options: dict[str, Any]) -> Iterator[Finding]:
    """Quotations whose two marks do not belong together; with scope "document", also those in a minority style."""
    pairs = [Pair(quote.opener, quote.closer) for quote in quotations(doc).outermost() if quote.closer]
    styles = Counter(map(_style, pairs))
    whole_document = options["scope"] == "document"
    if not (whole_document or styles.keys() - _PROPER) or not is_english(doc):
        return
    for pair in pairs:
        style, single = _style(pair), pair.opener.single
        usual = _usual(styles, single)
        if style in _PROPER:
            if whole_document and style != usual:
                yield _finding(pair, usual, "document")
        elif pair.opener.glyph in CLOSING or pair.closer.glyph in OPENING:
            yield _finding(pair, _CURLY[single], "turned")
        else:
            yield _finding(pair, usual, None)


def _style(pair: Pair) -> str:
    return pair.opener.glyph + pair.closer.glyph


def _usual(styles: Counter[str], single: bool) -> str:
    """The style of most of the document's proper quotations with double, or with single, marks."""
    proper = {style: count for style, count in styles.items() if style in _PROPER and (style[0] in SINGLES) == single}
    return max(proper, key=lambda style: proper[style], default=_CURLY[single])


def _finding(pair: Pair, style: str, variant: str | None) -> Finding:
    half = len(style) // 2
    edits = (*_edits(pair.opener, style[:half]), *_edits(pair.closer, style[half:]))
    whole = len(edits) != 1
    return Finding(
        pair.opener.start if whole else edits[0].span.start,
        pair.closer.end if whole else edits[0].span.end,
        fix=Fix(edits, safe=variant is None, message=f"use {style[:half]}…{style[half:]}"),
        variant=variant,
        opener=pair.opener.glyph,
        closer=pair.closer.glyph,
        expected=f"{style[:half]}…{style[half:]}",
    )


def _edits(mark: Mark, glyph: str) -> Iterator[Edit]:
    if mark.glyph != glyph:
        yield Edit(Span(mark.start, mark.end), glyph)
