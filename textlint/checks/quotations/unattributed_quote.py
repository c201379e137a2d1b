"""QUO001: a sentence-long direct quotation whose speaker the text does not give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from textlint.facts.language import english_at
from textlint.facts.quotations import Quotation
from textlint.facts.quotations.attribution import unattributed
from textlint.facts.quotations.genre import is_sentence_list, told_as_scene
from textlint.rule import Finding
from textlint.text import Document

# A pull quote repeats the text's own words; so many characters of them are looked for, in so many quotations.
_REPEATED = 60
_MANY = 50


def unattributed_quote(doc: Document) -> Iterator[Finding]:
    """Quotations without a speaker; those that follow one another in a paragraph are one finding."""
    unnamed = unattributed(doc)
    if not unnamed or is_sentence_list(doc) or told_as_scene(doc):
        return
    if len(unnamed) < _MANY:
        unnamed = list(_without_pull_quotes(doc.text, unnamed))
    for paragraph, group in groupby(unnamed, key=lambda quote: quote.paragraph):
        quotes = list(group)
        if english_at(doc, paragraph.start):
            apart = bool(doc.text[paragraph.start : quotes[0].start].strip())
            yield Finding(quotes[0].start, quotes[-1].end, variant="apart" if apart else None)


def _without_pull_quotes(text: str, unnamed: list[Quotation]) -> Iterator[Quotation]:
    """The quotations whose words stand nowhere else, unless as another quotation without a speaker."""
    opening = [text[slice(*quote.inner)].strip(" .,…")[:_REPEATED] for quote in unnamed]
    alone = Counter(opening)
    for quote, words in zip(unnamed, opening, strict=True):
        if text.count(words) <= alone[words]:
            yield quote
