"""Offsets, lines and columns: the one place that knows code points, UTF-16 units and line ends.

Lines end at LF, CR LF or CR and nowhere else (`str.splitlines` also breaks at form feeds and U+2028, where editors
do not).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
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

    def edit(self, start: int, end: int, content: str) -> SourceEdit | None:
        """The edit of the source that replaces `start`..`end` of the document, None where it would cross markup."""


class LineIndex:
    """Positions in a text that is its own source."""

    def __init__(self, text: str, first_row: int = 1) -> None:
        self.text = text
        self.first_row = first_row

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
        column = offset - start + 1
        return Location(at + self.first_row, column, column + wide)

    def end_location(self, offset: int) -> Location:
        """The same place as `location`: nothing stands between two characters."""
        return self.location(offset)

    def edit(self, start: int, end: int, content: str) -> SourceEdit:
        """The edit itself: the document is its source."""
        return SourceEdit(start, end, content)

    def line(self, row: int) -> str:
        """The line of a 1-based row, without its line end."""
        at = row - self.first_row
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[at] : end].rstrip("\r\n")


class JsonStringMap:
    """Positions in a string that stands, escaped, in a line of JSON.

    `line` is a line that holds a JSON object, `row` its 1-based row in the file, `path` the keys that lead to the
    string. Nothing is computed before the first position is asked for.
    """

    def __init__(self, line: str, row: int, path: Sequence[str]) -> None:
        self._line = LineIndex(line, row)
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

    def edit(self, start: int, end: int, content: str) -> SourceEdit:
        """The edit of the line, escaped as JSON; in a line of ASCII alone the content is written in ASCII too."""
        escaped = json.dumps(content, ensure_ascii=self._line.text.isascii())[1:-1]
        return SourceEdit(self._raw(start), self._raw(end), escaped)

    def line(self, row: int) -> str:
        """The line of the record."""
        return self._line.line(row)


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
