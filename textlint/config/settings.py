"""What holds for a run, after configuration files and the command line have been merged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from textlint.diagnostic import Severity
from textlint.text import Project


class Suppression(NamedTuple):
    """Findings that the user has looked at and accepts: those of `rules` in the files of `path`.

    `path` is a pattern as in .gitignore, relative to `root`; `rules` are selectors; `record` and `text`, where given,
    must equal the record's id and the marked text. `origin` is the configuration file, `row` the line in it.
    """

    rules: tuple[str, ...]
    root: Path
    path: str = "**"
    record: str | int | None = None
    text: str | None = None
    reason: str = ""
    origin: str = ""
    row: int = 1


class Settings(NamedTuple):
    """The settings of a linter.

    `select` empty means the default rules. Selectors are codes, prefixes of codes, rule names or `ALL`; rule options
    and severities are keyed by selector. `include` (empty: every kind of file that textlint reads) and `exclude` are
    patterns as in .gitignore, relative to `root`, which is the current folder unless said. `text_fields` are dotted
    paths into a record, as `id_field` is. `origins` says for each key of the configuration which file, or the command
    line, gave its value.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    min_confidence: float | None = None
    pedantic: bool = False
    project: Project = Project()
    packs: tuple[Path, ...] = ()
    per_file_ignores: tuple[Suppression, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_fields: tuple[str, ...] = ("text",)
    id_field: str = "id"
    output_format: str = "full"
    root: Path = Path()
    origins: Mapping[str, str] = {}
