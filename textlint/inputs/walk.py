"""From the paths that a user names to the files to check, in a fixed order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs.ignore import ignores, is_ignored, patterns, top_of
from textlint.inputs.source import Source, is_readable, source_of, unreadable

_NEVER = frozenset(
    ".bzr .direnv .eggs .git .github .gitlab .hg .idea .ipynb_checkpoints .mypy_cache .nox .pytest_cache .ruff_cache "
    ".svn .textlint_cache .tox .venv .vscode __pycache__ __pypackages__ node_modules site-packages venv".split()
)
# What a repository says about itself is no corpus.
_OF_THE_REPOSITORY = re.compile(
    r"""(?: (?i:readme|licen[cs]e|changelog|contributing|code[_-]of[_-]conduct)
          | AUTHORS | CHANGES | CONTRIBUTORS | COPYING | COPYRIGHT | GOVERNANCE | HISTORY | INSTALL | MAINTAINERS | NEWS
          | NOTICE | PATENTS | RELEASING | SECURITY | SUPPORT | THIRD[_-]PARTY | TODO | UPGRADING
          | CMakeLists | requirements )
        (?: [._-] [\w.-]{0,80} )? \. (?: md | markdown | txt )""",
    re.VERBOSE,
)
_GLOB = re.compile(r"[*?\[]")


def find_sources(
    paths: Sequence[str], settings_of: Callable[[Path], Settings], *, force_exclude: bool = False
) -> Iterator[Source | InputError]:
    """The sources at the paths: files as they are named, what is to be checked in folders, what a pattern matches.

    In a folder, the files are taken whose kind textlint reads (or that match the settings' `include`), but not those
    that git ignores or `exclude` matches, nor what a repository says about itself (README, LICENSE ...). A named file
    is taken whatever it is, unless `force_exclude` has it treated as what a pattern matches. `settings_of` gives the
    settings of an absolute folder. A file is taken once; the files of a folder come by name, before its subfolders. An
    InputError stands for a path that is not there or cannot be read.
    """
    found = (item for path in paths for item in _named(path, settings_of, force_exclude))
    yield from found if len(paths) == 1 else _once(found)


def _once(sources: Iterable[Source | InputError]) -> Iterator[Source | InputError]:
    taken: set[str] = set()
    for source in sources:
        place = os.path.abspath(source.path)  # noqa: PTH100 - asked of every file
        if place not in taken:
            taken.add(place)
            yield source


def _named(path: str, settings_of: Callable[[Path], Settings], force_exclude: bool) -> Iterator[Source | InputError]:
    """What a path on the command line means."""
    place = Path(path).absolute()
    if place.is_dir():
        yield from _in_folder(path, settings_of)
    elif place.exists():
        folder = _Folder(place.parent, top_of(place.parent), settings_of) if force_exclude else None
        if folder is None or folder.wants(place.name, any_kind=True):
            yield source_of(path)
    elif _GLOB.search(path):
        yield from _matching(path, settings_of)
    else:
        yield InputError(f"{path}: there is no such file or folder", path)


def _matching(pattern: str, settings_of: Callable[[Path], Settings]) -> Iterator[Source | InputError]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield InputError(f"{pattern}: no file matches this pattern", pattern)
    for path in found:
        place = Path(path).absolute()
        if place.is_dir():
            if not pattern.endswith("**"):
                yield from _in_folder(path, settings_of)
        elif _Folder(place.parent, top_of(place.parent), settings_of).wants(place.name, any_kind=True):
            yield source_of(path)


def _in_folder(path: str, settings_of: Callable[[Path], Settings]) -> Iterator[Source | InputError]:
    """The files to check in a folder and those below it; links to folders are not followed."""
    top = top_of(Path(path).absolute())
    waiting = [path]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
        except OSError as error:
            yield unreadable(current, error)
            continue
        folder, below = _Folder(Path(current).absolute(), top, settings_of), list[str]()
        prefix = "" if current == "." else os.path.join(current, "")  # noqa: PTH118
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if folder.enters(entry.name):
                    below.append(prefix + entry.name)
            elif folder.wants(entry.name) and entry.is_file():
                yield source_of(prefix + entry.name)
        waiting += reversed(below)


class _Folder:
    """A folder with what says which of its entries are to be checked."""

    def __init__(self, place: Path, top: Path, settings_of: Callable[[Path], Settings]) -> None:
        settings = settings_of(place)
        self._base = place.as_posix().rstrip("/")
        self._ignores = ignores(place, top)
        root = settings.root.absolute()
        self._include = patterns(root, settings.include) if settings.include else None
        self._exclude = patterns(root, settings.exclude) if settings.exclude else None

    def enters(self, name: str) -> bool:
        """Whether a folder in it is looked into."""
        return name not in _NEVER and not self._leaves_out(f"{name}/")

    def wants(self, name: str, *, any_kind: bool = False) -> bool:
        """Whether a file in it is checked without being named."""
        if self._include is not None:
            wanted = bool(self._include.verdict(f"{self._base}/{name}"))
        else:
            wanted = (any_kind or is_readable(name)) and not _OF_THE_REPOSITORY.fullmatch(name)
        return wanted and not self._leaves_out(name)

    def excludes(self, name: str) -> bool:
        """Whether the settings exclude an entry (a folder's name ends in a slash)."""
        return self._exclude is not None and bool(self._exclude.verdict(f"{self._base}/{name}"))

    def _leaves_out(self, name: str) -> bool:
        return is_ignored(f"{self._base}/{name}", self._ignores) or self.excludes(name)
