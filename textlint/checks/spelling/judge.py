"""Which unlisted words are misspelt: a logistic model over what is seen of the word, its candidates and its place.

A document is reduced to its word types; those that the lexicon accepts, or that no place could make suspicious, are
subtracted in C through a set that the process remembers. Only the rest is looked up in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from textlint.checks.spelling.features import PLACE_FEATURES, Features, place_features, word_features
from textlint.checks.spelling.lexicon import corrections, lexicon
from textlint.checks.spelling.suggest import MAX_LENGTH, MIN_LENGTH, Candidate, candidates, is_near
from textlint.checks.spelling.weights import weights
from textlint.facts.language import english_at
from textlint.facts.protected import protected
from textlint.facts.words import occurrences, word_types
from textlint.text import Document, Span, fact

_REMEMBERED = 1 << 20
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


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
    def known(self) -> bool:
        """Whether a list of misspellings has the word."""
        return bool(corrections(self.unlisted.word))


@fact
def misspellings(doc: Document) -> tuple[Misspelling, ...]:
    """The words of the document that are more likely than the rules' floor to be misspelt, in the order of the text."""
    judged = (Misspelling(unlisted, probability(unlisted)) for unlisted in unlisted_words(doc, _suspicious(doc)))
    return tuple(found for found in judged if found.probability >= weights().floor)


def probability(unlisted: Unlisted) -> float:
    """How likely the unlisted word is to be misspelt where it stands."""
    table = weights().capital if unlisted.capital else weights().lower
    return 1 / (1 + exp(-max(min(_sum(table, unlisted.features), 30.0), -30.0)))


def unlisted_words(doc: Document, types: set[str]) -> Iterator[Unlisted]:
    """The places of these word types in English prose, with all that the judge looks at."""
    for surface, place in occurrences(doc, {form.strip("'") for form in types}):
        word, span = _trimmed(surface, place)
        if not protected(doc).covers(*span) and english_at(doc, span.start):
            yield _examined(doc, word, span)


def is_word(form: str) -> bool:
    """Whether the judge looks at the form at all: ASCII letters, of usual length, in one of the usual cases."""
    base = possessed(form)
    usual_case = base.islower() or base.isupper() or (base[:1].isupper() and base[1:].islower())
    letters = base.replace("'", "")
    return MIN_LENGTH <= len(base) <= MAX_LENGTH and letters.isascii() and letters.isalpha() and usual_case


def is_listed(form: str) -> bool:
    """Whether the lexicon accepts the word in the case in which it is written."""
    return lexicon().accepts(form) or lexicon().accepts(possessed(form))


def possessed(form: str) -> str:
    """The word without quotation marks around it and without a possessive ending."""
    base = form.strip("'")
    return base[:-2] if base.endswith(("'s", "'S")) else base


_settled: set[str] = set()


def _suspicious(doc: Document) -> set[str]:
    """The word types that some place could make the judge flag."""
    unsettled = word_types(doc) - _settled
    suspicious = {form for form in unsettled if _could_be_misspelt(form)}
    if len(_settled) > _REMEMBERED:
        _settled.clear()
    _settled.update(unsettled - suspicious)
    own = doc.project.words
    return {form for form in suspicious if possessed(form).lower() not in own and possessed(form) not in own}


@lru_cache(maxsize=1 << 14)
def _could_be_misspelt(form: str) -> bool:
    if not is_word(form) or is_listed(form):
        return False
    word = possessed(form)
    lower = word.lower()
    if word != lower and not is_near(lower) and not corrections(lower):
        return False
    table = weights().lower if word == lower else weights().capital
    return (
        _sum(table, word_features(lower, candidates(lower))) + _best_place(table is weights().lower) >= weights().least
    )


@cache
def _best_place(lower: bool) -> float:
    """What the most suspicious place would add to a word."""
    table = weights().lower if lower else weights().capital
    return sum(max(table.get(name, 0.0), 0.0) for name in PLACE_FEATURES)


def _sum(table: Mapping[str, float], features: Features) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())


def _trimmed(surface: str, span: Span) -> tuple[str, Span]:
    base = possessed(surface)
    start = span.start + surface.index(base)
    return base, Span(start, start + len(base))


def _examined(doc: Document, form: str, span: Span) -> Unlisted:
    word = form.lower()
    found = candidates(word)
    features = word_features(word, found) | place_features(doc.text, span.start, span.end, is_listed)
    features |= {
        "all_caps": float(form.isupper()),
        "repeated": float(doc.text.count(form) > 1),
        "thrice": float(doc.text.count(form) > 2),
        "meant_nearby": float(
            bool(found) and not word_types(doc).isdisjoint((found[0].word, found[0].word.capitalize()))
        ),
        "lower_elsewhere": float(form != word and word in word_types(doc)),
        "elided": float(
            doc.text[span.start - 1 : span.start] in _APOSTROPHES or doc.text[span.end : span.end + 1] in _APOSTROPHES
        ),
    }
    return Unlisted(word, span, form != word, found, features)
