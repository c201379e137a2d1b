"""Where the rules and their data are, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def rules_folder() -> Path:
    """The folder of the rule packs that come with textlint."""
    inside_wheel = _PACKAGE / "_rules"
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / "rules"


def data_path(family: str, name: str) -> Path:
    """The data file `name` of a family, for example `data_path("spelling", "words.marisa")`."""
    return rules_folder() / family / "data" / name
