"""Run a command as a whole process: seconds by the clock and of the processors, and the peak memory of its tree."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """One finished run.

    `cpu_seconds` are those of the process and all that it started and waited for; `peak_mb` is proportional set size
    summed over the process tree, 0 where it was not asked for or /proc is missing.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float
    exit_code: int
    output: bytes


def run(
    command: Sequence[str],
    *,
    cpus: set[int] | None = None,
    cwd: Path | None = None,
    memory: bool = False,
    keep: bool = False,
) -> Run:
    """Run a command to its end on the given processors; `memory` costs some time, `keep` keeps standard output."""
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus or own)  # the child inherits it
    began = time.perf_counter()
    out = subprocess.PIPE if keep else subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, cwd=cwd) as process:
        os.sched_setaffinity(0, own)
        peak = _Peak(process.pid) if memory else None
        output = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, peak.stop() if peak else 0.0, process.returncode, output)


class _Peak:
    """Polls the memory of a process tree until stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._poll, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The peak so far in MB; polling ends."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _poll(self) -> None:
        while not self._done.wait(_POLL_SECONDS):
            self._peak = max(self._peak, sum(_pss_mb(pid) for pid in _tree(self._pid)))


def _tree(pid: int) -> list[int]:
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [at for child in children.read_text().split() for at in _tree(int(child))]
        except OSError:
            continue
    return found


def _pss_mb(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
