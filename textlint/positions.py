"""Offsets, lines and columns: the one place that knows code points, UTF-16 units, line ends and JSON escapes.

Lines end at LF, CR LF or CR and nowhere else (`str.splitlines` also breaks at form feeds and U+2028, where editors
do not).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol

_LINE_END = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)", re.DOTALL)
_JSON_SPACE = re.compile(r"[ \t\n\r]*")


class Location(NamedTuple):
    """A place in a source file, as an editor counts: 1-based row, 1-based columns in code points and UTF-16 units."""

    row: int
    column: int
    utf16_column: int


BEGINNING = Location(1, 1, 1)


class SourceEdit(NamedTuple):
    """Replace `start`..`end` (code points of the source, not of the document) by `content`, as the source writes it."""

    start: int
    end: int
    content: str


class PositionMap(Protocol):
    """Maps offsets of a document's text (code points) to places in its source: a file, or the line of a record."""

    def location(self, offset: int) -> Location:
        """The place of the character at `offset`."""

    def end_location(self, offset: int) -> Location:
        """The place right after the character before `offset`, where a span that ends there ends in the source."""

    def line(self, row: int) -> str:
        """The source line of a 1-based row, without its line end."""

    def offset(self, place: int) -> int:
        """The document's offset of the first character that stands at `place` of the source or after it."""

    def edit(self, start: int, end: int, content: str) -> SourceEdit | None:
        """The edit of the source that replaces `start`..`end` of the document, None where it would cross markup."""


class LineIndex:
    """Positions in a text that is its own source, or a stretch of one that begins at `first`."""

    def __init__(self, text: str, first: Location = BEGINNING) -> None:
        self.text = text
        self.first = first

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" not in self.text:
            return [0, *(m.end() for m in re.finditer("\n", self.text))]
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    @cached_property
    def _astral(self) -> list[int]:
        if self.text.isascii():
            return []
        return [m.start() for m in _ASTRAL.finditer(self.text)]

    def location(self, offset: int) -> Location:
        """The place of the character at `offset`; the end of the text is a place too."""
        at = bisect_right(self._starts, offset) - 1
        start = self._starts[at]
        wide = bisect_right(self._astral, offset - 1) - bisect_right(self._astral, start - 1)
        column = offset - start
        row, first, utf16_first = self.first if at == 0 else (self.first.row + at, 1, 1)
        return Location(row, first + column, utf16_first + column + wide)

    def end_location(self, offset: int) -> Location:
        """The same place as `location`: nothing stands between two characters."""
        return self.location(offset)

    def offset(self, place: int) -> int:
        """The same offset: the document is its source."""
        return place

    def edit(self, start: int, end: int, content: str) -> SourceEdit:
        """The edit itself: the document is its source."""
        return SourceEdit(start, end, content)

    def line(self, row: int) -> str:
        """The line of a 1-based row, without its line end."""
        at = row - self.first.row
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[at] : end].rstrip("\r\n")


class JsonStringMap:
    """Positions in a string that stands, escaped, in a line of JSON.

    `line` is a line that holds a JSON object, `row` its 1-based row in the file, `path` the keys that lead to the
    string. Nothing is computed before the first position is asked for.
    """

    def __init__(self, line: str, row: int, path: Sequence[str]) -> None:
        self._line = LineIndex(line, Location(row, 1, 1))
        self._path = path

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        """Where the string begins and after each escape: offsets in the decoded string, and in the line."""
        line = self._line.text
        start = _string_start(line, self._path)
        end = json.JSONDecoder().raw_decode(line, start - 1)[1] - 1
        decoded, raw = [0], [start]
        for escape in _ESCAPE.finditer(line, start, end):
            decoded.append(decoded[-1] + escape.start() - raw[-1] + 1)
            raw.append(escape.end())
        return decoded, raw

    def _raw(self, offset: int) -> int:
        decoded, raw = self._breaks
        at = bisect_right(decoded, offset) - 1
        return raw[at] + offset - decoded[at]

    def location(self, offset: int) -> Location:
        """The place in the file of the character at `offset` of the decoded string."""
        return self._line.location(self._raw(offset))

    def end_location(self, offset: int) -> Location:
        """The same place as `location`: nothing stands between two characters."""
        return self.location(offset)

    def offset(self, place: int) -> int:
        """The offset in the decoded string of what stands at `place` of the line."""
        decoded, raw = self._breaks
        at = max(bisect_right(raw, place) - 1, 0)
        return decoded[at] + max(place - raw[at], 0)

    def edit(self, start: int, end: int, content: str) -> SourceEdit:
        """The edit of the line, escaped as JSON; in a line of ASCII alone the content is written in ASCII too."""
        escaped = json.dumps(content, ensure_ascii=self._line.text.isascii())[1:-1]
        return SourceEdit(self._raw(start), self._raw(end), escaped)

    def line(self, row: int) -> str:
        """The line of the record."""
        return self._line.line(row)


