"""What holds for a run, after configuration files and the command line have been merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textlint.diagnostic import Severity
from textlint.text import Project


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a linter.

    `select` empty means the default rules. Selectors are codes, prefixes of codes, rule names or `ALL`; rule options
    and severities are keyed by rule code.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    min_confidence: float | None = None
    pedantic: bool = False
    project: Project = field(default_factory=Project)
    packs: tuple[Path, ...] = ()
