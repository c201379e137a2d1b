"""BPL006: markup, template fields and scripts that were meant for a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.checks.boilerplate.findings import line_findings
from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_TAGS = (
    "a|b|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|noscript|ol|p|script|section|span|strong|style"
    "|table|tbody|td|th|tr|u|ul"
)
_PATTERNS = (
    r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|<%[^<>\n]{1,120}%>|\$\{[\w.]{1,60}\}"
    rf"|</?(?:{_TAGS})(?:\s[^<>\n]{{0,500}})?/?>"
    r"|\[/?(?:caption|embed|gallery|vc_row|vc_column|et_pb_\w{1,30})(?:\s[^\[\]\n]{0,300})?\]"
)
_WHERE = re.compile(rf"(?<!`)(?:{_PATTERNS})(?!`)", re.IGNORECASE)


@cache
def _prefilter() -> Prefilter:
    return Prefilter([_PATTERNS])


def markup_or_code(doc: Document) -> Iterator[Finding]:
    """Lines of scripts and styles, and tags and template fields inside the text."""
    yield from line_findings(doc, "markup-or-code")
    if _prefilter().occurring(doc.utf8):
        for match in _WHERE.finditer(doc.text):
            if not in_leak(doc, match.start()):
                yield inline_finding(doc, Span(*match.span()), "the marks of a template or of HTML")
