"""The line model: how much a line reads as boilerplate, and by what evidence.

Boosted decision trees over named features (J. Friedman, 2001, "Greedy function approximation"), trained by
`scripts/train_boilerplate.py`. All trees are walked at once, a feature at a time, by the bits of the leaves that can
still be reached (C. Lucchese et al., 2015, "QuickScorer"). The evidence is the change of the expected score along each
tree's path.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from math import exp
from operator import getitem

from textlint.checks.boilerplate.shapes import SHAPES, SHAPES_BESIDE
from textlint.packs import data_path

Node = float | tuple[str, float, float, "Node", "Node"]
"""A score, or: feature, threshold, expected score, the node at or below the threshold, the node above."""

# Each tree has a byte: the bits of its leaves, the first one lowest.
_BITS = 8
_LOWEST_BIT = bytes((bits & -bits).bit_length() - 1 if bits else 0 for bits in range(1 << _BITS))


class LineModel:
    """Trees of at most eight leaves, the weights of words, and the words for what each feature is evidence of."""

    def __init__(self, trees: list[Node], word_weights: dict[str, float], evidence_of: dict[str, str]) -> None:
        self.trees = trees
        self.word_weights = word_weights
        self.evidence_of = evidence_of
        self._leaves = [list(_leaves(tree)) for tree in trees]
        self._all = sum((1 << len(leaves)) - 1 << _BITS * at for at, leaves in enumerate(self._leaves))
        self._tests = self._tests_by_feature()

    def _tests_by_feature(self) -> dict[str, tuple[float, list[float], list[int]]]:
        """For each feature its lowest threshold, all of them, and which leaves are left by how many it passes."""
        tests: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for at, tree in enumerate(self.trees):
            _collect(tree, _BITS * at, tests)
        return {feature: self._table(sorted(those)) for feature, those in tests.items()}

    def _table(self, tests: list[tuple[float, int]]) -> tuple[float, list[float], list[int]]:
        left = [self._all]
        for _, shut in tests:
            left.append(left[-1] & ~shut)
        return tests[0][0], [threshold for threshold, _ in tests], left

    @cached_property
    def shapes(self) -> list[str]:
        """The names of the `SHAPES` that the trees ask for, of a line itself or of its neighbours."""
        return [name for name in SHAPES if name in self._tests or name in SHAPES_BESIDE]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability that a line with these features is boilerplate.

        A missing feature is 0; those that may be negative are not to be missing.
        """
        left, test_of = self._all, self._tests.get
        for feature, value in features.items():
            test = test_of(feature)
            if test is not None and value > test[0]:
                left &= test[2][bisect_left(test[1], value)]
        reached = left.to_bytes(len(self.trees), "little").translate(_LOWEST_BIT)
        return 1 / (1 + exp(-sum(map(getitem, self._leaves, reached))))

    def evidence(self, features: Mapping[str, float], most: int = 2) -> str:
        """The strongest reasons for calling the line boilerplate, in words."""
        shares: dict[str, float] = defaultdict(float)
        reason_of, value_of = self.evidence_of.get, features.get
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                feature, threshold, expected, below, above = node
                node = below if value_of(feature, 0.0) <= threshold else above
                share = (node[2] if isinstance(node, tuple) else node) - expected
                shares[reason_of(feature, feature)] += share
        best = sorted(shares, key=lambda reason: -shares[reason])[:most]
        return " and ".join(reason for reason in best if shares[reason] > 0)


def _leaves(node: Node) -> Iterator[float]:
    if isinstance(node, tuple):
        yield from _leaves(node[3])
        yield from _leaves(node[4])
    else:
        yield node


def _collect(node: Node, first: int, tests: dict[str, list[tuple[float, int]]]) -> int:
    """Gather the tests of a tree, each with the leaves that a line which passes it cannot reach.

    `first` is the bit of its first leaf; the bit after its last leaf comes back.
    """
    if not isinstance(node, tuple):
        return first + 1
    middle = _collect(node[3], first, tests)
    tests[node[0]].append((node[1], (1 << middle) - (1 << first)))
    return _collect(node[4], middle, tests)


def _node(data: float | list[object]) -> Node:
    if not isinstance(data, list):
        return data
    feature, threshold, mean, below, above = data
    return feature, threshold, mean, _node(below), _node(above)  # type: ignore[arg-type, return-value]


@cache
def line_model() -> LineModel:
    """The trained model, read once per process."""
    trees = json.loads(data_path("boilerplate", "line-model.json").read_text(encoding="utf-8"))
    words = {token: float(weight) for token, weight in _rows("word-weights.csv")}
    return LineModel([_node(tree) for tree in trees], words, dict(_rows("evidence.csv")))


def _rows(name: str) -> list[tuple[str, str]]:
    with data_path("boilerplate", name).open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [(first, second) for first, second in rows]
