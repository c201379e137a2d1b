"""The run: from sources to results, in order, in bounded memory, on as many processes as asked for.

The work is cut into tasks in the same way for any number of processes, so that the results are the same too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.fix import Fixing, FixTo
from textlint.inputs import Source
from textlint.run.gather import few_errors, told_once, unseen_together, with_unused, written
from textlint.run.result import Result
from textlint.run.tasks import Task, cut
from textlint.run.work import PLAIN, Manner, begin, remembered, work

__all__ = ["FixTo", "Fixing", "Manner", "Result", "check_sources", "default_jobs"]

_WORTH_WORKERS = 4 << 20


def check_sources(
    sources: Iterable[Source | InputError],
    resolve: Callable[[str], Settings],
    *,
    jobs: int = 1,
    fixing: Fixing | None = None,
    folders: Collection[Path] = (),
    manner: Manner = PLAIN,
) -> Iterator[Result]:
    """The results of the sources in their order, several for a large JSON Lines file.

    `resolve` gives the settings that hold for a path. `fixing` has what can be fixed fixed first. `folders` (absolute)
    are those whose files are all among the sources. Errors among the sources are handed on; an error of a rule is told
    once, and of the input errors of a file the first few and how many more there are. Raises TextlintError where the
    settings fit no rules.
    """
    results = _execute(cut(sources, resolve, fixing), manner, jobs)
    if fixing is not None and fixing.to is FixTo.FILE:
        results = written(results)
    return with_unused(unseen_together(told_once(few_errors(results))), folders)


def default_jobs() -> int:
    """As many processes as there are processors for this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _execute(tasks: Iterator[Task], manner: Manner, jobs: int) -> Iterator[Result]:
    """The results of the tasks in order. Workers begin only where there is enough to do for them.

    Tasks whose results are all remembered are done here, up to the first that is not: to hand them to a worker costs
    more than to look them up. That first one runs here too: it loads what the workers then inherit.
    """
    begin()
    head: list[Task] = []
    for first in tasks:
        known = remembered(first, manner)
        if known is None:
            head.append(first)
            break
        yield from known
    work_on = partial(work, manner=manner)
    while jobs > 1 and sum(task.size for task in head) < _WORTH_WORKERS:
        task = next(tasks, None)
        if task is None:
            jobs = 1
        else:
            head.append(task)
    tasks = chain(head, tasks)
    if jobs > 1:
        from textlint.run.workers import map_in_order

        yield from work_on(next(tasks))
        for results in map_in_order(work_on, tasks, jobs):
            yield from results
    else:
        for task in tasks:
            yield from work_on(task)
