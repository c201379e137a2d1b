"""How likely two spellings are romanisations, or slips, of one name: a logistic regression over named features."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from textlint.checks.names.alignment import trained_costs
from textlint.checks.names.features import features
from textlint.checks.names.tables import rows, spellings

_LISTED = 0.99
LONGEST = 30
"""Letters of the longest name that is compared; anything longer is not a name."""


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in rows("similarity.csv")}


@lru_cache(maxsize=1 << 14)
def same_name(a: str, b: str) -> float:
    """The probability that two single names are one, between 0 and 1; both orders give the same."""
    if max(len(a), len(b)) > LONGEST:
        return float(a == b)
    numbers = spellings()
    if a.lower() in numbers and numbers[a.lower()] == numbers.get(b.lower()):
        return _LISTED
    weights = _weights()
    found = features(a, b, trained_costs())
    if not found:
        return float(a == b)
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))
