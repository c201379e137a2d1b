"""The trained weights of the spelling models, by the name of each feature."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import log
from typing import NamedTuple

from textlint.packs import data_path


class Weights(NamedTuple):
    """`rank` orders suggestions; `lower` and `capital` judge unknown words by how they are written.

    What `rank` has no weight for weighs nothing. `floor` is the least probability that the rules are shown.
    """

    rank: Mapping[str, float]
    lower: Mapping[str, float]
    capital: Mapping[str, float]
    floor: float
    place: Mapping[str, float]

    @property
    def least(self) -> float:
        """The floor as log-odds."""
        return log(self.floor / (1 - self.floor))


@cache
def weights() -> Weights:
    """The weights, trained by scripts/train_spelling.py."""
    tables = tomllib.loads(data_path("spelling", "judge.toml").read_text("utf-8"))
    rank = defaultdict(float, tables["rank"])
    return Weights(rank, tables["lower"], tables["capital"], tables["floor"], tables["place"])


def table_of(capital: bool) -> Mapping[str, float]:
    """The weights of the judge's features for words with or without a capital."""
    return weights().capital if capital else weights().lower


def weighed(table: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The sum of the features by their weights; what has no weight weighs nothing."""
    return sum([table.get(name, 0.0) * value for name, value in features.items() if value])
