"""Quotation marks of a text: found in one pass, told apart from apostrophes and primes, and given a direction."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Role(IntEnum):
    """What the characters around a mark allow it to be."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


class Sort(NamedTuple):
    """What a mark is: `glyph` as printed, `role` by its surroundings, `letter` for all but the glyph.

    `single` marks are a family of their own. `weak` marks are more likely an apostrophe or a prime; they join a pair
    only if nothing else can.
    """

    glyph: str
    role: Role
    single: bool
    weak: bool
    letter: str


class Mark(NamedTuple):
    """One quotation mark: `start` and `end` in code points, the rest as in its `Sort`."""

    start: int
    end: int
    glyph: str
    role: Role
    single: bool
    weak: bool


class Marks(NamedTuple):
    """The marks of a text in order: where each begins, its sort, and its letter.

    Letters are `(`, `)` and `[`, `]` for double and single marks, `}` for a weak closing double mark, `'` for any weak
    single one, and `?` for what may open or close.
    """

    starts: list[int]
    sorts: list[Sort]
    letters: str

    def between(self, first: int, last: int) -> list[Mark]:
        """The marks with the numbers `first` to `last`, the latter exclusive."""
        found = zip(self.starts[first:last], self.sorts[first:last], strict=True)
        return [_new(Mark, (start, start + len(sort[0]), *sort[:4])) for start, sort in found]


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
# What may begin a candidate: these always, an apostrophe only where it is not inside a word.
_BEGINNINGS = tuple('"“”„‟«»‘‚‛‹›`')
_APOSTROPHE = {glyph: re.compile(rf"{glyph}(?!(?<=\w['’])\w){glyph}?") for glyph in "'’"}
_DOUBLED = frozenset({"''", "’’", "‘‘", "``"})
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
# Faster than calling the class: there are thousands of marks in a megabyte.
_new = tuple.__new__
_LETTERS = {(Role.OPEN, False): "(", (Role.CLOSE, False): ")", (Role.OPEN, True): "[", (Role.CLOSE, True): "]"}


def marks(text: str) -> Marks:
    """The quotation marks of `text`; apostrophes inside words and attribute values are left out."""
    starts, sorts = [], []
    done = 0
    for start in _places(text):
        if start < done:
            continue
        sort = _by_neighbours(text[start - 1 : start + 2])
        if sort is None and text[start : start + 2] in _DOUBLED:
            sort, done = _by_neighbours(text[start - 1 : start + 3]), start + 2
        if sort is None:
            candidate = _CANDIDATE.match(text, start)
            if candidate is None:
                continue
            done = candidate.end()
            # An attribute, a run of marks, the end of a broken character.
            if text[start] == "=" or done - start > 2 or text[start - 1 : start] == "€":
                continue
            sort = _by_context(text, start, done)
        starts.append(start)
        sorts.append(sort)
    return Marks(starts, sorts, "".join([sort.letter for sort in sorts]))


def _places(text: str) -> list[int]:
    """Where the candidates begin, in order, and places that turn out to be none."""
    if "=" in text and _ATTRIBUTE.search(text):
        return [match.start() for match in _CANDIDATE.finditer(text)]
    places: list[int] = []
    for glyph in _BEGINNINGS:
        at = text.find(glyph)
        while at >= 0:
            places.append(at)
            at = text.find(glyph, at + 1)
    for glyph, pattern in _APOSTROPHE.items():
        if glyph in text:
            places += [match.start() for match in pattern.finditer(text)]
    places.sort()
    return places


@lru_cache(maxsize=8192)
def _by_neighbours(around: str) -> Sort | None:
    """What a mark is by the characters beside it; None where more of the text must be seen."""
    if not 3 <= len(around) <= 4:  # at an edge of the text
        return None
    before, glyph, after = around[0], around[1:-1], around[-1]
    role = _role(before, after)
    beyond = {before, after} & _TRANSPARENT or (before == "\n" and after in " \u00a0")
    if beyond or before == "€" or glyph[0] in "=`" or (role is Role.EITHER and after in ".…"):
        return None
    apostrophe = glyph in _APOSTROPHES
    if apostrophe and (role is Role.OPEN or before.isalnum()):
        return None
    weak = _is_prime(before, glyph, after) or (apostrophe and role is Role.EITHER and not before.isspace())
    return _sort(glyph, role, weak=role is not Role.OPEN and weak)


def _sort(glyph: str, role: Role, *, weak: bool) -> Sort:
    single = glyph in SINGLES
    if weak and (single or role is Role.CLOSE):
        return Sort(glyph, role, single, weak, "'" if single else "}")
    return Sort(glyph, role, single, weak, _LETTERS.get((role, single), "?"))


def _by_context(text: str, start: int, end: int) -> Sort:
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
    return _sort(glyph, role, weak=weak)


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
