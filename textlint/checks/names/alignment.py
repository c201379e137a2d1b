"""The cheapest way from one spelling to another by the letter changes that romanisations make.

A weighted edit distance over groups of up to three letters (Ristad & Yianilos 1998 learn such costs for single letters;
groups as in Brill & Moore 2000). Costs are data: `operations.csv`, trained by scripts/train_name_similarity.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from textlint.checks.names.tables import rows

Costs = Mapping[tuple[str, str], float]
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


@cache
def trained_costs() -> Costs:
    """The costs of `operations.csv`, each pair of letter groups in alphabetical order."""
    return {(left, right): float(cost) for left, right, cost in rows("operations.csv")}


def align(a: str, b: str, costs: Costs) -> Alignment:
    """Align two folded spellings; time is proportional to the product of their lengths."""
    best = [[_FAR] * (len(b) + 1) for _ in range(len(a) + 1)]
    came = [[(0, 0)] * (len(b) + 1) for _ in range(len(a) + 1)]
    best[0][0] = 0.0
    for i, j in product(range(len(a) + 1), range(len(b) + 1)):
        if best[i][j] < _FAR:
            for k, m, cost in _changes(a, b, i, j, costs):
                if best[i][j] + cost < best[k][m]:
                    best[k][m] = best[i][j] + cost
                    came[k][m] = (i, j)
    return Alignment(best[-1][-1], _trace(a, b, came))


def _changes(a: str, b: str, i: int, j: int, costs: Costs) -> Iterator[tuple[int, int, float]]:
    """Where every change that starts at a[i] and b[j] leads, and what it costs."""
    if i < len(a) and j < len(b) and a[i] == b[j]:
        yield i + 1, j + 1, 0.0
    for k in range(i, min(len(a), i + _GROUP) + 1):
        left = a[i:k]
        for m in range(j, min(len(b), j + _GROUP) + 1):
            right = b[j:m]
            cost = costs.get((left, right) if left < right else (right, left))
            if cost is None and k - i <= 1 and m - j <= 1 and left != right:
                cost = UNSEEN
            if cost is not None:
                yield k, m, cost


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
