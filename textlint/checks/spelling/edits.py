"""The edit model: by which kinds of slips a written word comes from the word that was meant.

The alignment is the optimal string alignment distance (Damerau 1964); its operations are sorted into the kinds of slips
that writers make (Kernighan, Church and Gale 1990 count them by letter, we by class so that few weights suffice).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PAIRS = ("ck", "cs", "sz", "kq", "gj", "fv", "mn", "dt", "bp", "iy", "xs", "uw", "lr", "gk", "bv")
_ALIKE = frozenset(_PAIRS) | frozenset(pair[::-1] for pair in _PAIRS)


class Edit(NamedTuple):
    """One operation: `written` was typed for `meant` (either may be empty), at this index of the written word."""

    written: str
    meant: str
    at: int


def edit_kinds(written: str, meant: str) -> Counter[str]:
    """How many slips of each kind lead from `meant` to `written`; also `first_letter`, `last_letter` and `slips`."""
    return Counter(edit_names(written, meant))


def edit_names(written: str, meant: str) -> list[str]:
    """The names that `edit_kinds` counts, in the order of the alignment."""
    names: list[str] = []
    for wrong, right, at in alignment(written, meant):
        names += (_kind(wrong, right, at, written), "slips")
        if at == 0:
            names.append("first_letter")
        elif at + len(wrong) >= len(written):
            names.append("last_letter")
    return names


def alignment(written: str, meant: str) -> list[Edit]:
    """The fewest operations that turn one word into the other, from the end to the beginning."""
    head, tail = _shared(written, meant)
    a, b = written[head : len(written) - tail], meant[head : len(meant) - tail]
    if a == b:
        return []
    if len(a) < 2 and len(b) < 2:
        return [Edit(a, b, head)]
    if len(a) == 2 == len(b):
        swapped = a == b[::-1]
        return [Edit(a, b, head)] if swapped else [Edit(a[1], b[1], head + 1), Edit(a[0], b[0], head)]
    return _traced(a, b, _costs(a, b), head)


def _shared(a: str, b: str) -> tuple[int, int]:
    """How many letters two words share at the beginning, and how many of the others at the end."""
    most = min(len(a), len(b))
    head = tail = 0
    while head < most and a[head] == b[head]:
        head += 1
    while tail < most - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def _costs(a: str, b: str) -> list[list[int]]:
    """The cost of turning each beginning of `a` (a row) into each of `b`."""
    above = list(range(len(b) + 1))
    costs = [above]
    for i, x in enumerate(a):
        left = i + 1
        row = [left]
        for j, y in enumerate(b):
            if x == y:
                left = above[j]
            else:
                upper, across = above[j + 1], above[j]
                if i and j and x == b[j - 1] and y == a[i - 1]:
                    across = min(across, costs[i - 1][j - 1])
                left = (left if left < upper else upper) if left < across or upper < across else across
                left += 1
            row.append(left)
        costs.append(row)
        above = row
    return costs


def _traced(a: str, b: str, costs: list[list[int]], offset: int) -> list[Edit]:
    edits = []
    i, j = len(a), len(b)
    while i or j:
        cost = costs[i][j]
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] != b[j - 1] == a[i - 2] and cost == costs[i - 2][j - 2] + 1:
            i, j = i - 2, j - 2
            edits.append(Edit(a[i : i + 2], b[j : j + 2], offset + i))
        elif i and j and cost == costs[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            if a[i] != b[j]:
                edits.append(Edit(a[i], b[j], offset + i))
        elif i and cost == costs[i - 1][j] + 1:
            i -= 1
            edits.append(Edit(a[i], "", offset + i))
        else:
            j -= 1
            edits.append(Edit("", b[j], offset + i))
    return edits


def _kind(wrong: str, right: str, at: int, written: str) -> str:
    if len(wrong) == 2:
        return "swapped"
    if wrong and right:
        return _replaced(wrong, right)
    before = written[at - 1] if at else ""
    if right:
        return _missed(right, before + written[at : at + 1])
    return _extra(wrong, before + written[at + 1 : at + 2])


def _missed(letter: str, around: str) -> str:
    if letter in around:
        return "missed_double"
    if letter == "'":
        return "missed_apostrophe"
    return "missed_vowel" if letter in _VOWELS else "missed_consonant"


def _extra(letter: str, around: str) -> str:
    if letter in around:
        return "doubled"
    if letter + around[:1] in _NEIGHBOUR_KEYS or letter + around[1:] in _NEIGHBOUR_KEYS:
        return "extra_adjacent"
    return "extra_vowel" if letter in _VOWELS else "extra_consonant"


def _replaced(letter: str, meant: str) -> str:
    if letter in _VOWELS and meant in _VOWELS:
        return "vowel_for_vowel"
    if letter + meant in _NEIGHBOUR_KEYS:
        return "adjacent_key"
    return "sounds_alike" if letter + meant in _ALIKE else "other_letter"


def _neighbour_keys() -> frozenset[str]:
    places = {key: (row, column + row * 0.5) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    return frozenset(
        a + b
        for a, (row, column) in places.items()
        for b, (other_row, other_column) in places.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
    )


_NEIGHBOUR_KEYS = _neighbour_keys()
