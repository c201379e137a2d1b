"""Tell the results of a run as they come: to a renderer, to standard error, and in a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import TracebackType

from textlint.cli.main import complain
from textlint.cli.progress import Progress
from textlint.costs import Costs, together
from textlint.errors import InputError
from textlint.inputs import Source
from textlint.output.base import Counts, Renderer
from textlint.run import Fixing, FixTo, Result


class Report:
    """What a run tells, between the begin and the end of its renderer."""

    def __init__(self, shown: Renderer, fixing: Fixing | None = None) -> None:
        self.fixing = fixing
        self.counts = Counts()
        self.results = 0
        self.costs: Costs = {}
        self._shown = shown
        self._progress = Progress()

    def __enter__(self) -> Report:
        self._shown.begin()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.clear()
        if kind is None and self.results:
            self._shown.end(self.counts)
        else:
            self._shown.abort(self.counts)

    def watch(self, sources: Iterable[Source | InputError]) -> list[Source | InputError]:
        """The sources, all looked up beforehand, so that a bar can show how much of them is checked."""
        listed = list(sources)
        self._progress = Progress([source.size for source in listed if isinstance(source, Source)])
        return listed

    def tell(self, result: Result) -> None:
        """Tell the errors, the diagnostics and the fixes of a result."""
        self.results += 1
        if result.errors or result.diagnostics or result.diff:
            self._progress.clear()
        for error in result.errors:
            complain(error)
            self.counts.unread = True
        for diagnostic in result.diagnostics:
            self.counts.add(diagnostic)
            self._shown.show(diagnostic)
        self.counts.fixed += result.fixed
        if result.diff:
            self._shown.show_diff(result.diff)
        if result.data is not None and self.fixing and self.fixing.to is FixTo.DATA:
            sys.stdout.buffer.write(result.data)
        if result.costs:
            self.costs = together(self.costs, result.costs)
        self._progress.advance(result.size)