class Shifted:
    """Positions in a part of a document, which begins at `start` of the document."""

    def __init__(self, positions: PositionMap, start: int) -> None:
        self._positions = positions
        self._start = start

    def location(self, offset: int) -> Location:
        """The place of the character at `offset` of the part."""
        return self._positions.location(self._start + offset)

    def end_location(self, offset: int) -> Location:
        """The place right after the character before `offset` of the part."""
        return self._positions.end_location(self._start + offset)

    def line(self, row: int) -> str:
        """The source line of a 1-based row, without its line end."""
        return self._positions.line(row)

    def offset(self, place: int) -> int:
        """The part's offset of what stands at `place` of the source; the part's first one if it stands before."""
        return max(self._positions.offset(place) - self._start, 0)

    def edit(self, start: int, end: int, content: str) -> SourceEdit | None:
        """The edit of the source that replaces `start`..`end` of the part."""
        return self._positions.edit(self._start + start, self._start + end, content)


def _string_start(line: str, path: Sequence[str]) -> int:
    """The offset after the opening quotation mark of the string at `path`; of equal keys the last holds, as in JSON."""
    decode = json.JSONDecoder().raw_decode
    at = _after_space(line, 0)
    for wanted in path:
        found = at
        while line[at] != "}":
            at = _after_space(line, at + 1)
            if line[at] != '"':
                break
            key, at = decode(line, at)
            at = _after_space(line, _after_space(line, at) + 1)
            if key == wanted:
                found = at
            at = _after_space(line, decode(line, at)[1])
        at = found
    return at + 1


def _after_space(line: str, at: int) -> int:
    return _JSON_SPACE.match(line, at).end()  # type: ignore[union-attr]


class Origin(IntEnum):
    """Where a segment of extracted prose comes from."""

    SAME = 0
    """It stands in the source as it is."""
    CHARACTER = 1
    """It is what the source writes otherwise: a character reference, several spaces, a line end inside a paragraph."""
    MARKUP = 2
    """It stands for markup, such as the line end between two blocks, and can not be edited."""


class SegmentMap:
    """Positions in prose that was taken out of a marked-up source, piece by piece.

    `segments` are (offset in the document, start in the source, end in the source, origin), in order; together they
    make up the whole document, of `length` code points. `escape` writes text as the source would.
    """

    def __init__(
        self,
        source: str,
        segments: Sequence[tuple[int, int, int, Origin]],
        length: int,
        escape: Callable[[str], str] = str,
    ) -> None:
        self._source = LineIndex(source)
        self._segments = segments
        self._length = length
        self._escape = escape

    @cached_property
    def _offsets(self) -> list[int]:
        return [segment[0] for segment in self._segments]

    def location(self, offset: int) -> Location:
        """The place in the source of the character at `offset`; after the last one, the end of the last segment."""
        return self._source.location(self._start(offset) if offset < self._length else self._end(offset))

    def end_location(self, offset: int) -> Location:
        """The place right after the character before `offset`: not behind the markup that follows it."""
        return self._source.location(self._end(offset))

    def line(self, row: int) -> str:
        """The source line of a 1-based row, without its line end."""
        return self._source.line(row)

    def offset(self, place: int) -> int:
        """The document's offset of what stands at `place` of the source, or of the next that was taken from it."""
        at = bisect_right(self._segments, place, key=lambda segment: segment[2])
        if at == len(self._segments):
            return self._length
        begin, start, _, origin = self._segments[at]
        return begin + max(place - start, 0) if origin is Origin.SAME else begin

    def edit(self, start: int, end: int, content: str) -> SourceEdit | None:
        """The edit of the source; None where it would touch or cross markup, or part of a character reference."""
        if not self._segments:
            return None
        first = self._at(start if start < end else max(start - 1, 0))
        last = self._at(max(end - 1, 0))
        touched = self._segments[first : last + 1]
        joined = all(before[2] == after[1] for before, after in pairwise(touched))
        whole = self._whole(first, start) and self._whole(last, end, at_end=True)
        if not joined or not whole or any(segment[3] is Origin.MARKUP for segment in touched):
            return None
        place = self._end(end)
        return SourceEdit(self._start(start) if start < end else place, place, self._escape(content))

    def _whole(self, index: int, offset: int, *, at_end: bool = False) -> bool:
        """Whether a cut at `offset` leaves the segment whole, or may go through it."""
        border = self._border(index + at_end)
        return self._segments[index][3] is Origin.SAME or offset == border

    def _border(self, index: int) -> int:
        return self._segments[index][0] if index < len(self._segments) else self._length

    def _at(self, offset: int) -> int:
        return max(bisect_right(self._offsets, offset) - 1, 0)

    def _start(self, offset: int) -> int:
        begin, start, _, origin = self._segments[self._at(offset)]
        return start + offset - begin if origin is Origin.SAME else start

    def _end(self, offset: int) -> int:
        if not self._segments:
            return 0
        begin, start, end, origin = self._segments[self._at(max(offset - 1, 0))]
        return start + offset - begin if origin is Origin.SAME else end
