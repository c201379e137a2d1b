"""How likely two spellings are romanisations, or slips, of one name: a logistic regression over named features."""

from __future__ import annotations

import csv
import math
from functools import cache, lru_cache

from textlint.checks.names.alignment import trained_costs
from textlint.checks.names.features import features
from textlint.packs import data_path

LONGEST = 30
"""Letters of the longest name that is compared; anything longer is not a name."""


@cache
def _weights() -> dict[str, float]:
    with data_path("names", "similarity.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        return {feature: float(weight) for feature, weight in rows}


@lru_cache(maxsize=1 << 16)
def same_name(a: str, b: str) -> float:
    """The probability that two single names are one, between 0 and 1; both orders give the same."""
    if max(len(a), len(b)) > LONGEST:
        return float(a == b)
    weights = _weights()
    found = features(a, b, trained_costs())
    if not found:
        return float(a == b)
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))
