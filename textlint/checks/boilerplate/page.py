"""A document as a page of lines, and which of them are worth a closer look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from textlint.checks.boilerplate.phrasebook import Hit, Phrasebook
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


_EMPTY = Page([], [])


def read_page(doc: Document, book: Phrasebook, hits: list[Hit]) -> Page:
    """The page of a document that holds these phrases; an empty one where no line may be boilerplate.

    A candidate is a line that does not end as a sentence does, or that is or holds a phrase of the book, or that stands
    beside such a phrase and is not long. A page where the first line alone does so has a headline and nothing else; one
    of thousands of such lines is a table or code, and its lines are not told by their neighbours.
    """
    if not hits and _settled(doc.text, book):
        return _EMPTY
    found = list(_lines(doc.text))
    _add_hits(found, hits)
    candidates = [at for at, line in enumerate(found) if _may_leak(line, book)]
    headline_alone = candidates == [0] and not found[0].hits and _like_headline(found[0].text, book)
    if len(found) < 2 or headline_alone or len(candidates) > MOST_CANDIDATES:
        return Page(found, [])
    beside = {at + step for at in candidates if book.kind_of(found[at].text) in _INTRODUCING for step in (-1, 1)}
    short = {at for at in beside if 0 <= at < len(found) and len(found[at].text) <= LONGEST_BESIDE}
    headings = frozenset(at for at, line in enumerate(found) if line.start in doc.headings) if doc.headings else _NONE
    return Page(found, sorted(short.union(candidates)), headings)


def _settled(text: str, book: Phrasebook) -> bool:
    """Whether no line of a text without phrases inside lines is a candidate, but for a headline."""
    texts = filter(None, map(str.strip, _split(text)))
    first = next(texts, "")
    if any(_reads_open(line, book) for line in texts):
        return False
    return not first or not _reads_open(first, book) or _like_headline(first, book)


def _may_leak(line: Line, book: Phrasebook) -> bool:
    return _reads_open(line.text, book) or (
        bool(line.hits) and len(line.text) <= (LONGEST_PHRASED if len(line.hits) > 1 else LONGEST_ONCE_PHRASED)
    )


def _reads_open(line: str, book: Phrasebook) -> bool:
    """Whether a line does not end as a sentence does, or is a phrase."""
    length = len(line)
    if length <= LONGEST_LABEL and line[-1] not in TERMINAL:
        return True
    return length <= _LONGEST_WHOLE and book.kind_of(line) is not None


def _like_headline(line: str, book: Phrasebook) -> bool:
    return line.count(" ") > 2 and not (book.kind_of(line) or book.pattern_kind(line))


def _split(text: str) -> list[str]:
    """The lines of a text as they stand, and blank ones where a line end is of two characters."""
    return text.replace("\r", "\n").split("\n")


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the blanks around them."""
    offset = 0
    for piece in _split(text):
        line = piece.strip()
        if line:
            start = offset if len(line) == len(piece) else offset + len(piece) - len(piece.lstrip())
            yield Line(start, start + len(line), line)
        offset += len(piece) + 1


def _add_hits(found: list[Line], hits: list[Hit]) -> None:
    """Give the lines the hits that they hold."""
    starts = [line.start for line in found]
    phrased: dict[int, list[Hit]] = {}
    for hit in hits:
        phrased.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
    for at, inside in phrased.items():
        found[at] = found[at]._replace(hits=tuple(inside))
