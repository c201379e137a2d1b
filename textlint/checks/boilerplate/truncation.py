"""BPL009: text that a page cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.checks.boilerplate.marks import CUT
from textlint.checks.boilerplate.seen import seen
from textlint.facts.language import is_english
from textlint.rule import Finding
from textlint.text import Document, Span

_SHORTEST_PARAGRAPH = 120
_NEVER_LAST = frozenset(
    (
        "a an the of to at by for from with and or but as is are was were be been has have had its that these those he "
        "she they we his your their our my will would can could should if than then into when where who whom which how "
        "because while although"
    ).split()
)
_REACH = 200
_SHOWN = 4


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(CUT, re.IGNORECASE | re.MULTILINE)


def truncation(doc: Document) -> Iterator[Finding]:
    """Marks of a cut at the end of a line, and a last paragraph that stops inside its sentence."""
    if "cut" in seen(doc).marks:
        for mark in _mark().finditer(doc.text):
            if not in_leak(doc, mark.start()):
                span = Span(mark.start(), mark.start() + len(mark[0].rstrip()))
                yield inline_finding(doc, span, "a mark of omission")
    last = _open_last_line(doc.text)
    if last and is_english(doc) and not in_leak(doc, last.start):
        yield from _unfinished(doc, last)


def _open_last_line(text: str) -> Span | None:
    """The last line that is not blank, if it is a paragraph and ends in a word or a comma."""
    end = len(text.rstrip())
    if not (text[end - 1 : end].isalpha() or text[end - 1 : end] == ","):
        return None
    start = text.rfind("\n", 0, end) + 1
    return Span(start, end) if end - start >= _SHORTEST_PARAGRAPH else None


def _unfinished(doc: Document, line: Span) -> Iterator[Finding]:
    last = doc.text[max(line.start, line.end - _REACH) : line.end].rsplit(" ", _SHOWN)[1:]
    if last and (last[-1] in _NEVER_LAST or (last[-1][:-1].isalpha() and last[-1][-1] == ",")):
        start = line.end - len(" ".join(last))
        yield Finding(start, line.end, evidence="the last sentence stops in its middle")
