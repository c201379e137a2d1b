"""Which files and folders of a tree are not for checking: .gitignore files, and patterns of the same form."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Patterns(NamedTuple):
    """Patterns as in .gitignore, relative to `root` (absolute, ending in a slash)."""

    root: str
    spec: GitIgnoreSpec

    def verdict(self, path: str) -> bool | None:
        """Whether the patterns match an absolute path (a folder's ends in a slash); None where none speaks of it."""
        if not path.startswith(self.root) or path == self.root:
            return None
        return self.spec.check_file(path[len(self.root) :]).include


@lru_cache(maxsize=256)
def patterns(root: Path, lines: tuple[str, ...]) -> Patterns:
    """The patterns of some lines; like git, lines that are no pattern are passed over."""
    return Patterns(_folder(root), _spec([line for line in lines if is_pattern(line)]))


def is_pattern(line: str) -> bool:
    """Whether a line can be read as a pattern, a comment or nothing."""
    try:
        _spec([line])
    except (ValueError, re.error):
        return False
    return True


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings(action="ignore"):  # of brackets in brackets, which git reads otherwise
        # Compiling for a faster engine costs more than matching a few thousand names saves.
        return GitIgnoreSpec.from_lines(lines, backend="simple")


@lru_cache(maxsize=4096)
def ignores(folder: Path, top: Path) -> tuple[Patterns, ...]:
    """What git's ignore files say about the entries of a folder, the strongest first.

    Those of the folder and of its parents count, up to the root of its repository or to `top`.
    """
    own = tuple(_read(folder, [folder / ".gitignore"]))
    if (folder / ".git").exists():
        return (*own, *_read(folder, [folder / ".git" / "info" / "exclude"]))
    return own if folder in (top, folder.parent) else (*own, *ignores(folder.parent, top))


def top_of(folder: Path) -> Path:
    """The folder above which no ignore file counts: the root of the repository, or the working folder, or itself."""
    above = (folder, *folder.parents)
    repository = next((parent for parent in above if (parent / ".git").exists()), None)
    return repository or (Path.cwd() if Path.cwd() in above else folder)


def _read(root: Path, files: Iterable[Path]) -> Iterator[Patterns]:
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            continue
        yield patterns(root, tuple(lines))


def is_ignored(path: str, strongest_first: Iterable[Patterns]) -> bool:
    """Whether the first of the patterns that speaks of a path says to leave it out."""
    return next((verdict for group in strongest_first if (verdict := group.verdict(path)) is not None), False)


def _folder(path: Path) -> str:
    text = path.as_posix()
    return text if text.endswith("/") else text + "/"
