"""BPL004: teasers and related headlines, as lines or inside one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from textlint.checks.boilerplate.bylines import bylines
from textlint.checks.boilerplate.findings import line_findings
from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.checks.boilerplate.marks import TEASER
from textlint.checks.boilerplate.seen import seen
from textlint.rule import Finding
from textlint.text import Document, Span

_LONGEST = 250


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s.!?\"'”’)\]]){TEASER}(?=[A-Z'\"‘“\d])")


def teaser(doc: Document) -> Iterator[Finding]:
    """Related headlines, and teasers inside a line up to the next byline or the end of the line."""
    yield from line_findings(doc, "teaser")
    if "teaser" in seen(doc).marks:
        for cue in _cue().finditer(doc.text):
            end = _end(doc, cue.end())
            if end is not None and not in_leak(doc, cue.start()):
                yield inline_finding(doc, Span(cue.start(), end), f'"{cue[0].strip()}" before a headline')


def _end(doc: Document, start: int) -> int | None:
    """Where a teaser ends that says `start` is its headline; None where that cannot be told."""
    window = doc.text[start : start + _LONGEST]
    after = bylines(doc)
    at = bisect_right(after, start, key=lambda span: span.start)
    line, line_end, _ = window.partition("\n")
    if at < len(after) and after[at].start < start + len(line):
        return start + len(doc.text[start : after[at].start].rstrip())
    headline = line.rstrip()
    whole = line_end or len(window) < _LONGEST
    if whole and headline and headline[-1] not in ".,;:" and ". " not in headline:
        return start + len(headline)
    return None
