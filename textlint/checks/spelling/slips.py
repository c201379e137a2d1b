"""Which words may stand for which others: `slips.txt`, and the word pairs that look like a slip: `suspects.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from sys import intern
from typing import NamedTuple

from textlint.packs import data_path


class Alternative(NamedTuple):
    """A word that may have been meant, and the letter of how the two are related in `slips.txt`.

    `c` is a confusion, `t` a slip of the hand, `a` an apostrophe, `h` a homophone, `e` any other edit.
    """

    word: str
    kind: str


class Slips(NamedTuple):
    """What `slips.txt` and `suspects.txt` say.

    `rare` words are looked at wherever they stand; a frequent word only in a pair that no text is likely to hold but by
    a slip. Most such pairs have one of the words of `suspects` (see `beside`), which may have a capital where they are
    often confused; `pairs` are the others. `watched` are the rare words and those of `suspects`. `analogues` of a word
    are used as it is: what is usual beside them is beside it.
    """

    lines: Mapping[str, str]
    rare: frozenset[str]
    suspects: Mapping[str, str]
    watched: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    analogues: Mapping[str, list[str]]

    def alternatives(self, word: str) -> list[Alternative]:
        """What may have been meant by a lower-case word."""
        return [Alternative(item[1:], item[0]) for item in self.lines.get(word, "").split(",") if item]


@cache
def slips() -> Slips:
    """The data that come with textlint."""
    rare, frequent = (part.split() for part in _parts("slips.txt"))
    lines = dict(chain(_in_twos(rare), _in_twos(frequent)))
    suspects, pairs = _parts("suspects.txt")
    by_word = dict(line.split(" ", 1) for line in suspects.splitlines())
    by_word |= {word.capitalize(): by_word[word] for word in by_word if ",c" in f",{lines.get(word)}"}
    looked_at = frozenset(rare[::2])
    others = frozenset(_in_twos(pairs.split()))
    return Slips(lines, looked_at, by_word, looked_at.union(by_word), others, _analogues())


@cache
def beside(word: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """What makes one of the `suspects` suspicious before and after it, and what is suspicious before and after it."""
    if word[0].isupper():
        _, after, _, made_after = beside(word.lower())
        return frozenset(), after, frozenset(), made_after
    parts = slips().suspects[word].split("|")
    before, after, made_before, made_after = (frozenset(map(intern, part.split())) for part in parts)
    return before, after, made_before, made_after


def _parts(name: str) -> tuple[str, str]:
    first, _, second = data_path("spelling", name).read_text("utf-8").partition("\n\n")
    return first, second


def _in_twos(words: list[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


def _analogues() -> dict[str, list[str]]:
    lines = data_path("spelling", "analogues.txt").read_text("utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return {word: others for word, *others in groups}
