"""A linter that measures what each rule costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

from textlint.config.settings import Settings
from textlint.costs import MATCHER, REST, Cost, Costs
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.rule import Check, Finding, Rule
from textlint.text import Document


class ProfilingLinter(Linter):
    """A linter that takes the time of its rules. A fact that rules share is counted where it is first asked for."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._costs: defaultdict[str, Cost] = defaultdict(Cost)

    def hand_over(self) -> Costs:
        """The costs since the last time."""
        costs, self._costs = self._costs, defaultdict(Cost)
        return dict(costs)

    def look(self, docs: Sequence[Document]) -> list[list[Diagnostic]]:
        """As `Linter.look`."""
        with self._timed_rest(sum(len(doc.utf8) for doc in docs)):
            return super().look(docs)

    def settled(self, doc: Document, found: list[Diagnostic]) -> list[Diagnostic]:
        """As `Linter.settled`."""
        with self._timed_rest(0):
            return super().settled(doc, found)

    def _matched(self, doc: Document) -> dict[str, list[Finding]]:
        with self._timed(MATCHER, doc):
            return super()._matched(doc)

    def _diagnostics(self, doc: Document, rule: Rule, check: Check) -> list[Diagnostic]:
        name = f"{rule.code} {rule.name}"
        with self._timed(name, doc):
            made = super()._diagnostics(doc, rule, check)
        self._add(name, Cost(diagnostics=len(made)))
        return made

    @contextmanager
    def _timed_rest(self, size: int) -> Iterator[None]:
        """Count what no rule is to blame for."""
        before = sum(cost.seconds for cost in self._costs.values())
        began = perf_counter()
        yield
        spent = perf_counter() - began
        inside = sum(cost.seconds for cost in self._costs.values()) - before
        self._add(REST, Cost(spent - inside, size))

    @contextmanager
    def _timed(self, name: str, doc: Document) -> Iterator[None]:
        began = perf_counter()
        yield
        self._add(name, Cost(perf_counter() - began, len(doc.utf8)))

    def _add(self, name: str, cost: Cost) -> None:
        self._costs[name] = self._costs[name].plus(cost)
