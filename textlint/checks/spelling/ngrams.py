"""Log-probabilities of words after their neighbours, from a trigram model with back-off.

`ngrams.marisa` holds the vocabulary, `ngrams.bin` the numbers; scripts/build_ngrams.py distils both from the American
English model of PocketSphinx.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from typing import Literal

import marisa_trie

from textlint.packs import data_path

HEADER = struct.Struct("<3I")
"""Numbers of words, bigrams and trigrams, at the head of `ngrams.bin`."""
PROBABILITY_STEPS = 32
"""A probability byte counts 1/32 of -log10."""
BACKOFF_STEPS, BACKOFF_LEAST = 80, -2.0
"""A back-off byte counts 1/80 of log10 above -2."""
_UNKNOWN_WORD = -6.5
_LOG = [step / -PROBABILITY_STEPS for step in range(256)]
_BACKOFF = [step / BACKOFF_STEPS + BACKOFF_LEAST for step in range(256)]
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

        def take(count: int, form: Literal["B", "H", "I"]) -> memoryview:
            nonlocal at
            start, at = at, at + count * struct.calcsize(form)
            return data[start:at].cast(form)

        self._first = take(n + 1, "I")
        self._trigrams = take(trigrams, "I")
        self._second = take(bigrams, "H")
        self._unigram_p, self._unigram_backoff = take(n, "B"), take(n, "B")
        self._bigram_p, self._bigram_backoff = take(bigrams, "B"), take(bigrams, "B")
        self._trigram_p = take(trigrams, "B")
        self.begin, self.end = words["<s>"], words["</s>"]
        self.id = lru_cache(1 << 15)(self._id)

    def _id(self, word: str) -> int:
        """The id of a lower-case word; `unknown` if the model has none."""
        found: int = self._words.get(word, self.unknown)
        return found

    def unigram(self, word: int) -> float:
        """How frequent the word is by itself."""
        return _UNKNOWN_WORD if word == self.unknown else _LOG[self._unigram_p[word]]

    def bigram(self, before: int, word: int) -> tuple[float, bool]:
        """The word after one other."""
        at = self._bigram(before, word)
        return self._after_one(at, before, word), at >= 0

    def trigram(self, first: int, before: int, word: int) -> tuple[float, bool]:
        """The word after two others, `before` being the nearer."""
        at = self._trigram(first, before, word)
        if at >= 0:
            return _LOG[self._trigram_p[at]], True
        return self._backoff(self._bigram(first, before)) + self.bigram(before, word)[0], False

    def between(self, left: int, words: Sequence[int], right: int) -> list[float]:
        """How likely each word is after one and another after it, by bigrams."""
        first, second, logs, unknown = self._first, self._second, self._bigram_p, self.unknown
        start, end, backoff = self._row(left)
        last, totals = self.unigram(right), []
        for word in words:
            at = bisect_left(second, word, start, end)
            total = _LOG[logs[at]] if at < end and second[at] == word else backoff + self.unigram(word)
            if word != unknown:
                stop = first[word + 1]
                at = bisect_left(second, right, first[word], stop)
                if at < stop and second[at] == right:
                    totals.append(total + _LOG[logs[at]])
                    continue
                total += _BACKOFF[self._unigram_backoff[word]]
            totals.append(total + last)
        return totals

    def window(self, before: tuple[int, int], words: Sequence[int], after: tuple[int, int]) -> list[float]:
        """How likely each word and the two after it are, each after two words: three trigrams at once."""
        (far, near), (right, further) = before, after
        backoff, last = self._backoff(self._bigram(far, near)), self.bigram(right, further)[0]
        logs, totals = self._trigram_p, []
        for word in words:
            with_left, with_right = self._bigram(near, word), self._bigram(word, right)
            at = self._trigram(far, near, word)
            total = _LOG[logs[at]] if at >= 0 else backoff + self._after_one(with_left, near, word)
            at = self._trigram(near, word, right)
            total += _LOG[logs[at]] if at >= 0 else self._backoff(with_left) + self._after_one(with_right, word, right)
            at = self._trigram(word, right, further)
            totals.append(total + (_LOG[logs[at]] if at >= 0 else self._backoff(with_right) + last))
        return totals

    def _after_one(self, bigram: int, before: int, word: int) -> float:
        """What `bigram` tells, its index being known."""
        if bigram >= 0:
            return _LOG[self._bigram_p[bigram]]
        return self._row(before)[2] + self.unigram(word)

    def _row(self, word: int) -> tuple[int, int, float]:
        """Where the bigrams begin and end that begin with the word, and its back-off."""
        if word == self.unknown:
            return 0, 0, 0.0
        return self._first[word], self._first[word + 1], _BACKOFF[self._unigram_backoff[word]]

    def _backoff(self, bigram: int) -> float:
        return _BACKOFF[self._bigram_backoff[bigram]] if bigram >= 0 else 0.0

    def _bigram(self, first: int, second: int) -> int:
        """The index of a bigram; -1 if the model has it not."""
        start, end, _ = self._row(first)
        at = bisect_left(self._second, second, start, end)
        return at if at < end and self._second[at] == second else -1

    def _trigram(self, first: int, before: int, word: int) -> int:
        """The index of a trigram; -1 if the model has it not."""
        key = trigram_key(first, before, word)
        at = bisect_left(self._trigrams, key)
        return at if at < len(self._trigrams) and self._trigrams[at] == key else -1


@cache
def ngrams() -> Ngrams:
    """The model that comes with textlint."""
    words = marisa_trie.Trie()
    words.mmap(str(data_path("spelling", "ngrams.marisa")))
    with data_path("spelling", "ngrams.bin").open("rb") as file:
        return Ngrams(words, memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)))
