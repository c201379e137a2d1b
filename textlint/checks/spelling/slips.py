"""Which words may stand for which others: `slips.txt`, and the word pairs that look like a slip: `suspects.txt`."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from textlint.packs import data_path

_FEW_WORDS = 20_000
"""To look up the pairs of so many words one by one takes less time than to make a set of all suspicious pairs."""


class Alternative(NamedTuple):
    """A word that may have been meant, and the letter of how the two are related in `slips.txt`.

    `c` is a confusion, `t` a slip of the hand, `a` an apostrophe, `h` a homophone, `e` any other edit.
    """

    word: str
    kind: str


class Pairs:
    """The pairs of words that no text is likely to hold but by a slip, given as the seconds by the first."""

    def __init__(self, seconds: Mapping[str, str]) -> None:
        self._seconds = seconds
        self._read = 0

    def among(self, found: list[str]) -> Set[tuple[str, str]]:
        """Which of them stand among these words, in this order."""
        self._read += len(found)
        if self._read > _FEW_WORDS:
            return self._made.intersection(zip(found, islice(found, 1, None), strict=False))
        seconds = self._seconds
        return {(a, b) for a, b in pairwise(found) if a in seconds and f" {b} " in f" {seconds[a]} "}

    @cached_property
    def _made(self) -> frozenset[tuple[str, str]]:
        return frozenset((a, b) for a, others in self._seconds.items() for b in others.split())


@dataclass(frozen=True, slots=True)
class Slips:
    """What `slips.txt` and `suspects.txt` say.

    `rare` words are looked at wherever they stand; a frequent word only in one of the `pairs`. `analogues` of a word
    are used as it is: what is usual beside them is beside it.
    """

    lines: Mapping[str, str]
    rare: frozenset[str]
    pairs: Pairs
    analogues: Mapping[str, list[str]]

    def alternatives(self, word: str) -> list[Alternative]:
        """What may have been meant by a lower-case word."""
        return [Alternative(item[1:], item[0]) for item in self.lines.get(word, "").split()]


@cache
def slips() -> Slips:
    """The data that come with textlint."""
    starred = _table("slips.txt")
    lines = {word.lstrip("*"): others for word, others in starred.items()}
    rare = frozenset(word[1:] for word in starred if word[0] == "*")
    seconds = _table("suspects.txt")
    # Pairs that begin with a word that is often confused are as suspicious with a capital.
    confused = [word for word in seconds.keys() & lines.keys() if " c" in f" {lines[word]}"]
    seconds.update((word.capitalize(), seconds[word]) for word in confused)
    return Slips(lines, rare, Pairs(seconds), _analogues())


def _table(name: str) -> dict[str, str]:
    """The rest of each line by its first word."""
    lines = data_path("spelling", name).read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def _analogues() -> dict[str, list[str]]:
    lines = data_path("spelling", "analogues.txt").read_text("utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return {word: others for word, *others in groups}
