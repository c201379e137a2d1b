"""Ranked suggestions: the frequent words within two slips of an unknown one.

A log-linear model of the kinds of slips and of the frequency of the word ranks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from textlint.checks.spelling.context import gains
from textlint.checks.spelling.edits import edit_names
from textlint.checks.spelling.lexicon import corrections, lexicon
from textlint.checks.spelling.morphology import run_together
from textlint.checks.spelling.neighbours import TWICE, neighbours
from textlint.checks.spelling.weights import weights

MIN_LENGTH, MAX_LENGTH = 3, 24
"""Words outside these lengths are not judged."""
_MAX_CANDIDATES = 30
FITTED = 10
"""How many candidates are held against the words around."""
_SHORT = 4
_LIKELY = 5.0
"""A score from which on no farther candidate is sought."""
# A third of the time of calling the class.
_new = tuple.__new__


class Candidate(NamedTuple):
    """A word that may have been meant: its slips, its zipf frequency, its score by these, its fit in its place.

    The slips are as `edit_names` has them; `missed_space` and whether the word is a `known` correction are among them.
    """

    word: str
    slips: list[str]
    zipf: float
    score: float
    fit: float = 0.0

    @property
    def kinds(self) -> Counter[str]:
        """How many slips of each kind, and in all."""
        return Counter(self.slips)

    @property
    def total(self) -> float:
        """The score with the fit."""
        return self.score + weights().rank["fit"] * self.fit


@lru_cache(maxsize=1 << 13)
def candidates(word: str, *, far: bool = True) -> tuple[Candidate, ...]:
    """What a lower-case word may have been meant for, best first; `far` also looks two slips away and for two words."""
    known = corrections(word)
    found = _scored(word, known, {right: _zipf(right) for right in known} | _one_slip_away(word))
    if far and len(word) > _SHORT and max([candidate.score for candidate in found], default=0.0) < _LIKELY:
        farther = _two_slips_away(word)
        if parted := run_together(word):
            farther[parted] = _zipf(parted)
        for candidate in found:
            farther.pop(candidate.word, None)
        found += _scored(word, known, farther)
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


def in_place(found: tuple[Candidate, ...], before: Sequence[str], after: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates ranked anew by how they fit between the words around."""
    tried, weight = found[:FITTED], weights().rank["fit"]
    fits = gains(before, [candidate.word for candidate in tried], after)
    placed = [_new(Candidate, (*candidate[:-1], fit)) for candidate, fit in zip(tried, fits, strict=True)]
    return (*sorted(placed, key=lambda candidate: -(candidate.score + weight * candidate.fit)), *found[FITTED:])


def is_near(word: str) -> bool:
    """Whether a frequent word may be one slip away: a cheap test that misses none."""
    return neighbours().any([word, *_shortened(word)])


def _one_slip_away(word: str) -> dict[str, float]:
    """The words that share a form with one letter deleted, the most frequent first, and their zipf frequencies."""
    return _suggested([word, *_shortened(word)]) if MIN_LENGTH <= len(word) <= MAX_LENGTH else {}


def _two_slips_away(word: str) -> dict[str, float]:
    if not MIN_LENGTH <= len(word) <= MAX_LENGTH:
        return {}
    once = _shortened(word)
    twice = {form[:at] + form[at + 1 :] for start, form in enumerate(once) for at in range(start, len(form))}
    return _suggested([*twice, *[TWICE + form for form in {word, *once, *twice}]])


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _suggested(forms: list[str]) -> dict[str, float]:
    index = neighbours()
    found = dict(map(index.word, index.ranks(forms)[:_MAX_CANDIDATES]))
    for right in found:
        if "'" in right:
            found[right] = _zipf(right)
    return found


def _zipf(right: str) -> float:
    """The zipf frequency of the rarest of the words, without possessive endings."""
    return min([lexicon().zipf(part.lower().removesuffix("'s")) for part in right.split()])


def _scored(word: str, known: tuple[str, ...], meant: Mapping[str, float]) -> list[Candidate]:
    """The words that may have been meant, whose zipf frequencies are given, as candidates."""
    rank = weights().rank
    weight_of, of_zipf = rank.__getitem__, rank["zipf"]
    found = []
    for right, zipf in meant.items():
        names = edit_names(word, right.replace(" ", "").lower())
        if " " in right:
            names += ("missed_space", "slips")
        if right in known:
            names.append("known_first" if right == known[0] else "known")
        found.append(_new(Candidate, (right, names, zipf, of_zipf * zipf + sum(map(weight_of, names)), 0.0)))
    return found
