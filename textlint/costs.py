"""What rules cost: time, bytes looked at, and diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

MATCHER = "[match]"
REST = "the rest"


class Cost(NamedTuple):
    """Seconds by the clock, bytes (UTF-8) of the documents looked at, and diagnostics made."""

    seconds: float = 0.0
    bytes: int = 0
    diagnostics: int = 0

    def plus(self, other: Cost) -> Cost:
        """Both together."""
        return Cost(self.seconds + other.seconds, self.bytes + other.bytes, self.diagnostics + other.diagnostics)


Costs = Mapping[str, Cost]
"""Costs by what rules are shown as, with `MATCHER` for the pass that all `[match]` tables share, and the `REST`."""


def together(first: Costs, second: Costs) -> Costs:
    """The costs of two parts of a run."""
    names = {**first, **second}
    return {name: first.get(name, Cost()).plus(second.get(name, Cost())) for name in names}


def table(costs: Costs) -> Iterator[str]:
    """The costs as lines, the dearest first."""
    whole = sum(cost.seconds for cost in costs.values()) or 1.0
    yield f"{'rule':<40}{'seconds':>9}{'share':>7}{'MB':>9}{'ms/MB':>9}{'diagnostics':>13}"
    for name, cost in sorted(costs.items(), key=lambda item: -item[1].seconds):
        megabytes = cost.bytes / 1e6
        pace = f"{1000 * cost.seconds / megabytes:.2f}" if megabytes else "-"
        row = f"{name:<40}{cost.seconds:>9.3f}{cost.seconds / whole:>7.1%}{megabytes:>9.2f}{pace:>9}"
        yield f"{row}{cost.diagnostics:>13,}"
