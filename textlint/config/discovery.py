"""Find the configuration file that holds for a folder: the nearest one, upwards."""

from __future__ import annotations

from os.path import isfile
from pathlib import Path
from typing import Any

from textlint.errors import ConfigError

OWN_NAME = "textlint.toml"
SHARED_NAME = "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """The nearest configuration file of a folder (absolute) and the folders above it.

    In one folder textlint.toml comes before pyproject.toml, which counts only if it has a `[tool.textlint]` table.
    """
    for parent in (folder, *folder.parents):
        own, shared = parent / OWN_NAME, parent / SHARED_NAME
        if _is_file(own):
            return own
        if _is_file(shared) and _speaks_of_textlint(shared):
            return shared
    return None


def _is_file(path: Path) -> bool:
    return isfile(path)  # noqa: PTH113 - Path.is_file raises where a folder cannot be looked into


def _speaks_of_textlint(pyproject: Path) -> bool:
    try:
        return b"textlint" in pyproject.read_bytes() and "textlint" in read_toml(pyproject).get("tool", {})
    except OSError:
        return False


def shown_path(path: Path) -> str:
    """A path as it is shown: relative where it is in or below the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def read_table(path: Path) -> dict[str, Any]:
    """The table of textlint in a configuration file. Raises ConfigError if it cannot be read."""
    table = read_toml(path)
    if path.name != SHARED_NAME:
        return table
    found: dict[str, Any] = table.get("tool", {}).get("textlint", {})
    return found


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a table. Raises ConfigError that names the file, and the line of a mistake in it."""
    import tomllib

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{shown_path(path)}: cannot read this configuration file: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{shown_path(path)}: not valid TOML: {error}") from error
