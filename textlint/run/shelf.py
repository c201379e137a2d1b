"""Entries in a folder of the user's project: safe with several runs at once, killed runs, and no place to write.

Entries are only an aid: whatever cannot be read or written is as if it had never been stored.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

FOLDER = ".textlint_cache"
_FILE = "results-1.db"
_DAY = 24 * 60 * 60
_DAYS_KEPT = 30
_BYTES_KEPT = 512 << 20
_WAIT_SECONDS = 5.0
_PAGES = ("page_count", "freelist_count", "page_size")
_TABLE = """
CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value TEXT NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_day ON entry (day);
"""


class Shelf:
    """Texts by keys, in an SQLite database in the folder `.textlint_cache` of a folder.

    An entry goes when it was not asked for in a month, or when all of them take more than half a gigabyte.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._today = int(time() / _DAY)
        self._connections: dict[int, Connection | None] = {}
        self._stale: list[bytes] = []
        self._is_pruned = False

    def get(self, key: bytes) -> str | None:
        """The value of a key, None where there is none or it cannot be read."""
        row = self._try(lambda base: base.execute("SELECT value, day FROM entry WHERE key = ?", (key,)).fetchone())
        if row is None:
            return None
        if row[1] != self._today:
            self._stale.append(key)
        value: str = row[0]
        return value

    def put(self, entries: Iterable[tuple[bytes, str]]) -> None:
        """Store entries, all of them or none, and note which old ones are still in use."""
        rows = [(key, value, self._today) for key, value in entries]
        used, self._stale = [(self._today, key) for key in self._stale], []
        if rows or used:
            self._try(lambda base: self._write(base, rows, used))

    def _write(self, base: Connection, rows: list[tuple[bytes, str, int]], used: list[tuple[int, bytes]]) -> None:
        with base:
            if not self._is_pruned:
                self._prune(base)
            base.executemany("UPDATE entry SET day = ? WHERE key = ?", used)
            base.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)

    def _prune(self, base: Connection) -> None:
        base.execute("DELETE FROM entry WHERE day < ?", (self._today - _DAYS_KEPT,))
        pages, free, size = (base.execute(f"PRAGMA {name}").fetchone()[0] for name in _PAGES)
        if (pages - free) * size > _BYTES_KEPT:
            half = "SELECT key FROM entry ORDER BY day LIMIT (SELECT count(*) / 2 FROM entry)"
            base.execute(f"DELETE FROM entry WHERE key IN ({half})")
        self._is_pruned = True

    def _try(self, ask: Callable[[Connection], T]) -> T | None:
        base = self._base()
        if base is None:
            return None
        from sqlite3 import Error

        try:
            return ask(base)
        except Error:
            return None

    def _base(self) -> Connection | None:
        """The connection of this process: none may be carried over a fork."""
        own = os.getpid()
        if own not in self._connections:
            self._connections[own] = self._opened()
        return self._connections[own]

    def _opened(self) -> Connection | None:
        try:
            from sqlite3 import DatabaseError, OperationalError
        except ImportError:  # a Python built without SQLite
            return None
        with suppress(OSError):
            try:
                return self._connect()
            except OperationalError:
                return None
            except DatabaseError:  # damaged: begin anew
                (self._folder / _FILE).unlink()
        return None

    def _connect(self) -> Connection:
        from sqlite3 import connect

        self._folder.mkdir(exist_ok=True)
        ignore = self._folder / ".gitignore"
        if not ignore.is_file():
            ignore.write_text("*\n")
        base = connect(self._folder / _FILE, timeout=_WAIT_SECONDS)
        base.execute("PRAGMA synchronous = OFF")
        if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry_day'").fetchone():
            base.executescript(_TABLE)
        return base
