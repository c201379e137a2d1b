"""What each rule costs: time, bytes looked at, and diagnostics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import NamedTuple

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.rule import Finding, Rule
from textlint.text import Document

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
"""Costs by what rules are shown as, `[match]` for the pass that all `[match]` tables share, and the rest."""


class ProfilingLinter(Linter):
    """A linter that takes the time of its rules. A fact that rules share is counted where it is first asked for."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._costs: defaultdict[str, Cost] = defaultdict(Cost)

    def hand_over(self) -> Costs:
        """The costs since the last time."""
        costs, self._costs = self._costs, defaultdict(Cost)
        return dict(costs)

    def lint(self, doc: Document) -> list[Diagnostic]:
        """As `Linter.lint`."""
        before = sum(cost.seconds for cost in self._costs.values())
        began = perf_counter()
        left = super().lint(doc)
        spent = perf_counter() - began
        inside = sum(cost.seconds for cost in self._costs.values()) - before
        self._add(REST, Cost(spent - inside, len(doc.utf8), 0))
        return left

    def _matched(self, doc: Document) -> dict[str, list[Finding]]:
        with self._timed(MATCHER, doc):
            return super()._matched(doc)

    def _diagnostics(self, doc: Document, rule: Rule, findings: Iterable[Finding]) -> list[Diagnostic]:
        name = f"{rule.code} {rule.name}"
        with self._timed(name, doc):
            made = super()._diagnostics(doc, rule, findings)
        self._add(name, Cost(diagnostics=len(made)))
        return made

    @contextmanager
    def _timed(self, name: str, doc: Document) -> Iterator[None]:
        began = perf_counter()
        yield
        self._add(name, Cost(perf_counter() - began, len(doc.utf8)))

    def _add(self, name: str, cost: Cost) -> None:
        self._costs[name] = self._costs[name].plus(cost)


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
