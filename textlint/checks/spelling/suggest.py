"""Ranked suggestions: the frequent words within two slips of an unknown one.

Candidates come from an index of symmetric deletions (W. Garbe's SymSpell, 2012): two words within an edit share a form
that deletion gives. A log-linear model of the kinds of slips and of the frequency of the word ranks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

import marisa_trie

from textlint.checks.spelling.context import gains
from textlint.checks.spelling.edits import edit_kinds
from textlint.checks.spelling.lexicon import corrections, lexicon
from textlint.checks.spelling.morphology import run_together
from textlint.checks.spelling.weights import weights
from textlint.packs import data_path

MIN_LENGTH, MAX_LENGTH = 3, 24
"""Words outside these lengths are not judged."""
TWICE = "-"
"""In the index, the mark of forms with two letters deleted."""
_MAX_CANDIDATES = 30
_FITTED = 10
_SHORT = 4
_LIKELY = 5.0
"""A score from which on no farther candidate is sought."""


class Candidate(NamedTuple):
    """A word that may have been meant: its slips, its zipf frequency, its score by these, its fit in its place."""

    word: str
    kinds: Counter[str]
    zipf: float
    score: float
    fit: float = 0.0

    @property
    def total(self) -> float:
        """The score with the fit."""
        return self.score + weights().rank.get("fit", 0.0) * self.fit


@cache
def _neighbours() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(data_path("spelling", "neighbours.marisa")))


@lru_cache(maxsize=1 << 14)
def candidates(word: str, *, far: bool = True) -> tuple[Candidate, ...]:
    """What a lower-case word may have been meant for, best first; `far` also looks two slips away and for two words."""
    known = corrections(word)
    found = [_scored(word, right, known) for right in dict.fromkeys((*known, *_one_slip_away(word)))]
    if far and len(word) > _SHORT and max((c.score for c in found), default=0.0) < _LIKELY:
        near = {candidate.word for candidate in found}
        parted = run_together(word)
        farther = [*_two_slips_away(word), *([parted] if parted else [])]
        found += (_scored(word, right, known) for right in farther if right not in near)
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


def in_place(found: tuple[Candidate, ...], before: Sequence[str], after: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates ranked anew by how they fit between the words around."""
    fits = gains(before, [candidate.word for candidate in found[:_FITTED]], after)
    placed = [Candidate(*candidate[:-1], fit) for candidate, fit in zip(found, fits, strict=False)]
    return (*sorted(placed, key=lambda candidate: -candidate.total), *found[_FITTED:])


def is_near(word: str) -> bool:
    """Whether a frequent word may be one slip away: a cheap test that misses none."""
    neighbours = _neighbours()
    return word in neighbours or any(map(neighbours.__contains__, _shortened(word)))


def _one_slip_away(word: str) -> list[str]:
    if not MIN_LENGTH <= len(word) <= MAX_LENGTH:
        return []
    return _lookup({word, *_shortened(word)})


def _two_slips_away(word: str) -> list[str]:
    if not MIN_LENGTH <= len(word) <= MAX_LENGTH:
        return []
    twice = {word[:i] + word[i + 1 : j] + word[j + 1 :] for i, j in combinations(range(len(word)), 2)}
    return _lookup(twice | {TWICE + form for form in (word, *_shortened(word), *twice)})


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _lookup(forms: set[str]) -> list[str]:
    neighbours = _neighbours()
    found = {packed.decode() for form in forms for packed in neighbours.get(form, ())}
    return sorted(found, key=lambda right: (-lexicon().zipf(right), right))[:_MAX_CANDIDATES]


def _scored(word: str, right: str, known: tuple[str, ...]) -> Candidate:
    kinds = edit_kinds(word, right.replace(" ", "").lower())
    if " " in right:
        kinds += Counter(missed_space=1, slips=1)
    if right in known:
        kinds["known_first" if right == known[0] else "known"] = 1
    zipf = min([lexicon().zipf(part.lower().removesuffix("'s")) for part in right.split()])
    model = weights().rank
    return Candidate(right, kinds, zipf, model["zipf"] * zipf + sum([model.get(k, 0.0) * n for k, n in kinds.items()]))
