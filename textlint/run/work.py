"""What is done with a task, in whichever process it runs."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from textlint.config.settings import Settings, Suppression
from textlint.diagnostic import Diagnostic, moved
from textlint.errors import InputError, TextlintError
from textlint.fix import Fixing, fix_source
from textlint.inputs import Source, read_documents
from textlint.run.memory import Memory, held
from textlint.run.result import Result
from textlint.run.tasks import Task
from textlint.text import Document

if TYPE_CHECKING:
    from textlint.engine import Linter

ERRORS_TOLD = 10


class Manner(NamedTuple):
    """How work is done: whether results are kept from run to run, and whether the costs of rules are measured."""

    remembering: bool = False
    profiling: bool = False


PLAIN = Manner()
_Read = Document | InputError | None
_Checked = tuple[Document, list[Diagnostic]] | InputError
_Sized = tuple[Source, int]
_TOGETHER = 1 << 19
"""Code points of small documents that are looked at together."""


def work(task: Task, manner: Manner = PLAIN) -> list[Result]:
    """The results of the sources of a task. Raises TextlintError where the settings fit no rules."""
    if task.error is not None:
        return [Result(task.error.path, errors=(task.error,))]
    return _worker(task.settings, manner).results(task)


def remembered(task: Task, manner: Manner) -> list[Result] | None:
    """The results of the sources of a task, if those of all of them are known from earlier runs."""
    if not manner.remembering or task.error is not None or task.fixing is not None:
        return None
    return _worker(task.settings, manner).remembered(task)


def begin() -> None:
    """Begin a new run: linters are loaded anew, so that each run tells all errors that it meets."""
    _worker.cache_clear()


@lru_cache(maxsize=16)
def _worker(settings: bytes, manner: Manner) -> _Worker:
    """One linter per distinct settings in each process."""
    return _Worker(pickle.loads(settings), manner)


class _Worker:
    """A linter with its settings, and how many of its errors have been handed on."""

    def __init__(self, settings: Settings, manner: Manner) -> None:
        self._settings = settings
        self._memory = Memory(settings) if manner.remembering else None
        self._profiling = manner.profiling
        self._handed_on = 0

    @cached_property
    def _linter(self) -> Linter:
        """Loaded once it is needed: to recall results takes none."""
        if not self._profiling:
            from textlint.engine import Linter

            return Linter(self._settings)
        from textlint.profile import ProfilingLinter

        return ProfilingLinter(self._settings)

    def remembered(self, task: Task) -> list[Result] | None:
        """The results of the sources of a task, if those of all of them are in the memory."""
        if self._memory is None:
            return None
        results = []
        for source, size in task.sized:
            known = self._memory.recall(held(source), size)
            if known is None:
                return None
            results.append(known)
        self._memory.flush()
        return results

    def results(self, task: Task) -> list[Result]:
        """What comes of the sources of a task, in order."""
        if task.fixing is not None:
            return [self._fixed(source, size, task.fixing) for source, size in task.sized]
        if self._memory is None:
            return list(self._checked(task.sized))
        return self._recalled(self._memory, [(held(source), size) for source, size in task.sized])

    def _recalled(self, memory: Memory, sized: list[_Sized]) -> list[Result]:
        """The results of the sources, from the memory where they are there."""
        known = [memory.recall(source, size) for source, size in sized]
        new = self._checked([one for one, result in zip(sized, known, strict=True) if result is None])
        results = []
        for (source, _), result in zip(sized, known, strict=True):
            results.append(result or next(new))
            if result is None and not self._linter.errors and not self._linter.deep:
                memory.keep(source, results[-1])
        memory.flush()
        return results

    def _fixed(self, source: Source, size: int, fixing: Fixing) -> Result:
        """What comes of fixing a source."""
        fixed = fix_source(source, self._settings, self._linter.lint, fixing)
        summed = self._summed(source.path, size, fixed.found)
        return summed._replace(fixed=fixed.count, diff=fixed.diff, data=fixed.data)

    def _checked(self, sized: Sequence[_Sized]) -> Iterator[Result]:
        """What comes of checking each of the sources."""
        documents = (chain((None,), read_documents(source, self._settings)) for source, _ in sized)
        read = ((at, item) for at, items in enumerate(documents) for item in items)
        for at, group in groupby(self._looked_at(read), key=itemgetter(0)):
            source, size = sized[at]
            yield self._summed(source.path, size, (item for _, item in group if item is not None))

    def _looked_at(self, read: Iterable[tuple[int, _Read]]) -> Iterator[tuple[int, _Checked | None]]:
        """The same with what was found in each document; several are looked at together."""
        batch: list[tuple[int, _Read]] = []
        room = _TOGETHER
        for at, item in read:
            batch.append((at, item))
            room -= len(item.text) if isinstance(item, Document) else 0
            if room <= 0:
                yield from self._judged(batch)
                batch, room = [], _TOGETHER
        yield from self._judged(batch)

    def _judged(self, batch: Sequence[tuple[int, _Read]]) -> Iterator[tuple[int, _Checked | None]]:
        documents = [item for _, item in batch if isinstance(item, Document)]
        if self._linter.deep:
            from textlint.languagetool.deep import ask_ahead

            ask_ahead(documents)
        looked = iter(self._linter.look(documents))
        for at, item in batch:
            yield at, (item, self._linter.settled(item, next(looked))) if isinstance(item, Document) else item

    def _summed(self, path: str, size: int, found: Iterable[_Checked]) -> Result:
        diagnostics: list[Diagnostic] = []
        errors: list[TextlintError] = []
        documents = untold = 0
        for item in found:
            if isinstance(item, tuple):
                part, own = item[0].part, item[1]
                diagnostics += [moved(diagnostic, part.start) for diagnostic in own] if part.start else own
                documents += part.number == 0
            elif len(errors) < ERRORS_TOLD:
                errors.append(item)
            else:
                untold += 1
        errors += self._new_errors()
        met, used = self._new_suppressions()
        costs = self._linter.hand_over()
        return Result(path, tuple(diagnostics), tuple(errors), documents, size, untold, met=met, used=used, costs=costs)

    def _new_suppressions(self) -> tuple[dict[Suppression, Diagnostic], frozenset[Suppression]]:
        """The suppressions met, with their diagnostics, and those used since the last result."""
        entries, used = self._linter.suppressor.hand_over()
        met = {entry: self._linter.unused_entry(entry) for entry in entries}
        return {entry: diagnostic for entry, diagnostic in met.items() if diagnostic is not None}, frozenset(used)

    def _new_errors(self) -> list[TextlintError]:
        new = self._linter.errors[self._handed_on :]
        self._handed_on += len(new)
        return new
