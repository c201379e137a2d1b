"""Run a command as a whole process: seconds by the clock and of the processors, and the peak memory of its tree."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One finished run.

    `cpu_seconds` are those of the process and all that it started and waited for; `memory_mb` is proportional set size
    summed over the process tree, time after time, empty where it was not asked for or /proc is missing.
    """

    seconds: float
    cpu_seconds: float
    memory_mb: Sequence[float]
    exit_code: int
    output: bytes

    @property
    def peak_mb(self) -> float:
        """The most memory that all processes together took."""
        return max(self.memory_mb, default=0.0)


def run(
    command: Sequence[str],
    *,
    cpus: set[int] | None = None,
    cwd: Path | None = None,
    memory: bool = False,
    keep: bool = False,
    stdin: Iterable[bytes] | None = None,
) -> Run:
    """Run a command to its end on the given processors; `memory` costs some time.

    `keep` keeps what is written to standard output and standard error. `stdin` is written to standard input as it is
    made, in this process.
    """
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus or own)  # the child inherits it
    began = time.perf_counter()
    out, err = (subprocess.PIPE, subprocess.STDOUT) if keep else (subprocess.DEVNULL, subprocess.DEVNULL)
    given = subprocess.DEVNULL if stdin is None else subprocess.PIPE
    with subprocess.Popen(command, stdin=given, stdout=out, stderr=err, cwd=cwd) as process:
        os.sched_setaffinity(0, own)
        samples = _Samples(process.pid) if memory else None
        if process.stdin:
            _feed(process.stdin, stdin or ())
        output = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, samples.stop() if samples else (), process.returncode, output)


def _feed(stdin: IO[bytes], pieces: Iterable[bytes]) -> None:
    """Write the pieces as long as they are read."""
    with suppress(BrokenPipeError), stdin:
        for piece in pieces:
            stdin.write(piece)


class _Samples:
    """Polls the memory of a process tree until stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._samples: list[float] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._poll, daemon=True)
        self._thread.start()

    def stop(self) -> list[float]:
        """The samples in MB; polling ends."""
        self._done.set()
        self._thread.join()
        return self._samples

    def _poll(self) -> None:
        while not self._done.wait(_POLL_SECONDS):
            self._samples.append(sum(_pss_mb(pid) for pid in _tree(self._pid)))


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
