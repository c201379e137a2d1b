"""What speaks for an alternative at a place: named features, and the n-gram that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from textlint.checks.spelling.edits import edit_kinds
from textlint.checks.spelling.ngrams import Ngrams
from textlint.checks.spelling.places import Place, plain
from textlint.checks.spelling.slips import KINDS, Alternative

_EDITS = (
    "swapped",
    "missed_double",
    "doubled",
    "adjacent_key",
    "sounds_alike",
    "vowel_for_vowel",
    "first_letter",
    "last_letter",
    "slips",
)
_MOST_REPEATS = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """How a form fits a place: trigram log10 probabilities of the form, of the next word and of the one after.

    `before` and `after` are how much likelier than by itself the form is after its neighbour, and its neighbour after
    it; `seen` counts, bit by bit, which n-grams the model has seen.
    """

    form: float
    next: float
    third: float
    before: float
    after: float
    unigram: float
    seen: tuple[bool, bool, bool, bool, bool]

    @property
    def total(self) -> float:
        """log10 probability of the window."""
        return self.form + self.next + self.third


def fit(model: Ngrams, place: Place, form: str) -> Fit:
    """How the form fits the place."""
    far, near = map(model.id, place.before)
    right, further = map(model.id, place.after)
    own = model.id(form)
    first, first_seen = model.trigram(far, near, own)
    second, second_seen = model.trigram(near, own, right)
    third, third_seen = model.trigram(own, right, further)
    before, before_seen = model.bigram(near, own)
    after, after_seen = model.bigram(own, right)
    unigram = model.unigram(own)
    seen = (first_seen, second_seen, third_seen, before_seen, after_seen)
    return Fit(first, second, third, before - unigram, after - model.unigram(right), unigram, seen)


def features(place: Place, other: Alternative, written: Fit, meant: Fit) -> dict[str, float]:
    """The named features that the classifier weighs."""
    return {
        "gain": meant.total - written.total,
        "gain_form": meant.form - written.form,
        "gain_next": meant.next - written.next,
        "gain_third": meant.third - written.third,
        **_of_form("written", written),
        **_of_form("meant", meant),
        "more_frequent": meant.unigram - written.unigram,
        "kind": float("catheip".index(other.kind)),
        "times": float(min(sum(map(place.nearby.count, {place.word, place.word.capitalize()})), _MOST_REPEATS)),
        "meant_times": float(min(place.nearby.count(other.word), _MOST_REPEATS)),
        "punctuation_before": float(place.inner[0]),
        "punctuation_after": float(place.inner[1]),
        "capitals": float(place.capitals),
        "begins": float(place.before[1] == "<s>"),
        "ends": float(place.after[0] == "</s>"),
        "length": float(len(place.word)),
        **_of_edit(place.word, other.word),
    }


def _of_form(name: str, form: Fit) -> dict[str, float]:
    numbers = {"unigram": form.unigram, "before": form.before, "after": form.after}
    names = ("seen_form", "seen_next", "seen_third", "seen_before", "seen_after")
    seen = {f"{name}_{key}": float(value) for key, value in zip(names, form.seen, strict=True)}
    return {f"{name}_{key}": value for key, value in numbers.items()} | seen


@lru_cache(4096)
def _of_edit(word: str, other: str) -> dict[str, float]:
    kinds = edit_kinds(word, other)
    return {name: float(kinds[name]) for name in _EDITS} | {"shorter": float(len(other) - len(word))}


def shown(place: Place, other: str, written: Fit, meant: Fit) -> tuple[str, str]:
    """The two n-grams that tell most: with the word that was meant, and as written."""
    left, right = place.before[1], place.after[0]
    if right != "</s>" and (left == "<s>" or meant.next - written.next >= meant.form - written.form):
        return f"{other} {right}", f"{place.word} {right}"
    return f"{left} {other}", f"{left} {place.word}"


__all__ = ["KINDS", "Fit", "features", "fit", "plain", "shown"]
