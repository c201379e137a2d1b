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
_INDEX = struct.Struct("<I")
PROBABILITY_STEPS = 32
"""A probability byte counts 1/32 of -log10."""
BACKOFF_STEPS, BACKOFF_LEAST = 80, -2.0
"""A back-off byte counts 1/80 of log10 above -2."""
_UNKNOWN_WORD = bytes([round(6.5 * PROBABILITY_STEPS)])
_NO_BACKOFF = bytes([round(-BACKOFF_LEAST * BACKOFF_STEPS)])
_LOG = [step / -PROBABILITY_STEPS for step in range(256)]
_BACKOFF = [step / BACKOFF_STEPS + BACKOFF_LEAST for step in range(256)]
_MULTIPLIERS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)


def trigram_key(first: int, second: int, third: int) -> int:
    """A 32-bit hash of three word ids: of a million trigrams, one unseen one in 4,000 is taken for a seen one."""
    a, b, c = _MULTIPLIERS
    return (first * a + second * b + third * c) & 0xFFFFFFFF


class Ngrams:
    """The model. Words are ids of `id`; the answers are log10 probabilities, with whether the n-gram was seen.

    The `unknown` word is one more, which begins no bigram.
    """

    def __init__(self, words: marisa_trie.Trie, data: memoryview) -> None:
        self._words = words
        n, bigrams, trigrams = HEADER.unpack_from(data)
        self.unknown = n
        at = HEADER.size

        def take(count: int, form: Literal["B", "H", "I"]) -> memoryview:
            nonlocal at
            start, at = at, at + count * struct.calcsize(form)
            return data[start:at].cast(form)

        self._first = memoryview(bytes(take(n + 1, "I")) + _INDEX.pack(bigrams)).cast("I")
        self._trigrams = take(trigrams, "I")
        self._second = take(bigrams, "H")
        self._unigram_p = bytes(take(n, "B")) + _UNKNOWN_WORD
        self._unigram_backoff = bytes(take(n, "B")) + _NO_BACKOFF
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
        return _LOG[self._unigram_p[word]]

    def bigram(self, before: int, word: int) -> tuple[float, bool]:
        """The word after one other."""
        at = self._bigram(before, word)
        return self._after_one(at, before, word), at >= 0

    def trigram(self, first: int, before: int, word: int) -> tuple[float, bool]:
        """The word after two others, `before` being the nearer."""
        context = self._bigram(first, before)
        at = self._trigram(context, first, before, word)
        return self._after_two(at, context, before, word, self._bigram(before, word)), at >= 0

    def likelier(self, left: int, words: Sequence[int], leads: Sequence[float], right: int) -> bool:
        """Whether some word is likelier between the two than the first of them, and by more than its lead.

        Probabilities are those of bigrams; the lead of the first says nothing.
        """
        first, second, logs, unigrams, backoffs = (
            self._first, self._second, self._bigram_p, self._unigram_p, self._unigram_backoff,
        )  # fmt: skip
        start, end, backoff, last = first[left], first[left + 1], _BACKOFF[backoffs[left]], _LOG[unigrams[right]]
        least = None
        for word, lead in zip(words, leads):  # noqa: B905
            at = bisect_left(second, word, start, end)
            total = _LOG[logs[at]] if at < end and second[at] == word else backoff + _LOG[unigrams[word]]
            stop = first[word + 1]
            at = bisect_left(second, right, first[word], stop)
            total += _LOG[logs[at]] if at < stop and second[at] == right else _BACKOFF[backoffs[word]] + last
            if least is None:
                least = total
            elif total > least + lead:
                return True
        return False

    def window(self, before: tuple[int, int], words: Sequence[int], after: tuple[int, int]) -> list[float]:
        """How likely each word and the two after it are, each after two words: three trigrams at once."""
        (far, near), (right, further) = before, after
        context, last, totals = self._bigram(far, near), self._bigram(right, further), []
        for word in words:
            with_left, with_right = self._bigram(near, word), self._bigram(word, right)
            at = self._trigram(context, far, near, word)
            total = self._after_two(at, context, near, word, with_left)
            at = self._trigram(with_left, near, word, right)
            total += self._after_two(at, with_left, word, right, with_right)
            at = self._trigram(with_right, word, right, further)
            totals.append(total + self._after_two(at, with_right, right, further, last))
        return totals

    def _after_two(self, trigram: int, context: int, before: int, word: int, bigram: int) -> float:
        """What `trigram` tells, or by its first two words, `context`, and its last two, `bigram`."""
        if trigram >= 0:
            return _LOG[self._trigram_p[trigram]]
        return self._backoff(context) + self._after_one(bigram, before, word)

    def _after_one(self, bigram: int, before: int, word: int) -> float:
        """What `bigram` tells, its index being known."""
        if bigram >= 0:
            return _LOG[self._bigram_p[bigram]]
        return _BACKOFF[self._unigram_backoff[before]] + _LOG[self._unigram_p[word]]

    def _backoff(self, bigram: int) -> float:
        return _BACKOFF[self._bigram_backoff[bigram]] if bigram >= 0 else 0.0

    def _bigram(self, first: int, second: int) -> int:
        """The index of a bigram; -1 if the model has it not."""
        end = self._first[first + 1]
        at = bisect_left(self._second, second, self._first[first], end)
        return at if at < end and self._second[at] == second else -1

    def _trigram(self, context: int, first: int, before: int, word: int) -> int:
        """The index of a trigram; -1 if the model has it not. It has the first two words, `context`, of all it has."""
        if context < 0:
            return -1
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
