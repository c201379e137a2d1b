"""Which words may stand for which others: `slips.txt`, and the word pairs that look like a slip: `suspects.txt`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import NamedTuple

from textlint.packs import data_path

KINDS = {
    "c": "confusion",
    "t": "slip of the hand",
    "a": "apostrophe",
    "h": "homophone",
    "e": "edit",
}
"""How two words are related, by the letter in `slips.txt`."""


class Alternative(NamedTuple):
    """A word that may have been meant, and the letter of its kind."""

    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Slips:
    """What `slips.txt` and `suspects.txt` say.

    `rare` words are looked at wherever they stand; a frequent word only in one of the `pairs`, which no text is
    likely to hold but by a slip. `analogues` of a word are used as it is: what is usual beside them is beside it.
    """

    lines: Mapping[str, str]
    rare: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    analogues: Mapping[str, list[str]]

    def alternatives(self, word: str) -> list[Alternative]:
        """What may have been meant by a lower-case word."""
        return [Alternative(item[1:], item[0]) for item in self.lines.get(word, "").split()]


@cache
def slips() -> Slips:
    """The data that come with textlint."""
    lines, rare = {}, []
    for line in data_path("spelling", "slips.txt").read_text("utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word[0] == "*":
            word = word[1:]
            rare.append(word)
        lines[word] = rest
    return Slips(lines, frozenset(rare), _pairs(lines), _analogues())


def _pairs(lines: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The suspicious pairs; those that begin with a word that is often confused, with a capital too."""
    pairs: set[tuple[str, str]] = set()
    for line in data_path("spelling", "suspects.txt").read_text("utf-8").splitlines():
        first, *seconds = line.split()
        pairs.update(zip(repeat(first), seconds))
        if " c" in f" {lines.get(first, '')}":
            pairs.update(zip(repeat(first.capitalize()), seconds))
    return frozenset(pairs)


def _analogues() -> dict[str, list[str]]:
    lines = data_path("spelling", "analogues.txt").read_text("utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return {word: others for word, *others in groups}
