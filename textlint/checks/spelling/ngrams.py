"""Log-probabilities of words after their neighbours, from a trigram model with back-off.

`ngrams.marisa` holds the vocabulary, `ngrams.bin` the numbers; scripts/build_ngrams.py distils both from the American
English model of PocketSphinx. Memory-mapped, so that loading costs nothing.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from functools import cache

import marisa_trie

from textlint.packs import data_path

HEADER = struct.Struct("<3I")
"""Numbers of words, bigrams and trigrams, at the head of `ngrams.bin`."""
PROBABILITY_STEPS = 32
"""A probability byte counts 1/32 of -log10."""
BACKOFF_STEPS, BACKOFF_LEAST = 80, -2.0
"""A back-off byte counts 1/80 of log10 above -2."""
_UNKNOWN_WORD = -6.5
_MULTIPLIERS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)


def trigram_key(first: int, second: int, third: int) -> int:
    """A 32-bit hash of three word ids: of a million trigrams, one unseen one in 4,000 is taken for a seen one."""
    a, b, c = _MULTIPLIERS
    return (first * a + second * b + third * c) & 0xFFFFFFFF


class Ngrams:
    """The model. Words are ids of `id`; the answers are log10 probabilities, with whether the n-gram was seen."""

    def __init__(self, words: marisa_trie.Trie, data: memoryview) -> None:
        self._words = words
        n, bigrams, trigrams = HEADER.unpack_from(data)
        self.unknown = n
        at = HEADER.size

        def take(kind: str, count: int) -> memoryview:
            nonlocal at
            size = count * struct.calcsize(kind)
            part, at = data[at : at + size].cast(kind), at + size
            return part

        self._first = take("I", n + 1)
        self._trigrams = take("I", trigrams)
        self._second = take("H", bigrams)
        self._unigram_p, self._unigram_backoff = take("B", n), take("B", n)
        self._bigram_p, self._bigram_backoff = take("B", bigrams), take("B", bigrams)
        self._trigram_p = take("B", trigrams)
        self.begin, self.end = words["<s>"], words["</s>"]

    def id(self, word: str) -> int:
        """The id of a lower-case word; `unknown` if the model has none."""
        return self._words.get(word, self.unknown)

    def unigram(self, word: int) -> float:
        """How frequent the word is by itself."""
        return _UNKNOWN_WORD if word == self.unknown else self._unigram_p[word] / -PROBABILITY_STEPS

    def bigram(self, before: int, word: int) -> tuple[float, bool]:
        """The word after one other."""
        at = self._bigram(before, word)
        if at >= 0:
            return self._bigram_p[at] / -PROBABILITY_STEPS, True
        return self._unigram_after(before) + self.unigram(word), False

    def trigram(self, first: int, before: int, word: int) -> tuple[float, bool]:
        """The word after two others, `before` being the nearer."""
        key = trigram_key(first, before, word)
        at = bisect_left(self._trigrams, key)
        if at < len(self._trigrams) and self._trigrams[at] == key:
            return self._trigram_p[at] / -PROBABILITY_STEPS, True
        context = self._bigram(first, before)
        backoff = self._bigram_backoff[context] / BACKOFF_STEPS + BACKOFF_LEAST if context >= 0 else 0.0
        return backoff + self.bigram(before, word)[0], False

    def _unigram_after(self, before: int) -> float:
        return 0.0 if before == self.unknown else self._unigram_backoff[before] / BACKOFF_STEPS + BACKOFF_LEAST

    def _bigram(self, first: int, second: int) -> int:
        if first == self.unknown:
            return -1
        end = self._first[first + 1]
        at = bisect_left(self._second, second, self._first[first], end)
        return at if at < end and self._second[at] == second else -1


@cache
def ngrams() -> Ngrams:
    """The model that comes with textlint."""
    words = marisa_trie.Trie()
    words.mmap(str(data_path("spelling", "ngrams.marisa")))
    with data_path("spelling", "ngrams.bin").open("rb") as file:
        return Ngrams(words, memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
