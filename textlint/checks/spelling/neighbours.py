"""The words that may be suggested, by the forms that deleting letters gives: an index of symmetric deletions.

Two words within an edit share a form that deletion gives (W. Garbe's SymSpell, 2012). A marisa trie gives a form's id;
at that id a table holds the rank of the form's word, or the place of a list of ranks. The more frequent word has the
lower rank. Both are mapped, not loaded. Built by scripts/build_lexicon.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from mmap import ACCESS_READ, mmap

import marisa_trie

from textlint.checks.spelling.lexicon import lexicon
from textlint.packs import data_path

TWICE = "-"
"""In the index, the mark of forms with two letters deleted."""


class Neighbours:
    """Look-ups by form.

    The table is of 32-bit numbers: for each form a rank or where its list stands, for each rank the id of its word in
    the lexicon, and the lists, each with its length before it.
    """

    def __init__(self) -> None:
        self._forms = marisa_trie.Trie().mmap(str(data_path("spelling", "neighbours.marisa")))
        with data_path("spelling", "neighbours.bin").open("rb") as file:
            self._table = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)).cast("I")
        self._first_rank = len(self._forms)

    def any(self, forms: Iterable[str]) -> bool:
        """Whether any of the forms comes from some word."""
        return any(map(self._forms.__contains__, forms))

    def ranks(self, forms: Iterable[str]) -> list[int]:
        """The ranks of the words from which the forms come, the most frequent first."""
        table, lists = self._table, self._first_rank
        found: set[int] = set()
        for at in map(self._forms.get, forms):
            if at is not None:
                entry = table[at]
                if entry < lists:
                    found.add(entry)
                else:
                    found.update(table[entry + 1 : entry + 1 + table[entry]])
        return sorted(found)

    def word(self, rank: int) -> tuple[str, float]:
        """The word of a rank and its zipf frequency."""
        return lexicon().word(self._table[self._first_rank + rank])


@cache
def neighbours() -> Neighbours:
    """The index of this process."""
    return Neighbours()
