"""The cheapest way from one spelling to another by the letter changes that romanisations make.

A weighted edit distance over groups of up to three letters (Ristad & Yianilos 1998 learn such costs for single letters;
groups as in Brill & Moore 2000). Costs are data: `operations.csv`, trained by scripts/train_name_similarity.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase
from typing import NamedTuple

from textlint.checks.names.tables import rows

Costs = Mapping[tuple[str, str], float]
"""The cost of each pair of letter groups, in alphabetical order."""
Partners = Mapping[str, Mapping[str, float]]
"""The same for look-ups by one letter group and then the other, in both orders."""
UNSEEN = 5.0
"""The cost of changing, adding or dropping one letter in a way that no training pair shows."""
_GROUP = 3
_FAR = 1e9


class Operation(NamedTuple):
    """Letters `left` at `at_left` of one spelling stand where the other has `right` at `at_right`."""

    left: str
    right: str
    at_left: int
    at_right: int


class Alignment(NamedTuple):
    """The total cost and the changes; equal letters are left out."""

    cost: float
    operations: tuple[Operation, ...]


def partners(costs: Costs) -> Partners:
    """Costs for `align`: each change both ways, and any change of single letters that has no cost of its own."""
    table = {x: {y: UNSEEN for y in ("", *ascii_lowercase) if x != y} for x in ("", *ascii_lowercase)}
    for (left, right), cost in costs.items():
        table.setdefault(left, {})[right] = cost
        table.setdefault(right, {})[left] = cost
    return table


@cache
def trained_costs() -> Partners:
    """The costs of `operations.csv`."""
    return partners({(left, right): float(cost) for left, right, cost in rows("operations.csv")})


def align(a: str, b: str, costs: Partners) -> Alignment:
    """Align two spellings in letters a to z; time is proportional to the product of their lengths."""
    best = [[_FAR] * (len(b) + 1) for _ in range(len(a) + 1)]
    came = [[(0, 0)] * (len(b) + 1) for _ in range(len(a) + 1)]
    best[0][0] = 0.0
    groups = [_groups(b, j) for j in range(len(b) + 1)]
    for i in range(len(a) + 1):
        changes = [(costs[left], best[k], came[k]) for k, left in _groups(a, i) if left in costs]
        for j, rights in enumerate(groups):
            here = best[i][j]
            if a[i : i + 1] == b[j : j + 1] != "" and here < best[i + 1][j + 1]:
                best[i + 1][j + 1], came[i + 1][j + 1] = here, (i, j)
            for becomes, row, came_row in changes:
                for m, right in rights:
                    if right in becomes and here + becomes[right] < row[m]:
                        row[m], came_row[m] = here + becomes[right], (i, j)
    return Alignment(best[-1][-1], _trace(a, b, came))


def _groups(word: str, at: int) -> list[tuple[int, str]]:
    """The letter groups that begin at a place, the empty one too, each after its end."""
    return [(end, word[at:end]) for end in range(at, min(len(word), at + _GROUP) + 1)]


def _trace(a: str, b: str, came: list[list[tuple[int, int]]]) -> tuple[Operation, ...]:
    changes = []
    i, j = len(a), len(b)
    while i or j:
        before_i, before_j = came[i][j]
        left, right = a[before_i:i], b[before_j:j]
        if left != right:
            changes.append(Operation(left, right, before_i, before_j))
        i, j = before_i, before_j
    return tuple(reversed(changes))
