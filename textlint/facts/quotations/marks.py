"""Quotation marks of a text: found in one pass, told apart from apostrophes and primes, and given a direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class Role(IntEnum):
    """What the characters around a mark allow it to be."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


class Mark(NamedTuple):
    """One quotation mark: `start` and `end` in code points, `glyph` as printed, `role` by its surroundings.

    `weak` marks are more likely an apostrophe or a prime; they join a pair only if nothing else can.
    """

    start: int
    end: int
    glyph: str
    role: Role
    weak: bool

    @property
    def single(self) -> bool:
        return self.glyph in SINGLES


SINGLES = frozenset("'‘’‚‛‹›")
OPENING = frozenset("“„‟«‹‘‚‛") | {"``"}
CLOSING = frozenset("”»›")
PARTNERS = {
    '"': '"',
    "“": "”",
    "”": "“",
    "„": "“",
    "«": "»",
    "»": "«",
    "'": "'",
    "‘": "’",
    "’": "‘",
    "‚": "‘",
    "‹": "›",
    "›": "‹",
    "``": "''",
    "''": "''",
    "‟": "”",
    "‛": "’",
}
# Skipped when looking around a mark: other marks, emphasis of Markdown, invisible characters.
_TRANSPARENT = frozenset("\"'`“”„‟«»‘’‚‛‹›*_\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_BEFORE_OPENING = frozenset("([{<—–-/|=+&~")
_AFTER_CLOSING = frozenset(",.;:!?)]}>…—–-/|&")

# Apostrophes between two word characters are by far the most frequent candidates: the look-ahead drops them in C.
_CANDIDATE = re.compile(r"""=\s?"[^"“”<>]{0,300}"|``|''|["“”„‟«»‘’'‚‛‹›](?!(?<=\w['’])\w)""")
_ELISION = re.compile(
    r"(?:em|er|im|is|tis|twas|twere|twill|twould|til|till|cause|bout|round|n|nuff|cos|coz|cuz|ere|neath|gainst|tude|hood"
    r"|s|t|d|m|ll|re|ve|\d0s|\d\d)\b",
    re.IGNORECASE,
)


def marks(text: str) -> Iterator[Mark]:
    """The quotation marks of `text`, in order; apostrophes inside words and attribute values are left out."""
    size = len(text)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        glyph = text[start:end]
        if glyph[0] == "=":
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        if before in _TRANSPARENT:
            before = _beyond(text, start - 2, -1)
        if after in _TRANSPARENT:
            after = _beyond(text, end + 1, 1)
        role = _role(before, after, text, end)
        weak = False
        if glyph in SINGLES or before.isdigit():
            weak = _weak(text, start, end, glyph, before, after, role)
        yield Mark(start, end, glyph, role, weak)


def _beyond(text: str, at: int, step: int) -> str:
    """The nearest character from `at` on that is not transparent, looking at most four characters far."""
    for _ in range(4):
        if not 0 <= at < len(text):
            return " "
        if text[at] not in _TRANSPARENT:
            return text[at]
        at += step
    return " "


def _role(before: str, after: str, text: str, end: int) -> Role:
    if before.isspace() or before in _BEFORE_OPENING:
        if before == "\n" and after in " \u00a0":
            return Role.OPEN
        if after.isspace():
            return Role.EITHER if before.isspace() else Role.CLOSE
        if after in _AFTER_CLOSING and after not in "-—–" and not text.startswith(("..", "…", ". ."), end):
            return Role.EITHER
        return Role.OPEN
    if after.isspace() or after in _AFTER_CLOSING:
        return Role.CLOSE
    return Role.EITHER


def _weak(text: str, start: int, end: int, glyph: str, before: str, after: str, role: Role) -> bool:
    """Whether a mark reads as an apostrophe ('em, '90s, workers', goin') or as a prime (6'2", 12")."""
    if before.isdigit():
        return role != Role.OPEN and glyph in "\"'’”" and after != ">"
    if role == Role.OPEN:
        return glyph in "'’‘" and _ELISION.match(text, end) is not None
    if role is Role.EITHER and glyph in "'’" and not before.isspace():
        return True
    if glyph in "'’" and before.isalpha():
        return after not in ",.;:!?" and (before in "sSzxn" or text[max(0, start - 2) : start].lower() in (" o", "th"))
    return False
