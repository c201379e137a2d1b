"""Bylines with their date inside a line: `... the border. Jane Doe21 August 2025 13:45 Storm closes the port ...`."""

from __future__ import annotations

import re
from functools import cache

from textlint.prefilter import Prefilter
from textlint.text import Document, Span, fact

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST)\b)?"
_DATE = rf"(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})"
_PARTICLE = r"(?:[A-Z]\.|van|von|de|der|den|da|di|del|al|el|bin|la|le|ten)"
_NAME = rf"(?:By )?(?:[A-Z][\w'’-]{{1,20}} (?:{_PARTICLE} ){{0,2}})?[A-Z][a-z'’-]{{1,20}}"
_AGO = r"\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?) ago"
_PATTERN = (
    rf"{_NAME}(?:{_DATE}(?:,? (?:at )?{_CLOCK})?|{_AGO})"
    rf"|{_NAME}(?:(?:Published|Updated|Posted):? ){_DATE}(?:,? (?:at )?{_CLOCK})?"
    rf"|(?<=[.!?\"'”’] )(?:[A-Z][\w'’-]{{1,20}} ){{2,3}}{_DATE},? {_CLOCK}"
)
_WHERE = re.compile(_PATTERN)


@cache
def _prefilter() -> Prefilter:
    return Prefilter([rf"[a-z](?:{_DATE}|{_AGO}|Published|Updated|Posted)|{_DATE},? {_CLOCK}"])


@fact
def bylines(doc: Document) -> list[Span]:
    """The bylines that are glued to their date, or stand with date and time between two sentences."""
    if not _prefilter().occurring(doc.utf8):
        return []
    return [Span(*match.span()) for match in _WHERE.finditer(doc.text)]
