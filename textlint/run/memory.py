"""Results of earlier runs, for sources, rules and settings that are the same as then."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from textlint import __version__
from textlint.cache import content_key
from textlint.config.settings import Settings
from textlint.inputs import Source
from textlint.inputs.read import MAX_FILE
from textlint.packs import rules_folder
from textlint.packs.installed import CHECKS, PACKS, offered
from textlint.run.flat import flattened, restored
from textlint.run.result import Result
from textlint.run.shelf import Shelf


class Memory:
    """The results under some settings. `keep` remembers them once `flush` is called."""

    def __init__(self, settings: Settings) -> None:
        self._entries = settings.suppressions
        self._shelf = Shelf(settings.root)
        self._kept: list[tuple[bytes, str]] = []
        here = str(Path.cwd()).encode()  # paths as they are shown are relative to it
        self._basis = content_key(_identity(settings.packs), _canonical(settings), here).encode()

    def _key(self, source: Source) -> bytes | None:
        """What stands for the source under these settings; None without its bytes, which `held` brings."""
        if source.data is None or source.stdin:
            return None
        shape = repr((source.path, source.kind, source.compression, source.part, source.encoding, source.length))
        return bytes.fromhex(content_key(self._basis, shape.encode("utf-8", "replace"), source.data))

    def recall(self, source: Source, size: int) -> Result | None:
        """The result of the source, None where it is not known."""
        key = self._key(source)
        text = self._shelf.get(key) if key else None
        if text is None:
            return None
        try:
            return restored(text, source.path, size, self._entries)
        except (ValueError, TypeError, LookupError):
            return None

    def keep(self, source: Source, result: Result) -> None:
        """Remember the result of the source, unless something went wrong."""
        key = self._key(source)
        if key and not result.errors:
            self._kept.append((key, flattened(result, self._entries)))

    def flush(self) -> None:
        """Write down what there is to remember."""
        self._shelf.put(self._kept)
        self._kept.clear()


def held(source: Source) -> Source:
    """The source with its bytes, where it is a file of a size to be read at once; else as it is."""
    if source.data is not None or source.stdin or source.size > MAX_FILE:
        return source
    try:
        with FileIO(source.path) as raw:
            return source._replace(data=raw.read())
    except OSError:
        return source


def _canonical(settings: Settings) -> bytes:
    """The settings as bytes, the same in every process."""
    kept = settings._replace(origins=dict(settings.origins))
    return json.dumps(kept._asdict(), sort_keys=True, default=_plain).encode()


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset | set) else str(value)


def _identity(packs: tuple[Path, ...]) -> bytes:
    """What stands for the program: its version, and place, size and time of all files of code, rules and data.

    A change among installed packages shows in the times of the folders that they are in.
    """
    own = Path(__file__).parent.parent
    folders = {own, rules_folder(), *packs, *_installed_folders()}
    files = sorted(line for folder in folders for line in _files(str(folder)))
    elsewhere = set(sys.path) - {"", str(Path.cwd())}  # `python -m` adds the current folder
    places = [f"{place} {Path(place).stat().st_mtime_ns}" for place in sorted(elsewhere) if Path(place).is_dir()]
    return "\n".join((__version__, sys.version, *files, *places)).encode("utf-8", "replace")


def _installed_folders() -> Iterator[Path]:
    """The folders of the packages that bring rules and checks."""
    from importlib.util import find_spec

    for point in (*offered(PACKS), *offered(CHECKS)):
        spec = find_spec(point.module.partition(".")[0])
        yield from map(Path, (spec and spec.submodule_search_locations) or ())


def _files(folder: str) -> Iterator[str]:
    try:
        listed = list(os.scandir(folder))
    except OSError:
        return
    for entry in listed:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
