"""Bylines with their date inside a line: `... the border. Jane Doe21 August 2025 13:45 Storm closes the port ...`."""

from __future__ import annotations

import re
from functools import cache

from textlint.checks.boilerplate.marks import AGO, CLOCK, DATE
from textlint.checks.boilerplate.seen import seen
from textlint.text import Document, Span, fact

_PARTICLE = r"(?:[A-Z]\.|van|von|de|der|den|da|di|del|al|el|bin|la|le|ten)"
_NAME = rf"(?:By )?(?:[A-Z][\w'’-]{{1,20}} (?:{_PARTICLE} ){{0,2}})?[A-Z][a-z'’-]{{1,20}}"
_PATTERN = (
    rf"{_NAME}(?:{DATE}(?:,? (?:at )?{CLOCK})?|{AGO})"
    rf"|{_NAME}(?:(?:Published|Updated|Posted):? ){DATE}(?:,? (?:at )?{CLOCK})?"
    rf"|(?<=[.!?\"'”’] )(?:[A-Z][\w'’-]{{1,20}} ){{2,3}}{DATE},? {CLOCK}"
)


@cache
def _where() -> re.Pattern[str]:
    return re.compile(_PATTERN)


@fact
def bylines(doc: Document) -> list[Span]:
    """The bylines that are glued to their date, or stand with date and time between two sentences."""
    if "byline" not in seen(doc).marks:
        return []
    return [Span(*match.span()) for match in _where().finditer(doc.text)]
