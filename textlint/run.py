"""The run: from sources to results, in order, in bounded memory, on as many processes as asked for.

The work is cut into tasks of about a mebibyte (a batch of small files, or some lines of a large JSON Lines file) in
the same way for any number of processes, so that the results are the same too.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from textlint.config.settings import Settings, Suppression
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.errors import InputError, RuleError, TextlintError
from textlint.inputs import Kind, Source, read_documents
from textlint.inputs.jsonl import slices
from textlint.text import Document

_TASK = 1 << 20
_TASK_FILES = 256
_WORTH_WORKERS = 4 << 20
_ERRORS_TOLD = 10


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a source, or of some lines of a large one.

    `documents` is how many were checked, `size` how many bytes of the file this is, and `untold` how many input
    errors there were beyond those in `errors`. `met` are suppressions of the configuration that speak of this source,
    each with the diagnostic to show if none of the run's sources has `used` it.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[TextlintError, ...] = ()
    documents: int = 0
    size: int = 0
    untold: int = 0
    met: Mapping[Suppression, Diagnostic] = field(default_factory=dict)
    used: frozenset[Suppression] = frozenset()


def check_sources(
    sources: Iterable[Source | InputError], resolve: Callable[[str], Settings], *, jobs: int = 1
) -> Iterator[Result]:
    """The results of the sources in their order (errors among them are handed on), several for a large JSON Lines file.

    `resolve` gives the settings that hold for a path. An error of a rule is told once, and of the input errors of a
    file the first few and how many more there are. Raises TextlintError where the settings fit no rules.
    """
    yield from _with_unused(_told_once(_few_errors(_execute(_tasks(sources, resolve), jobs))))


def default_jobs() -> int:
    """As many processes as there are processors for this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class _Task:
    """Sources under the same (pickled) settings, or the error that stands in the place of one."""

    settings: bytes
    sources: tuple[Source, ...] = ()
    size: int = 0
    error: InputError | None = None


def _tasks(sources: Iterable[Source | InputError], resolve: Callable[[str], Settings]) -> Iterator[_Task]:
    batch = _Task(b"")
    pickled: dict[int, tuple[Settings, bytes]] = {}
    for source in sources:
        if isinstance(source, InputError):
            if batch.sources:
                yield batch
            batch = _Task(b"")
            yield _Task(b"", error=source)
            continue
        settings = resolve(source.path)
        if id(settings) not in pickled:
            pickled[id(settings)] = settings, pickle.dumps(settings)
        form = pickled[id(settings)][1]
        size = source.size
        streamed = source.kind is Kind.JSONL and (source.stdin or source.compression != "" or size > _TASK)
        full = batch.size + size > _TASK or len(batch.sources) >= _TASK_FILES
        if batch.sources and (streamed or full or batch.settings != form):
            yield batch
            batch = _Task(form)
        if streamed:
            for part in slices(source):
                yield _Task(form, (part,), part.size) if isinstance(part, Source) else _Task(form, error=part)
        else:
            batch = _Task(form, (*batch.sources, source), batch.size + size)
    if batch.sources:
        yield batch


def _execute(tasks: Iterator[_Task], jobs: int) -> Iterator[Result]:
    """The results of the tasks in order. Workers begin only where there is enough to do for them.

    The first task always runs here: it loads what the workers then inherit.
    """
    head: list[_Task] = []
    while jobs > 1 and sum(task.size for task in head) < _WORTH_WORKERS:
        task = next(tasks, None)
        if task is None:
            jobs = 1
        else:
            head.append(task)
    tasks = chain(head, tasks)
    if jobs > 1:
        from textlint.workers import map_in_order

        yield from _run(next(tasks))
        for results in map_in_order(_run, tasks, jobs):
            yield from results
    else:
        for task in tasks:
            yield from _run(task)


class _Checker:
    """A linter with its settings, and how many of its errors have been handed on."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.linter = Linter(settings)
        self._handed_on = 0

    def check(self, source: Source) -> Result:
        found: list[Diagnostic] = []
        errors: list[TextlintError] = []
        documents = untold = 0
        for document in read_documents(source, self.settings):
            if isinstance(document, Document):
                found += self.linter.lint(document)
                documents += 1
            elif len(errors) < _ERRORS_TOLD:
                errors.append(document)
            else:
                untold += 1
        return Result(
            source.path,
            tuple(found),
            (*errors, *self._new_errors()),
            documents,
            source.size,
            untold,
            *self._new_suppressions(),
        )

    def _new_suppressions(self) -> tuple[dict[Suppression, Diagnostic], frozenset[Suppression]]:
        """The suppressions met, with their diagnostics, and those used since the last result."""
        suppressor = self.linter.suppressor
        met = {entry: self.linter.unused_entry(entry) for entry in suppressor.met}
        used = frozenset(suppressor.used)
        suppressor.met.clear()
        suppressor.used.clear()
        return {entry: diagnostic for entry, diagnostic in met.items() if diagnostic is not None}, used

    def _new_errors(self) -> list[TextlintError]:
        new = self.linter.errors[self._handed_on :]
        self._handed_on += len(new)
        return new


@lru_cache(maxsize=16)
def _checker(settings: bytes) -> _Checker:
    """One linter per distinct settings in each process."""
    return _Checker(pickle.loads(settings))


def _run(task: _Task) -> list[Result]:
    if task.error is not None:
        return [Result(task.error.path, errors=(task.error,))]
    checker = _checker(task.settings)
    return [checker.check(source) for source in task.sources]


def _few_errors(results: Iterable[Result]) -> Iterator[Result]:
    """Of the input errors of each file the first few; the others are counted in one more error after its results."""
    path, told, untold = None, 0, 0
    for result in chain(results, [Result("")]):
        if result.path != path:
            if path is not None and untold:
                more = InputError(f"{path}: {untold:,} more records could not be read", path)
                yield Result(path, errors=(more,))
            path, told, untold = result.path, 0, 0
        few: list[TextlintError] = []
        for error in result.errors:
            if not isinstance(error, InputError):
                few.append(error)
            elif told < _ERRORS_TOLD:
                few.append(error)
                told += 1
            else:
                untold += 1
        untold += result.untold
        if result.path:
            yield replace(result, errors=tuple(few), untold=0)


def _with_unused(results: Iterable[Result]) -> Iterator[Result]:
    """The results, and after them the entries of the configuration that suppressed nothing in any of them."""
    met: dict[Suppression, Diagnostic] = {}
    used: set[Suppression] = set()
    for result in results:
        met.update(result.met)
        used |= result.used
        yield result
    idle = sorted((entry for entry in met if entry not in used), key=lambda entry: (entry.origin, entry.row))
    for entry in idle:
        yield Result(entry.origin, (met[entry],))


def _told_once(results: Iterable[Result]) -> Iterator[Result]:
    """The results without the rule and pack errors that an earlier one, of any process, told already."""
    told: set[str] = set()
    for result in results:
        new = []
        for error in result.errors:
            name = error.code if isinstance(error, RuleError) and error.code else str(error)
            if isinstance(error, InputError) or name not in told:
                new.append(error)
                told.add(name)
        yield replace(result, errors=tuple(new)) if len(new) < len(result.errors) else result
