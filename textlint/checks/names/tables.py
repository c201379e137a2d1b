"""The tables of names: known spellings, renamed places, agencies' preferred forms, look-alike letters."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from textlint.packs import data_path
from textlint.text import Project


def rows(name: str) -> list[list[str]]:
    """The rows of a table in `rules/names/data`, comments left out."""
    with data_path("names", name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(line for line in file if not line.startswith("#")))


@cache
def aliases() -> Mapping[str, tuple[str, ...]]:
    """For each known spelling of a name or place, in lower case, all its spellings, the usual one first."""
    groups = (tuple(row) for table in ("aliases.csv", "renamed-places.csv") for row in rows(table))
    return {form.lower(): group for group in groups for form in group}


@cache
def spellings() -> Mapping[str, int]:
    """For each spelling of `aliases.csv`, in lower case, the number of its name."""
    return {form.lower(): number for number, row in enumerate(rows("aliases.csv")) for form in row}


@cache
def present_names() -> Mapping[str, str]:
    """For each former name of a place its name now."""
    return {former: now for now, *others in rows("renamed-places.csv") for former in others}


@cache
def former_names() -> frozenset[str]:
    """The former names of places."""
    return frozenset(present_names())


@cache
def style(name: str) -> tuple[str, ...]:
    """The forms that a news agency prefers. Raises FileNotFoundError for a style that there is no table of."""
    return tuple(preferred for preferred, _source in rows(f"styles/{name}.csv"))


def wanted_forms(project: Project) -> tuple[str, ...]:
    """The forms that a project wants: its own, then those of its style."""
    return (*project.prefer_names, *(style(project.name_style) if project.name_style else ()))


@cache
def look_alikes() -> Mapping[str, tuple[str, str]]:
    """For each letter that looks like a Latin one, that letter and the script."""
    return {letter: (latin, script) for letter, latin, script in rows("homoglyphs.csv")}
