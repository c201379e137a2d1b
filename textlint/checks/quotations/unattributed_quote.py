"""QUO001: a sentence-long direct quotation whose speaker the text does not give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from textlint.facts.language import english_at
from textlint.facts.quotations.attribution import unattributed
from textlint.facts.quotations.genre import is_sentence_list, told_as_scene
from textlint.rule import Finding
from textlint.text import Document


def unattributed_quote(doc: Document) -> Iterator[Finding]:
    """Quotations without a speaker; those that follow one another in a paragraph are one finding."""
    unnamed = unattributed(doc)
    if not unnamed or is_sentence_list(doc) or told_as_scene(doc):
        return
    for paragraph, group in groupby(unnamed, key=lambda quote: quote.paragraph):
        quotes = list(group)
        if english_at(doc, paragraph.start):
            apart = paragraph.start < quotes[0].start and bool(doc.text[paragraph.start : quotes[0].start].strip())
            yield Finding(quotes[0].start, quotes[-1].end, variant="apart" if apart else None)
