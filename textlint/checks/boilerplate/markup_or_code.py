"""BPL006: markup, template fields and scripts that were meant for a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.checks.boilerplate.findings import line_findings
from textlint.checks.boilerplate.inline import in_leak, inline_finding
from textlint.checks.boilerplate.marks import MARKUP
from textlint.checks.boilerplate.seen import seen
from textlint.rule import Finding
from textlint.text import Document, Span


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"(?<!`)(?:{MARKUP})(?!`)", re.IGNORECASE)


def markup_or_code(doc: Document) -> Iterator[Finding]:
    """Lines of scripts and styles, and tags and template fields inside the text."""
    yield from line_findings(doc, "markup-or-code")
    if "markup" in seen(doc).marks:
        for match in _where().finditer(doc.text):
            if not in_leak(doc, match.start()):
                yield inline_finding(doc, Span(*match.span()), "the marks of a template or of HTML")
