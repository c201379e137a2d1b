"""The edit model: by which kinds of slips a written word comes from the word that was meant.

The alignment is the optimal string alignment distance (Damerau 1964); its operations are sorted into the kinds of slips
that writers make (Kernighan, Church and Gale 1990 count them by letter, we by class so that few weights suffice).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

# A third of the time of calling the class.
_new = tuple.__new__
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PAIRS = ("ck", "cs", "sz", "kq", "gj", "fv", "mn", "dt", "bp", "iy", "xs", "uw", "lr", "gk", "bv")
_ALIKE = frozenset(_PAIRS) | frozenset(pair[::-1] for pair in _PAIRS)


class Edit(NamedTuple):
    """One operation: `written` was typed for `meant` (either may be empty), at this index of the written word."""

    written: str
    meant: str
    at: int


def edit_kinds(written: str, meant: str) -> dict[str, int]:
    """How many slips of each kind lead from `meant` to `written`; also `first_letter`, `last_letter` and `slips`."""
    edits = alignment(written, meant)
    kinds: dict[str, int] = {}
    for edit in edits:
        kind = _kind(edit, written)
        kinds[kind] = kinds.get(kind, 0) + 1
        if edit[2] == 0:
            kinds["first_letter"] = kinds.get("first_letter", 0) + 1
        elif edit[2] + len(edit[0]) >= len(written):
            kinds["last_letter"] = kinds.get("last_letter", 0) + 1
    kinds["slips"] = len(edits)
    return kinds


def alignment(written: str, meant: str) -> list[Edit]:
    """The fewest operations that turn one word into the other, from the end to the beginning."""
    head, tail = _shared(written, meant)
    a, b = written[head : len(written) - tail], meant[head : len(meant) - tail]
    if a == b:
        return []
    if len(a) < 2 and len(b) < 2:
        return [_new(Edit, (a, b, head))]
    if len(a) == 2 == len(b):
        swapped = a == b[::-1]
        return [Edit(a, b, head)] if swapped else [Edit(a[1], b[1], head + 1), Edit(a[0], b[0], head)]
    return list(_traced(a, b, _costs(a, b), head))


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


def _traced(a: str, b: str, costs: list[list[int]], offset: int) -> Iterator[Edit]:
    i, j = len(a), len(b)
    while i or j:
        cost = costs[i][j]
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] != b[j - 1] == a[i - 2] and cost == costs[i - 2][j - 2] + 1:
            i, j = i - 2, j - 2
            yield _new(Edit, (a[i : i + 2], b[j : j + 2], offset + i))
        elif i and j and cost == costs[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            if a[i] != b[j]:
                yield _new(Edit, (a[i], b[j], offset + i))
        elif i and cost == costs[i - 1][j] + 1:
            i -= 1
            yield _new(Edit, (a[i], "", offset + i))
        else:
            j -= 1
            yield _new(Edit, ("", b[j], offset + i))


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
