"""Prose taken out of marked-up text piece by piece, with the way back to the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textlint.positions import LineIndex, Origin, SegmentMap
from textlint.text import Comment, Document, Encoding, Project

CODE = "`code`"
"""Stands in a sentence for code, which is not prose: a word that no rule looks into."""
_TO_US = "textlint"
_SPACE = " \t\n\r\f"


class Prose:
    """The text of a document as it grows; offsets that go in are code points of the source, in ascending order.

    Spaces are held back until more text of the same block follows, so that none stands at the edge of a line.
    `escape` writes text as the source would.
    """

    def __init__(self, source: str, escape: Callable[[str], str] = str) -> None:
        self.source = source
        self._escape = escape
        self._parts: list[str] = []
        self._segments: list[tuple[int, int, int, Origin]] = []
        self._length = 0
        self._at_start = True
        self._space: tuple[int, int] | None = None
        self._comments: list[tuple[int, int, int]] = []
        self._is_heading = False
        self._headings: list[int] = []

    def keep(self, start: int, end: int) -> None:
        """Take a stretch of the source as it is, but for spaces at its edges."""
        text = self.source[start:end]
        bare = text.strip(_SPACE)
        first = start + len(text) - len(text.lstrip(_SPACE))
        if first > start:
            self.space(start, first)
        if bare:
            self._add(bare, first, first + len(bare), Origin.SAME)
            if first + len(bare) < end:
                self.space(first + len(bare), end)

    def put(self, text: str, start: int, end: int, origin: Origin = Origin.CHARACTER) -> None:
        """Take `text` for a stretch of the source."""
        self._add(text, start, end, origin)

    def space(self, start: int, end: int) -> None:
        """A stretch of the source that is read as one space."""
        if self._space is None:
            self._space = start, end

    def end_block(self) -> None:
        """What follows stands on a line of its own."""
        self._at_start = True
        self._space = None
        self._is_heading = False

    def heading(self) -> None:
        """The block that follows is a heading or a cell of a table."""
        self._is_heading = True

    def comments(self, start: int, end: int) -> None:
        """Remember the comments in a stretch of markup that speak to textlint."""
        source = self.source
        while (begin := source.find("<!--", start, end)) >= 0 and (close := source.find("-->", begin + 2, end)) >= 0:
            start = close + 3
            if source.find(_TO_US, begin, start) >= 0:
                self._comments.append((begin, start, self._length))

    def _add(self, text: str, start: int, end: int, origin: Origin) -> None:
        if self._at_start:
            if self._segments:
                self._segment("\n", self._segments[-1][2], start, Origin.MARKUP)
            if self._is_heading:
                self._headings.append(self._length)
        elif self._space is not None:
            begin, close = self._space
            self._segment(" ", begin, close, Origin.SAME if self.source[begin:close] == " " else Origin.CHARACTER)
        self._at_start, self._space = False, None
        self._segment(text, start, end, origin)

    def _segment(self, text: str, start: int, end: int, origin: Origin) -> None:
        last = self._segments[-1] if self._segments else None
        if last is None or origin is not Origin.SAME or last[3] is not Origin.SAME or last[2] != start:
            self._segments.append((self._length, start, end, origin))
        else:
            self._segments[-1] = (last[0], last[1], end, origin)
        self._parts.append(text)
        self._length += len(text)

    def document(self, path: str, project: Project, encoding: Encoding) -> Document:
        """The document of all that was taken."""
        text = "".join(self._parts)
        positions = SegmentMap(self.source, self._segments, len(text), self._escape)
        return Document(
            text,
            path,
            project=project,
            positions=positions,
            encoding=encoding,
            comments=tuple(self._placed_comments()),
            headings=frozenset(self._headings),
        )

    def _placed_comments(self) -> Iterator[Comment]:
        rows = LineIndex(self.source)
        for start, end, offset in self._comments:
            text = self.source[start:end].removeprefix("<!--").removesuffix("-->")
            yield Comment(text, rows.location(start), rows.location(end), offset)
