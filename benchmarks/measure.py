"""Run a command as a whole process: wall-clock seconds, and the peak memory of it and its children together."""

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
    """One finished run. `peak_mb` is proportional set size summed over the process tree, 0 where /proc is missing."""

    seconds: float
    peak_mb: float
    exit_code: int


def run(command: Sequence[str], *, cpus: set[int] | None = None, cwd: Path | None = None, memory: bool = False) -> Run:
    """Run a command to its end with its output thrown away, on the given processors; `memory` costs some time."""
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus or own)  # the child inherits it
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd)
    os.sched_setaffinity(0, own)
    peak = _Peak(process.pid) if memory else None
    exit_code = process.wait()
    seconds = time.perf_counter() - began
    return Run(seconds, peak.stop() if peak else 0.0, exit_code)


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
