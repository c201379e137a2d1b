"""Markdown read as its prose: no code, front matter, link targets or HTML, with positions in the source.

Parsed by pulldown-cmark (through pyromark): CommonMark with tables, footnotes and strikethrough, in linear time, with
the byte range of every token.
"""

from __future__ import annotations

import pyromark

from textlint.inputs.prose import CODE, Prose
from textlint.positions import Origin
from textlint.text import Document, Encoding, Project

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))
_HEADINGS = frozenset(("Heading", "TableCell"))
_NOT_PROSE = frozenset(("CodeBlock", "MetadataBlock"))


def document(source: str, path: str, project: Project, encoding: Encoding) -> Document:
    """The document of the prose of a Markdown file."""
    prose = Prose(source)
    code_points = _CodePoints(source)
    skipping = 0
    for event, place in pyromark.events_with_range(code_points.utf8.decode(), options=_OPTIONS):
        kind, value = _opened(event)
        if kind in ("Start", "End"):
            element = _opened(value)[0]
            if element not in _INLINE:
                prose.end_block()
            if element in _HEADINGS and kind == "Start":
                prose.heading()
            if element in _NOT_PROSE:
                skipping += 1 if kind == "Start" else -1
        elif not skipping:
            _take(prose, kind, value, code_points[place["start"]], code_points[place["end"]])
    return prose.document(path, project, encoding)


def _opened(event: object) -> tuple[str, object]:
    """A token or element as its name and what it holds: the parser writes one as `name` or `{name: value}`."""
    if isinstance(event, dict):
        name, value = next(iter(event.items()))
        return name, value
    return str(event), None


def _take(prose: Prose, kind: str, value: object, start: int, end: int) -> None:
    if kind == "Text":
        if prose.source[start:end] == value:
            prose.keep(start, end)
        else:
            prose.put(str(value), start, end)
    elif kind == "Code":
        prose.put(CODE, start, end, Origin.MARKUP)
    elif kind == "SoftBreak":
        prose.space(start, end)
    elif kind in ("HardBreak", "Rule"):
        prose.end_block()
    elif kind in ("Html", "InlineHtml"):
        prose.comments(start, end)
        if str(value)[:3].lower() == "<br":
            prose.end_block()


class _CodePoints:
    """The code point offsets of byte offsets that are asked for in ascending order."""

    def __init__(self, text: str) -> None:
        self.utf8 = text.encode("utf-8", "replace")
        self._is_ascii = len(self.utf8) == len(text)
        self._bytes = 0
        self._characters = 0

    def __getitem__(self, offset: int) -> int:
        if self._is_ascii:
            return offset
        if offset < self._bytes:
            self._bytes = self._characters = 0
        self._characters += len(self.utf8[self._bytes : offset].decode())
        self._bytes = offset
        return self._characters
