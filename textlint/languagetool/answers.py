"""A store of LanguageTool's answers by paragraph, so that unchanged text is not asked about again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from hashlib import blake2b

from textlint import cache
from textlint.languagetool.client import Match, as_json, from_json

_A_QUERY = 500


class Answers:
    """Matches by paragraph for one kind of question: server version, language and rules asked for.

    A store that cannot be read or written is as good as empty.
    """

    def __init__(self, question: str) -> None:
        self._question = question.encode()
        self._database = _open()

    def key(self, text: str) -> bytes:
        """What stands for a paragraph under this question."""
        return blake2b(self._question + b"\0" + text.encode("utf-8", "replace"), digest_size=16).digest()

    def known(self, texts: Iterable[str]) -> dict[str, list[Match]]:
        """The stored answers of those paragraphs that have one."""
        if self._database is None:
            return {}
        by_key = {self.key(text): text for text in texts}
        keys, found = list(by_key), {}
        try:
            for at in range(0, len(keys), _A_QUERY):
                some = keys[at : at + _A_QUERY]
                query = f"SELECT key, matches FROM answers WHERE key IN ({','.join('?' * len(some))})"
                with closing(self._database.execute(query, some)) as rows:
                    found.update({by_key[key]: from_json(matches) for key, matches in rows})
        except (sqlite3.Error, ValueError):
            return {}
        return found

    def remember(self, answers: Mapping[str, list[Match]]) -> None:
        """Store answers by paragraph."""
        if self._database is None or not answers:
            return
        rows = [(self.key(text), as_json(matches)) for text, matches in answers.items()]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
        except sqlite3.Error:
            self._database = None


def _open() -> sqlite3.Connection | None:
    folder = cache.cache_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(folder / "languagetool.sqlite", timeout=5, check_same_thread=False)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, matches TEXT) WITHOUT ROWID")
    except (OSError, sqlite3.Error):
        return None
    return database
