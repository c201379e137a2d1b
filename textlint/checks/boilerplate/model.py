"""The line model: how much a line reads as boilerplate, and by what evidence.

Boosted decision trees over named features (J. Friedman, 2001, "Greedy function approximation"), trained by
`scripts/train_boilerplate.py`; the evidence is the change of the expected score along each tree's path.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import exp
from typing import NamedTuple

from textlint.packs import data_path

Node = float | tuple[str, float, float, "Node", "Node"]
"""A score, or: feature, threshold, expected score, the node at or below the threshold, the node above."""

# Of the labelled lines that reach one half, none has a lower score after so many trees.
FIRST = 20
_HOPELESS = -2.2


class LineModel(NamedTuple):
    """The trees, the weights of words, the words for what each feature is evidence of, and every feature as 0."""

    trees: list[Node]
    word_weights: dict[str, float]
    evidence_of: dict[str, str]
    absent: dict[str, float]

    def opening(self, features: Mapping[str, float]) -> float | None:
        """The score of a line by the first trees, None if it leaves no hope that the line is boilerplate.

        No feature that these trees read may be missing.
        """
        score = _score(self.trees[:FIRST], features)
        return None if score < _HOPELESS else score

    def probability(self, features: dict[str, float], opening: float) -> float:
        """The probability that a line with these features is boilerplate."""
        return 1 / (1 + exp(-opening - _score(self.trees[FIRST:], self.absent | features)))

    def evidence(self, features: Mapping[str, float], most: int = 2) -> str:
        """The strongest reasons for calling the line boilerplate, in words."""
        shares: dict[str, float] = defaultdict(float)
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                below = node[3] if features.get(node[0], 0.0) <= node[1] else node[4]
                shares[self.evidence_of.get(node[0], node[0])] += _expected(below) - node[2]
                node = below
        best = sorted(shares, key=lambda reason: -shares[reason])[:most]
        return " and ".join(reason for reason in best if shares[reason] > 0)


def _score(trees: list[Node], features: Mapping[str, float]) -> float:
    total = 0.0
    for tree in trees:
        node = tree
        while isinstance(node, tuple):
            feature, threshold, _, below, above = node
            node = below if features[feature] <= threshold else above
        total += node
    return total


def _expected(node: Node) -> float:
    return node[2] if isinstance(node, tuple) else node


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
    evidence_of = dict(_rows("evidence.csv"))
    return LineModel([_node(tree) for tree in trees], words, evidence_of, dict.fromkeys(evidence_of, 0.0))


def _rows(name: str) -> list[tuple[str, str]]:
    with data_path("boilerplate", name).open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [(first, second) for first, second in rows]
