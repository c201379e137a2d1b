"""What every renderer is: it is begun, shown diagnostics one by one, and ended."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from typing import ClassVar, NamedTuple, TextIO

from textlint.diagnostic import Diagnostic, Severity

WIDTH = 100
"""Columns where there is no terminal."""


class Look(NamedTuple):
    """How text may look: in colour or not, how many columns wide, with a summary or (`quiet`) without."""

    colour: bool = False
    width: int = WIDTH
    quiet: bool = False


class Counts:
    """What a run has found so far; `unread` says that some of it could not be read."""

    def __init__(self) -> None:
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.fixable_rules: Counter[tuple[str, str]] = Counter()
        self.files = 0
        self.safe = 0
        self.unsafe = 0
        self.fixed = 0
        self.unread = False
        self._file: str | None = None

    @property
    def clean(self) -> bool:
        """Whether all was read and nothing found."""
        return not self.total and not self.unread

    def add(self, diagnostic: Diagnostic) -> None:
        """Count a diagnostic; those of a file come one after the other."""
        rule = (diagnostic.code, diagnostic.name)
        self.severities[diagnostic.severity] += 1
        self.rules[rule] += 1
        self.files += diagnostic.filename != self._file
        self._file = diagnostic.filename
        if diagnostic.fix is not None:
            self.fixable_rules[rule] += 1
            self.safe += diagnostic.fix.safe
            self.unsafe += not diagnostic.fix.safe

    @property
    def total(self) -> int:
        """How many diagnostics there were."""
        return self.rules.total()


class Renderer(ABC):
    """Writes one format. `units` says what its columns count: code points or UTF-16 units."""

    units: ClassVar[str] = "code points"

    def __init__(self, out: TextIO, look: Look) -> None:
        self.out = out
        self.look = look

    def begin(self) -> None:  # noqa: B027 - a format without an opening needs none
        """Write what stands before the first diagnostic."""

    @abstractmethod
    def show(self, diagnostic: Diagnostic) -> None:
        """Write a diagnostic; those of a file come one after the other."""

    def show_diff(self, diff: str) -> None:  # noqa: B027 - only one format is made for it
        """Write what fixes would change in a file."""

    def end(self, counts: Counts) -> None:  # noqa: B027 - a format without an ending needs none
        """Write what stands after the last diagnostic."""

    def abort(self, counts: Counts) -> None:  # noqa: B027 - what people read may break off
        """Close what was begun, after an error that ended the run."""
