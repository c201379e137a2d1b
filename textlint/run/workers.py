"""Worker processes: a function mapped over tasks, with the results in order and few tasks held at a time."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import TypeVar

from textlint.errors import TextlintError

_M_MMAP_THRESHOLD = -3  # see mallopt(3)
_LARGE = 1 << 17
T = TypeVar("T")
R = TypeVar("R")


def map_in_order(function: Callable[[T], R], tasks: Iterable[T], jobs: int) -> Iterator[R]:
    """`function` of each task, in the order of the tasks, computed by `jobs` processes.

    An interrupt, an error or an abandoned iteration lets the tasks begun be finished and drops the others. Raises
    TextlintError where a process was killed.
    """
    waiting: deque[Future[R]] = deque()
    pool = ProcessPoolExecutor(jobs, _context(), initializer=_begin)
    try:
        for task in tasks:
            with _uninterrupted():
                waiting.append(pool.submit(function, task))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise TextlintError("a worker process died, perhaps for want of memory; try fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """No interrupt comes in the meantime, nor ever to a process begun in it: one that has just begun would tell it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """In a worker: leave interrupts to the process that began the run, and what was inherited from it in its memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    _return_what_is_freed()


def _return_what_is_freed() -> None:
    """Have glibc, whose heap comes to keep several times what a long text takes, map each large piece by itself."""
    import ctypes

    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL("libc.so.6").mallopt(_M_MMAP_THRESHOLD, _LARGE)


def _context() -> BaseContext:
    """Forked workers inherit what is loaded; beside other threads, or elsewhere than on Linux, forking is not safe."""
    forking = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if forking else "spawn")
