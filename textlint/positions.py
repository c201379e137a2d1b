"""Offsets, lines and columns: the one place that knows code points, UTF-16 units and line ends.

Lines end at LF, CR LF or CR and nowhere else (`str.splitlines` also breaks at form feeds and U+2028, where editors
do not).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple, Protocol

_LINE_END = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Location(NamedTuple):
    """A place in a source file, as an editor counts: 1-based row, 1-based columns in code points and UTF-16 units."""

    row: int
    column: int
    utf16_column: int


class PositionMap(Protocol):
    """Maps offsets of a document's text (code points) to places in its source file."""

    def location(self, offset: int) -> Location:
        """The place of the character at `offset`."""

    def line(self, row: int) -> str:
        """The source line of a 1-based row, without its line end."""


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

    def line(self, row: int) -> str:
        """The line of a 1-based row, without its line end."""
        at = row - self.first_row
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[at] : end].rstrip("\r\n")
