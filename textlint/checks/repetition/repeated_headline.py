"""DUP002: the headline of a page, once more in or before its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from textlint.diagnostic import Edit, Fix, Related
from textlint.matching import removal
from textlint.rule import Finding
from textlint.text import Document, Span

_LINE = re.compile(r"[^\r\n]+")
# The first paragraphs of a page are within so many characters.
_REACH = 6000
_EDGES = " \t.!?\"'“”‘’#*"


def repeated_headline(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Lines that are the document's first line again, or that begin with it."""
    filled = _filled_lines(doc.text)
    first = next(filled, None)
    if first is None or not _is_headline(doc.text[first.start : first.end], options):
        return
    headline = doc.text[first.start : first.end].strip(_EDGES).lower()
    if not _may_follow(doc, headline, first.end):
        return
    for line in islice(filled, options["lines"]):
        again = _again(doc.text, line, headline)
        if again is not None:
            yield _finding(doc, first, again, line)


def _may_follow(doc: Document, headline: str, at: int) -> bool:
    """Whether the first lines behind a place may hold the headline: bytes are lowered faster than characters."""
    if headline.isascii():
        return headline.encode() in doc.utf8[at : at + _REACH].lower()
    return headline in doc.text[at : at + _REACH].lower()


def _filled_lines(text: str) -> Iterator[Span]:
    """The lines that hold something, one by one: few are asked for."""
    for match in _LINE.finditer(text):
        if not match[0].isspace():
            yield Span(*match.span())


def _is_headline(written: str, options: Mapping[str, Any]) -> bool:
    return len(written) < 200 and options["fewest-words"] <= len(written.split()) <= options["most-words"]


def _again(text: str, line: Span, headline: str) -> Span | None:
    """Where the line repeats the headline: all of it, or its beginning when a new sentence follows."""
    written = text[line.start : min(line.end, line.start + 2 * len(headline) + 40)]
    start = len(written) - len(written.lstrip(_EDGES))
    end = start + len(headline)
    if written[start:end].lower() != headline:
        return None
    rest = text[line.start + end : line.end]
    if not rest.strip(_EDGES):
        return Span(line.start, line.end)
    glued = rest.lstrip(_EDGES + ":|–—-")[:1].isupper() and not rest[:1].isalnum() and rest[:2] not in ("'s", "’s")
    return Span(line.start + start, line.start + end) if glued else None


def _finding(doc: Document, first: Span, again: Span, line: Span) -> Finding:
    whole = again == line
    return Finding(
        *again,
        related=(Related(first, "the headline"),),
        fix=Fix((Edit(removal(doc, again), ""),), safe=False, message="Remove the repetition"),
        variant=None if whole else "glued",
    )
