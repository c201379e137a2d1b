"""Rule packs and checks that installed packages offer, by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textlint.errors import PackError
from textlint.rule import Check

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PACKS = "textlint.packs"
CHECKS = "textlint.checks"


def installed_packs() -> tuple[list[Path], list[PackError]]:
    """The folders of installed packs, and an error for each one that cannot be found.

    An entry point of the group `textlint.packs` names a function that returns the path of a pack's folder.
    """
    folders, errors = [], []
    for point in offered(PACKS):
        try:
            folder = Path(point.load()())
            if not (folder / "pack.toml").is_file():
                raise FileNotFoundError(f"there is no {folder / 'pack.toml'}")
            folders.append(folder)
        except Exception as error:  # noqa: BLE001 - third-party code may raise anything
            named = f'the pack "{point.name}" of {point.dist.name if point.dist else "an installed package"}'
            errors.append(PackError(f"{named} was left out: {type(error).__name__}: {error}"))
    return folders, errors


def installed_check(name: str) -> Check:
    """The check that an installed package offers by this name. Raises LookupError, and whatever its import raises."""
    points = [point for point in offered(CHECKS) if point.name == name]
    if not points:
        raise LookupError(f'no installed package has a check "{name}" (entry point group {CHECKS})')
    check: Check = points[0].load()
    return check


def offered(group: str) -> Iterable[EntryPoint]:
    """The entry points of a group. The files are looked through first, for to import what reads them takes longer."""
    files = (file for folder in sys.path for file in Path(folder).glob("*-info/entry_points.txt"))
    if not any(b"[textlint." in file.read_bytes() for file in files):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)
