"""Which unlisted words are misspelt: a logistic model over what is seen of the word, its candidates and its place.

Only the word types that `unlisted.py` leaves are looked up in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from math import exp
from typing import NamedTuple

from textlint.checks.spelling.context import words_around
from textlint.checks.spelling.features import (
    Features,
    making_features,
    place_features,
    quick_features,
    word_features,
)
from textlint.checks.spelling.lexicon import corrections
from textlint.checks.spelling.morphology import rejoined
from textlint.checks.spelling.suggest import FITTED, Candidate, candidates, in_place
from textlint.checks.spelling.unlisted import possessed, suspicious_types
from textlint.checks.spelling.weights import table_of, weighed, weights
from textlint.facts.language import english_at
from textlint.facts.protected import protected
from textlint.facts.words import occurrences, word_types
from textlint.text import Document, Span, fact

_SIC = re.compile(r"[\"'’”]?\s?[\[(]sic\b", re.IGNORECASE)
_MOST_PLACES, _LETTERS_PER_PLACE = 100, 10_000
"""A form that stands more often in a text is a usage of that text."""
_FEW = 24
_JUDGED_IN_ANY, _LETTERS_PER_JUDGED = 1000, 500
"""Of a text with more suspicious places only so many are judged."""
_WORST_FIT, _BEST_FIT = -3.0, 5.0
_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = frozenset("'\N{RIGHT SINGLE QUOTATION MARK}")


class Suspect(NamedTuple):
    """A form at a place, and how often it stands in the text."""

    form: str
    span: Span
    times: int

    @property
    def capital(self) -> bool:
        """Whether the form has a capital."""
        return self.form != self.form.lower()


class Unlisted(NamedTuple):
    """An unlisted word at its place; `word` is in lower case and without a possessive ending."""

    word: str
    span: Span
    capital: bool
    candidates: tuple[Candidate, ...]
    features: Features


class Misspelling(NamedTuple):
    """A word judged to be misspelt, with the probability that it is."""

    unlisted: Unlisted
    probability: float

    @property
    def run_together(self) -> bool:
        """Whether two words were meant."""
        return any(" " in candidate.word for candidate in self.unlisted.candidates[:1])

    @property
    def known(self) -> bool:
        """Whether a list of misspellings has the word."""
        return bool(corrections(self.unlisted.word))


@fact
def misspellings(doc: Document) -> tuple[Misspelling, ...]:
    """The words of the document that are more likely than the rules' floor to be misspelt, in the order of the text."""
    judged = (_judged(doc, suspect) for suspect in suspects(doc) if not rejoined(doc.text, *suspect.span))
    return tuple(found for found in judged if found and english_at(doc, found.unlisted.span.start))


def _judged(doc: Document, suspect: Suspect) -> Misspelling | None:
    place = _place_features(doc, suspect)
    if not _could_be_misspelt_at(suspect, place):
        return None
    unlisted = _examined(doc, suspect, place)
    likely = probability(unlisted)
    return Misspelling(unlisted, likely) if likely >= weights().floor else None


