"""A progress bar on standard error, for runs that take a while on a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

_PATIENCE = 1.0
_INTERVAL = 0.1
_WIDTH = 30


class Progress:
    """Shows how much of the input is checked. `sizes` are the bytes of all sources; without any it shows nothing."""

    def __init__(self, sizes: Sequence[int] = ()) -> None:
        self._total = sum(sizes)
        self._done = 0
        self._drawn = False
        self._next = time.monotonic() + _PATIENCE

    def advance(self, size: int) -> None:
        """Some bytes more are done; draws if it is time to."""
        self._done += size
        now = time.monotonic()
        if self._total and now >= self._next:
            self._next = now + _INTERVAL
            part = min(self._done / self._total, 1.0)
            bar = "█" * round(part * _WIDTH)
            print(f"\r{bar:░<{_WIDTH}} {part:4.0%} of {self._total / 1e6:,.1f} MB", end="", file=sys.stderr, flush=True)
            self._drawn = True

    def clear(self) -> None:
        """Make room for other output."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = False


def wants_progress() -> bool:
    """Whether standard error is a terminal that can redraw a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
