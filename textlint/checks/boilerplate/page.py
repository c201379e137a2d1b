"""A document as a page of lines, and which of them are worth a closer look."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from textlint.checks.boilerplate.phrasebook import Hit, Phrasebook
from textlint.facts.layout import lines
from textlint.text import Document

TERMINAL = frozenset(".!?\"”’'")
LONGEST_LABEL = 400
LONGEST_PHRASED = 1000
LONGEST_ONCE_PHRASED = 120
LONGEST_BESIDE = 250
_LONGEST_WHOLE = 100
_INTRODUCING = frozenset({"related", "newsletter", "comments", "paywall", "consent", "follow", "share", "navigation"})
_NONE: frozenset[int] = frozenset()
MOST_CANDIDATES = 2000
_PARAGRAPH = 80
_LONG_PARAGRAPH = 400


class Line(NamedTuple):
    """A line that is not blank, without the blanks around it, and the phrases inside it."""

    start: int
    end: int
    text: str
    hits: tuple[Hit, ...] = ()


class Page(NamedTuple):
    """The lines of a document that are not blank, and the indices of those that may be boilerplate.

    `headings` are the indices of those that the markup of the source makes headings or cells of a table.
    """

    lines: list[Line]
    candidates: list[int]
    headings: frozenset[int] = frozenset()

    def reads_as_article(self) -> bool:
        """Whether there are paragraphs to tell a line from: lists, laws and poems have no neighbours of this kind."""
        lengths = [len(line.text) for line in self.lines if line.text[-1] in TERMINAL]
        return sum(length > _PARAGRAPH for length in lengths) > 1 or any(length > _LONG_PARAGRAPH for length in lengths)


def read_page(doc: Document, book: Phrasebook) -> Page:
    """The page of a document.

    A candidate is a line that does not end as a sentence does, or that is or holds a phrase of the book, or that stands
    beside such a phrase and is not long. A page where the first line alone does so has a headline and nothing else; one
    of thousands of such lines is a table or code, and its lines are not told by their neighbours.
    """
    text = doc.text
    found = [Line(*span, text[span.start : span.end]) for span in lines(doc) if span.start < span.end]
    found = [_stripped(line) for line in found if not line.text.isspace()]
    _add_hits(found, book.hits(doc))
    candidates = [
        at
        for at, line in enumerate(found)
        if (line.text[-1] not in TERMINAL or line.hits or len(line.text) <= _LONGEST_WHOLE) and _may_leak(line, book)
    ]
    headline_alone = candidates == [0] and _like_headline(found[0], book)
    if len(found) < 2 or headline_alone or len(candidates) > MOST_CANDIDATES:
        return Page(found, [])
    beside = {at + step for at in candidates if book.kind_of(found[at].text) in _INTRODUCING for step in (-1, 1)}
    short = {at for at in beside if 0 <= at < len(found) and len(found[at].text) <= LONGEST_BESIDE}
    headings = frozenset(at for at, line in enumerate(found) if line.start in doc.headings) if doc.headings else _NONE
    return Page(found, sorted(short.union(candidates)), headings)


def _may_leak(line: Line, book: Phrasebook) -> bool:
    length = len(line.text)
    return (
        (length <= LONGEST_LABEL and line.text[-1] not in TERMINAL)
        or (bool(line.hits) and length <= (LONGEST_PHRASED if len(line.hits) > 1 else LONGEST_ONCE_PHRASED))
        or (length <= _LONGEST_WHOLE and book.kind_of(line.text) is not None)
    )


def _like_headline(line: Line, book: Phrasebook) -> bool:
    known = line.hits or book.kind_of(line.text) or book.pattern_kind(line.text)
    return not known and line.text.count(" ") > 2


def _stripped(line: Line) -> Line:
    if not (line.text[0].isspace() or line.text[-1].isspace()):
        return line
    start = line.end - len(line.text.lstrip())
    text = line.text.strip()
    return Line(start, start + len(text), text)


def _add_hits(found: list[Line], hits: list[Hit]) -> None:
    """Give the lines the hits that they hold."""
    starts = [line.start for line in found]
    phrased: dict[int, list[Hit]] = {}
    for hit in hits:
        phrased.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
    for at, inside in phrased.items():
        found[at] = found[at]._replace(hits=tuple(inside))
