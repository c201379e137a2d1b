"""SPC001: a space before a possessive, a contraction or a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import english_at, is_function_word
from textlint.facts.protected import protected
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_MISPLACED = re.compile(
    r"[ \u00a0](?=[,;!?.'’n])"
    r"(?:(?:['’](?:s|re|ll|ve|d|m)|n['’]t)(?![\w'’-])|(?:[,;!?]|\.(?!\s?\.))(?=[\s”]|[\"'’](?!\w)|\Z))"
)
_BEFORE_MARK = re.compile(r"[\w)\]%”’] ?\Z")
# Of a text that looks tokenised, so many places are tried for one in English prose.
_FEW = 50
_MARKS = ",;.!?'’"
_WORD_BEFORE = re.compile(r"[^\W_]{0,40}\Z")


@cache
def _gate() -> Prefilter:
    # Four patterns are searched for three times as fast as one with four branches.
    tells = (r"['’](?:s|re|ll|ve|d|m)\b", r"n['’]t\b", r"[,;.!?][\s\"'’”]", r"[,;.!?]\Z")
    return Prefilter([f"[ \N{NO-BREAK SPACE}]{tell}" for tell in tells])


def space_before_punctuation(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Spaces before marks, each with its repair; a tokenised text, full of them, is reported once."""
    if not _gate().occurring(doc.utf8):
        return
    found = list(_MISPLACED.finditer(doc.text))
    if len(found) > options["most"] and len(found) > options["share"] * sum(map(doc.text.count, _MARKS)):
        first = next((match for match in islice(found, _FEW) if _in_prose(doc, match)), None)
        if first is not None:
            yield Finding(*first.span(), variant="tokenised", count=len(found))
        return
    for match in found:
        if _in_prose(doc, match):
            yield _finding(doc.text, _with_gap(doc.text, match))


def _with_gap(text: str, match: re.Match[str]) -> Span:
    return Span(match.start() - (text[match.start() - 1] == " "), match.end())


def _in_prose(doc: Document, match: re.Match[str]) -> bool:
    start, end = match.span()
    if not _BEFORE_MARK.search(doc.text, max(0, start - 2), start):
        return False
    if match[0][-1] in "!?" and doc.text[start - 1].isdigit():
        return False  # a move of chess with its note: "Nf3 !"
    return not protected(doc).covers(start, end) and english_at(doc, start)


def _finding(text: str, span: Span) -> Finding:
    mark = text[span.start : span.end].lstrip()
    if not mark[-1].isalpha():
        return _joined(span.start, span, mark, mark)
    word = _WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
    start, written = (word.start(), word[0]) if word else (span.start, "")
    if mark[1:] == "s" and is_function_word(written.lower()):
        return Finding(start, span.end, variant="lost", mark=mark)
    return _joined(start, span, written + mark, mark)


def _joined(start: int, span: Span, right: str, mark: str) -> Finding:
    gap = Span(span.start, span.end - len(mark))
    fix = Fix((Edit(gap, ""),), safe=True, message="Remove the space")
    return Finding(start, span.end, suggestions=(right,), fix=fix, mark=mark)