@fact
def suspects(doc: Document) -> tuple[Suspect, ...]:
    """The places of the document that are worth a closer look, be they English or not."""
    types = suspicious_types(doc)
    return tuple(islice(_places(doc, types), _JUDGED_IN_ANY + len(doc.text) // _LETTERS_PER_JUDGED)) if types else ()


def probability(unlisted: Unlisted) -> float:
    """How likely the unlisted word is to be misspelt where it stands."""
    return 1 / (1 + exp(-max(min(weighed(table_of(unlisted.capital), unlisted.features), 30.0), -30.0)))


def unlisted_words(doc: Document, types: set[str]) -> Iterator[Unlisted]:
    """The places of these word types in English prose, with all that the judge looks at."""
    places = (place for place in _places(doc, types) if english_at(doc, place.span.start))
    return (_examined(doc, place, _place_features(doc, place)) for place in places)


def _places(doc: Document, types: set[str]) -> Iterator[Suspect]:
    """Where these word types stand in prose, unless so often or in such a place that they are meant."""
    most = _MOST_PLACES + len(doc.text) // _LETTERS_PER_PLACE
    forms = {form.strip("'") for form in types}
    if len(forms) <= _FEW:  # for more, one count each would cost more than to look at all places
        forms = {form for form in forms if doc.text.count(f" {form} ") <= most}
    places = [_trimmed(*place) if "'" in place[0] else place for place in occurrences(doc, forms)]
    counts = Counter(form for form, _ in places)
    for form, span in places:
        if counts[form] <= most and not _meant(doc.text, form, span) and not protected(doc).covers(*span):
            yield Suspect(form, span, counts[form])


def _meant(text: str, form: str, span: Span) -> bool:
    """Whether the text says that the spelling is meant: `sic`, a word broken off, an apostrophe for a dropped `g`."""
    after = text[span.end : span.end + 2]
    broken_off = after[:1] in _HYPHENS and not after[1:].isalnum()
    dropped_g = form.lower().endswith("in") and after[:1] in _APOSTROPHES
    return broken_off or dropped_g or _SIC.match(text, span.end) is not None


def _could_be_misspelt_at(suspect: Suspect, place: Features) -> bool:
    """Whether the word could be misspelt there, whichever of its candidates fits best, and however well."""
    word, capital = suspect.form.lower(), suspect.capital
    return _most_of_word(word, capital) + weighed(table_of(capital), place) + _most_of_fit(capital) >= weights().least


@lru_cache(maxsize=1 << 12)
def _most_of_word(word: str, capital: bool) -> float:
    """The most that the word adds with one of its candidates."""
    found = candidates(word, far=not capital)[:FITTED]
    alone = [[candidate] for candidate in found] or [[]]
    table = table_of(capital)
    return max([weighed(table, quick_features(word, best)) for best in alone]) + weighed(table, making_features(word))


@cache
def _most_of_fit(capital: bool) -> float:
    """The most that can be added by what depends on the fit: features of it, and the margin, which is 5 till then."""
    table = table_of(capital)
    bounds = {"fit": (_WORST_FIT, _BEST_FIT), "misfit": (0, 1), "meant_nearby": (0, 1), "margin": (-5, 0)}
    return sum(max(table.get(name, 0.0) * least, table.get(name, 0.0) * most) for name, (least, most) in bounds.items())


def _trimmed(surface: str, span: Span) -> tuple[str, Span]:
    base = possessed(surface)
    start = span.start + surface.index(base)
    return base, Span(start, start + len(base))


def _place_features(doc: Document, suspect: Suspect) -> Features:
    """The features of the place but for those that depend on the candidates."""
    form, (start, end), times = suspect
    text, word = doc.text, form.lower()
    features = place_features(text, start, end)
    features["all_caps"] = float(form.isupper())
    features["repeated"] = float(times > 1)
    features["thrice"] = float(times > 2)
    features["lower_elsewhere"] = float(form != word and word in word_types(doc))
    features["elided"] = float(text[start - 1 : start] in _APOSTROPHES or text[end : end + 1] in _APOSTROPHES)
    return features


def _examined(doc: Document, suspect: Suspect, place: Features) -> Unlisted:
    word, span = suspect.form.lower(), suspect.span
    found = in_place(candidates(word, far=not suspect.capital), *words_around(doc.text, *span))
    features = word_features(word, found) | place
    best, fit = (found[0].word, found[0].fit) if found else ("", 0.0)
    features["fit"] = max(min(fit, _BEST_FIT), _WORST_FIT)
    features["misfit"] = float(fit < 0)
    features["meant_nearby"] = float(not word_types(doc).isdisjoint((best, best.capitalize())))
    return Unlisted(word, span, suspect.capital, found, features)
