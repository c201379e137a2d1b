"""From leaks to findings, with the fix that takes the lines out and leaves clean paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.checks.boilerplate.leaks import Leak, leaks
from textlint.diagnostic import Edit, Fix
from textlint.rule import Finding
from textlint.text import Document, Span

_LINE_END = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t\u00a0]*(?:\r\n|\r|\n))*")
_BLANKS_SEEN = 40


def line_findings(doc: Document, rule: str) -> Iterator[Finding]:
    """The leaks of whole lines that fall under a rule."""
    found = leaks(doc)
    return (_finding(doc.text, leak) for leak in found if leak.rule == rule) if found else iter(())


def _finding(text: str, leak: Leak) -> Finding:
    fix = Fix((Edit(whole_lines(text, leak.span), ""),), leak.certain, "remove the whole line")
    many = "a line" if leak.lines == 1 else f"{leak.lines} lines"
    return Finding(*leak.span, confidence=leak.confidence, fix=fix, evidence=leak.evidence, lines=many)


def whole_lines(text: str, span: Span) -> Span:
    """What to delete so that the lines of a span go without leaving half a line or a second blank one."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    line_end = _LINE_END.match(text, span.end)
    end = line_end.end() if line_end else span.end
    before = text[max(0, start - _BLANKS_SEEN) : start]
    blanks = before[len(before.rstrip()) :]
    if end == len(text):
        kept = _LINE_END.match(blanks) if text.endswith(("\n", "\r")) else None
        return Span(start - len(blanks) + (kept.end() if kept else 0), end)
    if start == 0 or blanks.count("\n") > 1:
        below = _BLANK_LINES.match(text, end)
        end = below.end() if below else end
    return Span(start, end)
