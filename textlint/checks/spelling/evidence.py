"""What speaks for an alternative at a place: named features, and the n-gram that shows it."""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import NamedTuple

from textlint.checks.spelling.edits import edit_kinds
from textlint.checks.spelling.ngrams import Ngrams, ngrams
from textlint.checks.spelling.places import Place
from textlint.checks.spelling.slips import Alternative, Slips, slips

_EDITS = (
    "swapped", "missed_double", "doubled", "adjacent_key", "sounds_alike", "vowel_for_vowel", "first_letter",
    "last_letter", "slips",
)  # fmt: skip
_OF_FORM = (
    "unigram", "before", "after", "like_before", "like_after",
    "seen_form", "seen_next", "seen_third", "seen_before", "seen_after",
)  # fmt: skip
_WRITTEN = tuple(f"written_{name}" for name in _OF_FORM)
_MEANT = tuple(f"meant_{name}" for name in _OF_FORM)
_MOST_REPEATS = 4
_LEAST_GAIN = {"c": 2.4, "a": 2.4, "t": 2.9, "h": 3.0, "e": 4.0}
"""log10; nothing under these was reported by trees that had seen all."""


class Fit(NamedTuple):
    """How a form fits a place: trigram log10 probabilities of the form, of the next word and of the one after.

    `before` and `after` are how much likelier than by itself the form is after its neighbour, and its neighbour after
    it; `like_before` and `like_after` the same for the form and its analogues together; `seen` says which n-grams the
    model has: the three trigrams and the two bigrams.
    """

    form: float
    next: float
    third: float
    before: float
    after: float
    like_before: float
    like_after: float
    unigram: float
    seen: tuple[bool, bool, bool, bool, bool]

    @property
    def total(self) -> float:
        """log10 probability of the window."""
        return self.form + self.next + self.third


@lru_cache(1 << 14)
def promising(
    word: str, before: tuple[str, str], after: tuple[str, str], *, slack: float = 0.0
) -> tuple[Alternative, ...]:
    """The alternatives by which the window gains so much that the rest of the evidence is worth weighing."""
    model, others = ngrams(), slips().alternatives(word)
    far, near, right, further = map(model.id, (*before, *after))
    forms = [model.id(form) for form in (word, *(other.word for other in others))]
    as_written, *as_meant = model.window((far, near), forms, (right, further))
    gains = [total - as_written for total in as_meant]
    return tuple(other for other, gain in zip(others, gains, strict=True) if gain + slack > _LEAST_GAIN[other.kind])


def fit(model: Ngrams, known: Slips, place: Place, form: str) -> Fit:
    """How the form fits the place."""
    far, near = map(model.id, place.before)
    right, further = map(model.id, place.after)
    own = model.id(form)
    first, first_seen = model.trigram(far, near, own)
    second, second_seen = model.trigram(near, own, right)
    third, third_seen = model.trigram(own, right, further)
    before, before_seen = model.bigram(near, own)
    after, after_seen = model.bigram(own, right)
    before, after = before - model.unigram(own), after - model.unigram(right)
    like_before, like_after = _alike(model, known, near, form, right) or (before, after)
    seen = (first_seen, second_seen, third_seen, before_seen, after_seen)
    return Fit(first, second, third, before, after, like_before, like_after, model.unigram(own), seen)


def _alike(model: Ngrams, known: Slips, near: int, form: str, right: int) -> tuple[float, float] | None:
    """The association of a form and its analogues, averaged, with the neighbours; None if it has no analogues."""
    others = known.analogues.get(form)
    if not others:
        return None
    forms = [model.id(other) for other in (form, *others)]
    before = sum(10 ** (model.bigram(near, other)[0] - model.unigram(other)) for other in forms)
    after = sum(10 ** model.bigram(other, right)[0] for other in forms)
    return log10(before / len(forms)), log10(after / len(forms)) - model.unigram(right)


def features(place: Place, other: Alternative, written: Fit, meant: Fit) -> dict[str, float]:
    """The named features that the classifier weighs."""
    return {
        "gain": meant.total - written.total,
        "gain_form": meant.form - written.form,
        "gain_next": meant.next - written.next,
        "gain_third": meant.third - written.third,
        "gain_like_before": meant.like_before - written.like_before,
        "gain_like_after": meant.like_after - written.like_after,
        **_of_form(_WRITTEN, written),
        **_of_form(_MEANT, meant),
        "more_frequent": meant.unigram - written.unigram,
        "kind": float("cathe".index(other.kind)),
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


def _of_form(names: tuple[str, ...], form: Fit) -> dict[str, float]:
    numbers = (form.unigram, form.before, form.after, form.like_before, form.like_after)
    return dict(zip(names, (*numbers, *map(float, form.seen)), strict=True))


@lru_cache(4096)
def _of_edit(word: str, other: str) -> dict[str, float]:
    kinds = edit_kinds(word, other)
    return {name: float(kinds[name]) for name in _EDITS} | {"shorter": float(len(other) - len(word))}


def shown(place: Place, other: str, written: Fit, meant: Fit) -> tuple[str, str, str]:
    """The two pairs of words that tell most, as they were meant and as written, and how unusual the latter is."""
    left, right = place.before[1], place.after[0]
    after = meant.after - written.after >= meant.before - written.before
    if right != "</s>" and (left == "<s>" or after):
        return f"{other} {right}", f"{place.word} {right}", "rare" if written.seen[4] else "not seen"
    return f"{left} {other}", f"{left} {place.word}", "rare" if written.seen[3] else "not seen"
