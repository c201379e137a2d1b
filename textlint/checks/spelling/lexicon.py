"""What is known of single words: whether a dictionary or name list has them, and how frequent they are.

A marisa trie gives a word's id, two bytes at that id its flags and its frequency; both are mapped, not loaded.
Built by scripts/build_lexicon.py.
"""

from __future__ import annotations

import mmap
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

import marisa_trie

from textlint.packs import data_path

LOWER = 1
"""Accepted in any case."""
CAPITAL = 2
"""Accepted with a capital: names, acronyms, adjectives of places."""
COMMON = 4
"""In a dictionary of common size (SCOWL 60 and below)."""
DICTIONARY = 8
"""In some curated list, if only among rare, scientific or place words."""
COMMON_NAME = 16
"""In a dictionary of common size, with a capital."""
RARE = 32
"""In a dictionary of usual size, but rare and like a far more frequent word: a slip as often as itself."""
ZIPF_STEPS = 25
"""Steps of the stored frequency in one unit of zipf."""
_MANY = 4000
"""A process that asks for more forms than that gets back the time it takes to read the frequent ones."""


class Entry(NamedTuple):
    """Flags and zipf frequency (log10 of occurrences per thousand million words; 0 where not counted)."""

    flags: int
    zipf: float


UNKNOWN = Entry(0, 0.0)


class Lexicon:
    """Look-ups by lower-case word with straight apostrophes."""

    def __init__(self) -> None:
        self._ids = marisa_trie.Trie().mmap(str(data_path("spelling", "words.marisa")))
        with data_path("spelling", "words.bin").open("rb") as file:
            self._packed = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._asked = 0

    def entry(self, word: str) -> Entry:
        """What the lexicon holds of a lower-case word."""
        at = self._ids.get(word)
        return UNKNOWN if at is None else Entry(self._packed[2 * at], self._packed[2 * at + 1] / ZIPF_STEPS)

    def flags(self, word: str) -> int:
        """The flags of a lower-case word, 0 for an unknown one."""
        at = self._ids.get(word)
        return 0 if at is None else self._packed[2 * at]

    def zipf(self, word: str) -> float:
        """The zipf frequency of a lower-case word, 0.0 where it was not counted."""
        return self.entry(word).zipf

    def word(self, at: int) -> tuple[str, float]:
        """The word of an id, and its zipf frequency."""
        return self._ids.restore_key(at), self._packed[2 * at + 1] / ZIPF_STEPS

    def accepts(self, form: str) -> bool:
        """Whether the word is known in the case in which it is written."""
        lower = form.lower()
        at = self._ids.get(lower)
        return at is not None and bool(self._packed[2 * at] & (LOWER if form == lower else LOWER | CAPITAL))

    def unknown(self, forms: AbstractSet[str]) -> list[str]:
        """Those of the forms that `accepts` would not accept."""
        self._asked += len(forms)
        if self._asked > _MANY:
            forms = forms - frequent_forms()
        packed = self._packed
        lower = list(map(str.lower, forms))
        return [
            form
            for form, word, at in zip(forms, lower, map(self._ids.get, lower), strict=True)
            if at is None or not packed[2 * at] & (LOWER if form == word else LOWER | CAPITAL)
        ]


@cache
def frequent_forms() -> frozenset[str]:
    """Frequent words in the cases in which the lexicon accepts them: faster to subtract than to ask the trie for."""
    return frozenset(data_path("spelling", "frequent.txt").read_text("utf-8").split())


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process."""
    return Lexicon()


@cache
def _misspellings() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(data_path("spelling", "misspellings.marisa")))


@cache
def _foreign() -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(data_path("spelling", "foreign.marisa")))


def is_foreign(word: str) -> bool:
    """Whether a lower-case word is usual in some other language of Latin script and not accepted in English."""
    return word in _foreign()


def corrections(word: str) -> tuple[str, ...]:
    """What a known misspelling (lower case) stands for, best first; nothing for any other word."""
    return tuple(right for packed in _misspellings().get(word, ()) for right in packed.decode().split("|"))
