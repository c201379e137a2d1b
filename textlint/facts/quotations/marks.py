"""Quotation marks of a text: found in one pass, told apart from apostrophes and primes, and given a direction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Role(IntEnum):
    """What the characters around a mark allow it to be."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


class Mark(NamedTuple):
    """One quotation mark: `start` and `end` in code points, `glyph` as printed, `role` by its surroundings.

    `single` marks are a family of their own. `weak` marks are more likely an apostrophe or a prime; they join a pair
    only if nothing else can.
    """

    start: int
    end: int
    glyph: str
    role: Role
    single: bool
    weak: bool


SINGLES = frozenset("'‘’‚‛‹›")
OPENING = frozenset("“„‟«‹‘‚‛") | {"``", "‘‘"}
CLOSING = frozenset("”»›") | {"’’"}
PARTNERS = dict(zip("\"“”„«»'‘’‚‹›‟‛", "\"”““»«'’‘‘›‹”’", strict=True)) | {
    "``": "''",
    "''": "''",
    "‘‘": "’’",
    "’’": "‘‘",
}
# Apostrophes between two word characters are by far the most frequent candidates: the look-ahead drops them in C.
# An attribute's value and a run of marks are one candidate each: they are no prose.
_CANDIDATE = re.compile(
    r"""["“”„‟«»‘’'‚‛‹›`=](?!(?<=\w['’])\w)(?:["“”„«»‘’'`]{4,}|(?<==)\s?"[^"“”<>]{0,300}"|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=`)`|(?<![=`]))"""
)
# What may begin a candidate, each glyph by itself: a search for one literal is twice as fast as one for a class.
_RUN = """(?:["“”„«»‘’'`]{4,})?"""
_BEGINNINGS = {glyph: re.compile(glyph + _RUN) for glyph in '"“”„‟«»‘‚‛‹›`'}
_BEGINNINGS |= {glyph: re.compile(rf"{glyph}(?!(?<=\w['’])\w){_RUN}") for glyph in "'’"}
_ATTRIBUTE = re.compile(r"""=(?:\s?"|["“”„«»‘’'`]{4})""")
# Skipped when looking around a mark: other marks, emphasis of Markdown, invisible characters.
_TRANSPARENT = frozenset("\"'`“”„‟«»‘’‚‛‹›*_\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_BEFORE_OPENING = frozenset("([{<—–-/|=+&~")
_AFTER_CLOSING = frozenset(",.;:!?)]}>…—–-/|&")
_ELLIPSIS = ("..", "…", ". .")
# 'em, '90s.
_ELISION = re.compile(
    r"(?:em|er|im|is|tis|twas|twere|twill|twould|til|till|cause|bout|round|n|nuff|cos|coz|cuz|ere|neath|gainst|tude|hood"
    r"|s|t|d|m|r|ll|re|ve|\d0s|\d\d)\b",
    re.IGNORECASE,
)
_APOSTROPHES = frozenset("'‘’")
_PRIMES = frozenset("\"'’”") | {"''", "’’"}
_DROPPED_LETTER = re.compile(r"(?:\w\win|\b[nNoO]|\b[tT]h|\b[aA]n)\Z")

_Sort = tuple[str, Role, bool, bool]
# Twice as fast as calling the class: there are thousands of marks in a megabyte.
_new = tuple.__new__


def marks(text: str) -> list[Mark]:
    """The quotation marks of `text`, in order; apostrophes inside words and attribute values are left out."""
    found = []
    done = 0
    for start in _places(text):
        if start < done:
            continue
        sort = _by_neighbours(text[start - 1 : start + 2]) if start else None
        done = start + 1
        if sort is None:
            candidate = _CANDIDATE.match(text, start)
            if candidate is None:
                continue
            done = candidate.end()
            sort = _by_text(text, start, done)
            if sort is None:
                continue
        found.append(_new(Mark, (start, done, *sort)))
    return found


def _places(text: str) -> Iterable[int]:
    """Where the candidates begin, in order, and places that turn out to be none."""
    if _ATTRIBUTE.search(text):
        return [match.start() for match in _CANDIDATE.finditer(text)]
    beginnings = [pattern for glyph, pattern in _BEGINNINGS.items() if glyph in text]
    return sorted([match.start() for pattern in beginnings for match in pattern.finditer(text)])


def _by_text(text: str, start: int, end: int) -> _Sort | None:
    """What a candidate is where the characters beside its first one do not say; None if it is no quotation mark."""
    sort = _by_neighbours(text[start - 1 : end + 1]) if start and end > start + 1 else None
    # An attribute, a run of marks, the end of a broken character.
    if sort is None and not (text[start] == "=" or end - start > 2 or text[start - 1 : start] == "€"):
        return _by_context(text, start, end)
    return sort


@lru_cache(maxsize=8192)
def _by_neighbours(around: str) -> _Sort | None:
    """What a mark is by the characters beside it; None where more of the text must be seen."""
    before, glyph, after = around[0], around[1:-1], around[-1]
    role = _role(before, after)
    beyond = {before, after} & _TRANSPARENT or (before == "\n" and after in " \u00a0") or not 3 <= len(around) <= 4
    if beyond or before == "€" or glyph[0] in "=`" or (role is Role.EITHER and after in ".…"):
        return None
    apostrophe = glyph in _APOSTROPHES
    if apostrophe and (role is Role.OPEN or before.isalnum()):
        return None
    weak = _is_prime(before, glyph, after) or (apostrophe and role is Role.EITHER and not before.isspace())
    return glyph, role, glyph in SINGLES, role is not Role.OPEN and weak


def _by_context(text: str, start: int, end: int) -> _Sort:
    """What a mark is by all that stands around it."""
    glyph = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before in _TRANSPARENT:
        before = _beyond(text, start - 1, -1)
    if not after or after in _TRANSPARENT:
        after = _beyond(text, end, 1)
    role = _role(before, after)
    omission = role is Role.EITHER and not before.isalnum() and text.startswith(_ELLIPSIS, end)
    if omission or (before == "\n" and after in " \u00a0"):
        role = Role.OPEN
    weak = role is not Role.OPEN and _is_prime(before, glyph, after)
    if not weak and glyph in _APOSTROPHES:
        weak = _ELISION.match(text, end) is not None if role is Role.OPEN else _is_apostrophe(text, start, after, role)
    return glyph, role, glyph in SINGLES, weak


def _beyond(text: str, at: int, step: int) -> str:
    """The nearest character from `at` on that is not transparent, looking at most five characters far."""
    for _ in range(5):
        if not 0 <= at < len(text):
            return "\n"
        if text[at] not in _TRANSPARENT:
            return text[at]
        at += step
    return " "


@lru_cache(maxsize=8192)
def _role(before: str, after: str) -> Role:
    if before.isspace() or before in _BEFORE_OPENING:
        if after.isspace():
            return Role.EITHER if before.isspace() else Role.CLOSE
        return Role.EITHER if after in _AFTER_CLOSING and after not in "-—–" else Role.OPEN
    return Role.CLOSE if after.isspace() or after in _AFTER_CLOSING else Role.EITHER


def _is_prime(before: str, glyph: str, after: str) -> bool:
    """Whether a mark may stand for feet, inches or minutes."""
    return before.isdigit() and glyph in _PRIMES and after != ">"


def _is_apostrophe(text: str, start: int, after: str, role: Role) -> bool:
    """Whether a single mark that does not open reads as an apostrophe: workers' rights, goin' home."""
    before = text[max(0, start - 4) : start]
    if role is Role.EITHER:
        return not before[-1:].isspace()
    return after not in ",.;:!?" and (before[-1:] in ("s", "S", "z", "x") or _DROPPED_LETTER.search(before) is not None)
