"""QUO001: a sentence-long direct quotation whose speaker the text does not give."""

from __future__ import annotations

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
        unnamed = [quote for quote in unnamed if not _is_pull_quote(doc.text, quote)]
    for paragraph, group in groupby(unnamed, key=lambda quote: quote.paragraph):
        quotes = list(group)
        if english_at(doc, paragraph.start):
            apart = bool(doc.text[paragraph.start : quotes[0].start].strip())
            yield Finding(quotes[0].start, quotes[-1].end, variant="apart" if apart else None)


def _is_pull_quote(text: str, quote: Quotation) -> bool:
    words = text[slice(*quote.inner)].strip(" .,…")[:_REPEATED]
    return text.count(words) > 1
