"""The boosted trees that weigh the evidence for an alternative: `wrong-word.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from textlint.packs import data_path

Tree = Any
"""A leaf's number, or [feature, threshold, tree if at most, tree if above]."""


class Classifier(NamedTuple):
    """A sum of trees over named features; `thresholds` are the scores above which each kind of slip is reported.

    `rates` say of a word, and of a word and an alternative with a space between, how often a suspicious place of it is
    a slip: log-odds, 0 where nothing is known.
    """

    bias: float
    thresholds: Mapping[str, float]
    rates: Mapping[str, float]
    trees: tuple[Tree, ...]

    def score(self, word: str, other: str, evidence: Mapping[str, float]) -> float:
        """Log-odds, on text full of slips, that the word is one."""
        rates = {"word_rate": self.rates.get(word, 0.0), "pair_rate": self.rates.get(f"{word} {other}", 0.0)}
        values = {**evidence, **rates}
        total = self.bias
        for tree in self.trees:
            node = tree
            while isinstance(node, list):
                feature, threshold, at_most, above = node
                node = at_most if values[feature] <= threshold else above
            total += node
        return total


@cache
def classifier() -> Classifier:
    """The trees trained by scripts/train_wrong_word.py."""
    table = json.loads(data_path("spelling", "wrong-word.json").read_text("utf-8"))
    return Classifier(table["bias"], table["thresholds"], table["rates"], tuple(table["trees"]))
