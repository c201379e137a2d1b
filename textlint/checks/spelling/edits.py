"""The edit model: by which kinds of slips a written word comes from the word that was meant.

The alignment is the optimal string alignment distance (Damerau 1964); its operations are sorted into the kinds of slips
that writers make (Kernighan, Church and Gale 1990 count them by letter, we by class so that few weights suffice).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = frozenset(
    frozenset(pair)
    for pair in ("ck", "cs", "sz", "kq", "gj", "fv", "mn", "dt", "bp", "iy", "xs", "uw", "lr", "gk", "bv")
)


class Edit(NamedTuple):
    """One operation: `written` was typed for `meant` (either may be empty), at this index of the written word."""

    written: str
    meant: str
    at: int


def edit_kinds(written: str, meant: str) -> Counter[str]:
    """How many slips of each kind lead from `meant` to `written`; also `first_letter`, `last_letter` and `slips`."""
    edits = alignment(written, meant)
    names = []
    for edit in edits:
        names.append(_kind(edit, written))
        if edit.at == 0:
            names.append("first_letter")
        elif edit.at + len(edit.written) >= len(written):
            names.append("last_letter")
    kinds = Counter(names)
    kinds["slips"] = len(edits)
    return kinds


def alignment(written: str, meant: str) -> list[Edit]:
    """The fewest operations that turn one word into the other, from the end to the beginning."""
    head = _common_prefix(written, meant)
    tail = min(_common_prefix(written[::-1], meant[::-1]), min(len(written), len(meant)) - head)
    a, b = written[head : len(written) - tail], meant[head : len(meant) - tail]
    if a == b:
        return []
    if max(len(a), len(b)) == 1 or (len(a) == 2 and a == b[::-1]):
        return [Edit(a, b, head)]
    return list(_traced(a, b, _costs(a, b), head))


def _common_prefix(a: str, b: str) -> int:
    for length, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return length
    return min(len(a), len(b))


def _costs(a: str, b: str) -> list[list[int]]:
    costs = [list(range(len(b) + 1))] + [[i + 1] + [0] * len(b) for i in range(len(a))]
    for i, x in enumerate(a, 1):
        above, row = costs[i - 1], costs[i]
        for j, y in enumerate(b, 1):
            cost = above[j - 1] if x == y else min(above[j], row[j - 1], above[j - 1]) + 1
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, costs[i - 2][j - 2] + 1)
            row[j] = cost
    return costs


def _traced(a: str, b: str, costs: list[list[int]], offset: int) -> Iterator[Edit]:
    i, j = len(a), len(b)
    while i or j:
        cost = costs[i][j]
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] != b[j - 1] == a[i - 2] and cost == costs[i - 2][j - 2] + 1:
            i, j = i - 2, j - 2
            yield Edit(a[i : i + 2], b[j : j + 2], offset + i)
        elif i and j and cost == costs[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            if a[i] != b[j]:
                yield Edit(a[i], b[j], offset + i)
        elif i and cost == costs[i - 1][j] + 1:
            i -= 1
            yield Edit(a[i], "", offset + i)
        else:
            j -= 1
            yield Edit("", b[j], offset + i)


def _kind(edit: Edit, written: str) -> str:
    if len(edit.written) == 2:
        return "swapped"
    before = written[max(edit.at - 1, 0) : edit.at]
    if not edit.written:
        return _missed(edit.meant, before + written[edit.at : edit.at + 1])
    if not edit.meant:
        return _extra(edit.written, before + written[edit.at + 1 : edit.at + 2])
    return _replaced(edit.written, edit.meant)


def _missed(letter: str, around: str) -> str:
    if letter in around:
        return "missed_double"
    if letter == "'":
        return "missed_apostrophe"
    return "missed_vowel" if letter in _VOWELS else "missed_consonant"


def _extra(letter: str, around: str) -> str:
    if letter in around:
        return "doubled"
    if any((letter, other) in _NEIGHBOUR_KEYS for other in around):
        return "extra_adjacent"
    return "extra_vowel" if letter in _VOWELS else "extra_consonant"


def _replaced(letter: str, meant: str) -> str:
    if letter in _VOWELS and meant in _VOWELS:
        return "vowel_for_vowel"
    if (letter, meant) in _NEIGHBOUR_KEYS:
        return "adjacent_key"
    return "sounds_alike" if frozenset((letter, meant)) in _ALIKE else "other_letter"


def _neighbour_keys() -> frozenset[tuple[str, str]]:
    places = {key: (row, column + row * 0.5) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    return frozenset(
        (a, b)
        for a, (row, column) in places.items()
        for b, (other_row, other_column) in places.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
    )


_NEIGHBOUR_KEYS = _neighbour_keys()
