"""Log-probabilities of words after their neighbours, from a trigram model with back-off.

`ngrams.marisa` holds the vocabulary, `ngrams.bin` the numbers; scripts/build_ngrams.py distils both from the American
English model of PocketSphinx.
"""

from __future__ import annotations

import struct
from array import array
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
_LOG = [step / -PROBABILITY_STEPS for step in range(256)]
_BACKOFF = [step / BACKOFF_STEPS + BACKOFF_LEAST for step in range(256)]
_MULTIPLIERS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)


def trigram_key(first: int, second: int, third: int) -> int:
    """A 32-bit hash of three word ids: of a million trigrams, one unseen one in 4,000 is taken for a seen one."""
    a, b, c = _MULTIPLIERS
    return (first * a + second * b + third * c) & 0xFFFFFFFF


class Ngrams:
    """The model. Words are ids of `id`; the answers are log10 probabilities, with whether the n-gram was seen."""

    def __init__(self, words: marisa_trie.Trie, data: bytes) -> None:
        self._words = words
        n, bigrams, trigrams = HEADER.unpack_from(data)
        self.unknown = n
        at = HEADER.size

        def take(count: int, width: int) -> bytes:
            nonlocal at
            at += count * width
            return data[at - count * width : at]

        self._first = array("I", take(n + 1, 4))
        self._trigrams = array("I", take(trigrams, 4))
        self._second = array("H", take(bigrams, 2))
        self._unigram_p, self._unigram_backoff = take(n, 1), take(n, 1)
        self._bigram_p, self._bigram_backoff = take(bigrams, 1), take(bigrams, 1)
        self._trigram_p = take(trigrams, 1)
        self.begin, self.end = words["<s>"], words["</s>"]

    def id(self, word: str) -> int:
        """The id of a lower-case word; `unknown` if the model has none."""
        found: int = self._words.get(word, self.unknown)
        return found

    def unigram(self, word: int) -> float:
        """How frequent the word is by itself."""
        return _UNKNOWN_WORD if word == self.unknown else _LOG[self._unigram_p[word]]

    def bigram(self, before: int, word: int) -> tuple[float, bool]:
        """The word after one other."""
        at = self._bigram(before, word)
        if at >= 0:
            return _LOG[self._bigram_p[at]], True
        return self._unigram_after(before) + self.unigram(word), False

    def trigram(self, first: int, before: int, word: int) -> tuple[float, bool]:
        """The word after two others, `before` being the nearer."""
        key = trigram_key(first, before, word)
        at = bisect_left(self._trigrams, key)
        if at < len(self._trigrams) and self._trigrams[at] == key:
            return _LOG[self._trigram_p[at]], True
        context = self._bigram(first, before)
        backoff = _BACKOFF[self._bigram_backoff[context]] if context >= 0 else 0.0
        return backoff + self.bigram(before, word)[0], False

    def between(self, left: int, word: int, right: int) -> float:
        """How likely the word is after one and another after it, by bigrams: what `bigram` gives twice, but faster."""
        second, total = self._second, 0.0
        for before, after in ((left, word), (word, right)):
            if before != self.unknown:
                end = self._first[before + 1]
                at = bisect_left(second, after, self._first[before], end)
                if at < end and second[at] == after:
                    total += _LOG[self._bigram_p[at]]
                    continue
                total += _BACKOFF[self._unigram_backoff[before]]
            total += _LOG[self._unigram_p[after]] if after != self.unknown else _UNKNOWN_WORD
        return total

    def _unigram_after(self, before: int) -> float:
        return 0.0 if before == self.unknown else _BACKOFF[self._unigram_backoff[before]]

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
    return Ngrams(words, data_path("spelling", "ngrams.bin").read_bytes())
