"""A document as a page of lines, and which of them are worth a closer look."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from textlint.checks.boilerplate.phrasebook import Hit, Phrasebook
from textlint.text import Document, Span

TERMINAL = frozenset(".!?\"”’'")
LONGEST_LABEL = 400
LONGEST_PHRASED = 1000
LONGEST_ONCE_PHRASED = 120
LONGEST_BESIDE = 250
_LONGEST_WHOLE = 100
_INTRODUCING = frozenset({"related", "newsletter", "comments", "paywall", "consent", "follow", "share", "navigation"})
MOST_CANDIDATES = 2000
_PARAGRAPH = 80
_LONG_PARAGRAPH = 400


class Page:
    """The lines of a text that are not blank, without the blanks around them, and what is known of them.

    `candidates` are the indices, in order, of the lines that may be boilerplate, `hits` the phrases inside lines by
    index, and `headings` the indices of the lines that the markup of the source makes headings or cells of a table.
    """

    def __init__(self, text: str) -> None:
        self._pieces = text.replace("\r", "\n").split("\n")  # a line end of two characters makes a blank line
        self.lines = [line for line in map(str.strip, self._pieces) if line]
        self.candidates: list[int] = []
        self.hits: dict[int, list[Hit]] = {}
        self.headings: frozenset[int] = frozenset()

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each line begins."""
        starts, offset = [], 0
        for piece in self._pieces:
            if kept := piece.lstrip():
                starts.append(offset + len(piece) - len(kept))
            offset += len(piece) + 1
        return starts

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one line to the end of another, in the text."""
        return Span(self.starts[first], self.starts[last] + len(self.lines[last]))

    def reads_as_article(self) -> bool:
        """Whether there are paragraphs to tell a line from: lists, laws and poems have no neighbours of this kind."""
        lengths = [len(line) for line in self.lines if line[-1] in TERMINAL]
        return sum(length > _PARAGRAPH for length in lengths) > 1 or any(length > _LONG_PARAGRAPH for length in lengths)


def read_page(doc: Document, book: Phrasebook, hits: list[Hit]) -> Page:
    """The page of a document that holds these phrases.

    A candidate is a line that does not end as a sentence does, or that is or holds a phrase of the book, or that stands
    beside such a phrase and is not long. A page where the first line alone does so has a headline and nothing else; one
    of thousands of such lines is a table or code, and its lines are not told by their neighbours.
    """
    page = Page(doc.text)
    lines, found = page.lines, _open_lines(page.lines, book)
    if hits:
        page.hits = _by_line(page, hits)
        found = sorted({*found, *(at for at, inside in page.hits.items() if _may_leak(lines[at], inside))})
    headline_alone = found == [0] and 0 not in page.hits and _like_headline(lines[0], book)
    if found and not headline_alone and len(lines) > 1 and len(found) <= MOST_CANDIDATES:
        page.candidates = _with_neighbours(lines, found, book)
        if doc.headings:
            page.headings = frozenset(at for at, start in enumerate(page.starts) if start in doc.headings)
    return page


def _open_lines(lines: list[str], book: Phrasebook) -> list[int]:
    """The indices of the lines that do not end as a sentence does, or that are a phrase."""
    return [
        at
        for at, line in enumerate(lines)
        if (line[-1] not in TERMINAL and len(line) <= LONGEST_LABEL)
        or (len(line) <= _LONGEST_WHOLE and book.kind_of(line) is not None)
    ]


def _by_line(page: Page, hits: list[Hit]) -> dict[int, list[Hit]]:
    phrased: dict[int, list[Hit]] = {}
    for hit in hits:
        phrased.setdefault(bisect_right(page.starts, hit.start) - 1, []).append(hit)
    return phrased


def _may_leak(line: str, hits: list[Hit]) -> bool:
    return len(line) <= (LONGEST_PHRASED if len(hits) > 1 else LONGEST_ONCE_PHRASED)


def _like_headline(line: str, book: Phrasebook) -> bool:
    return line.count(" ") > 2 and not (book.kind_of(line) or book.pattern_kind(line))


def _with_neighbours(lines: list[str], found: list[int], book: Phrasebook) -> list[int]:
    """The candidates, and the lines beside those that introduce others."""
    beside = {at + step for at in found if book.kind_of(lines[at]) in _INTRODUCING for step in (-1, 1)}
    return sorted({*found, *(at for at in beside if 0 <= at < len(lines) and len(lines[at]) <= LONGEST_BESIDE)})
