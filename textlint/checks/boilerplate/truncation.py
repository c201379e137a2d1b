"""BPL009: text that a page cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.facts.language import is_english
from textlint.matching import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_MARKS = (
    r"(?:\[(?:\.{3}|…)\]|\[\+\d{1,6} chars\]|(?:\.{3}|…) ?\(?(?:more|read more|continue reading|see more|full story)\)?"
    r"[ »›>→.]{0,4})[ \t]*$"
)
_MARK = re.compile(_MARKS, re.IGNORECASE | re.MULTILINE)
_LAST_WORDS = re.compile(r"(?:\S{1,40} ){0,3}\S{1,40}$")
_SHORTEST_PARAGRAPH = 120
_NEVER_LAST = frozenset(
    (
        "a an the of to at by for from with and or but as is are was were be been has have had its that these those he "
        "she they we his your their our my will would can could should if than then into when where who whom which how "
        "because while although"
    ).split()
)
_REACH = 400


@cache
def _prefilter() -> Prefilter:
    return Prefilter([_MARKS])


def truncation(doc: Document) -> Iterator[Finding]:
    """Marks of a cut at the end of a line, and a last paragraph that stops inside its sentence."""
    if _prefilter().occurring(doc.utf8):
        for mark in _MARK.finditer(doc.text):
            if not in_leak(doc, mark.start()):
                span = Span(mark.start(), mark.start() + len(mark[0].rstrip()))
                yield inline_finding(doc, span, "a mark of omission")
    last = _last_line(doc)
    if last.end - last.start >= _SHORTEST_PARAGRAPH and is_english(doc) and not in_leak(doc, last.start):
        yield from _unfinished(doc, last)


def _last_line(doc: Document) -> Span:
    end = len(doc.text.rstrip())
    return Span(doc.text.rfind("\n", 0, end) + 1, end)


def _unfinished(doc: Document, line: Span) -> Iterator[Finding]:
    text = doc.text[max(line.start, line.end - _REACH) : line.end]
    last = text.rpartition(" ")[2]
    words = _LAST_WORDS.search(text)
    if words and (last in _NEVER_LAST or (last[:-1].isalpha() and last[-1] == ",")):
        yield Finding(line.end - len(words[0]), line.end, evidence="the last sentence stops in its middle")
