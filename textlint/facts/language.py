"""Whether a document, and each paragraph of it, is English: by its share of English function words."""

from __future__ import annotations

from bisect import bisect_right

from textlint.facts.layout import paragraphs
from textlint.facts.words import words
from textlint.text import Document, fact

_FUNCTION_WORDS = frozenset(
    (
        "the of and to in that is was for it with as his on be at by i this had not are but from or have an they "
        "which one you were her all she there would their we him been has when who will more no if out so said "
        "what up its about into than them can only other new some could time these two may then do first any my "
        "now such like our over me even most made after also did many before must through back years where much "
        "your way well down should because each just those how too mr good very make world still own see men work "
        "long get here between both life being under never day same another know while last might us great old "
        "year off come since against go came right used take three "
    ).split()
)


@fact
def is_english(doc: Document) -> bool:
    """Whether the document as a whole reads as English (short or empty documents do)."""
    return _reads_as_english([word.lower() for word in words(doc)[:2000]])


def english_at(doc: Document, offset: int) -> bool:
    """Whether the paragraph at `offset` reads as English; a short one is judged with its document."""
    starts = _paragraph_starts(doc)
    at = bisect_right(starts, offset) - 1
    return at < 0 or _english_paragraph(doc, at)


@fact
def _paragraph_starts(doc: Document) -> list[int]:
    return [span.start for span in paragraphs(doc)]


@fact
def _verdicts(_doc: Document) -> dict[int, bool]:
    return {}


def _english_paragraph(doc: Document, at: int) -> bool:
    verdicts = _verdicts(doc)
    if at not in verdicts:
        span = paragraphs(doc)[at]
        found = Document(doc.text[span.start : min(span.end, span.start + 4000)])
        own = [word.lower() for word in words(found)]
        verdicts[at] = _reads_as_english(own) if len(own) >= 8 else is_english(doc)
    return verdicts[at]


def _reads_as_english(found: list[str]) -> bool:
    if len(found) < 4:
        return True
    return sum(word in _FUNCTION_WORDS for word in found) * 7 >= len(found)
