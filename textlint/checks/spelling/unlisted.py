"""Which word types of a document are unlisted, and which of them some place could make the judge flag.

Those that the lexicon accepts, or that no place could make suspicious, are subtracted in C through a set that the
process remembers: most documents hold few words that it has not met.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from textlint.checks.spelling.features import MAKING_FEATURES, making_features, quick_features
from textlint.checks.spelling.lexicon import lexicon
from textlint.checks.spelling.suggest import MAX_LENGTH, MIN_LENGTH, candidates
from textlint.checks.spelling.weights import table_of, weighed, weights
from textlint.facts.words import word_types
from textlint.text import Document

_USUAL = re.compile(
    rf"[A-Za-z][a-z']{{{MIN_LENGTH - 1},{MAX_LENGTH - 1}}}|[A-Z][A-Z']{{{MIN_LENGTH - 1},{MAX_LENGTH - 1}}}"
)
_UNLISTED_IN_ANY, _LETTERS_PER_UNLISTED = 500, 100
_UNLISTED_IN_LONG, _LETTERS_PER_UNLISTED_IN_LONG = 2000, 300
"""A text with more unlisted word types is no English prose; in a long one most have been seen before."""
_REMEMBERED = 1 << 16


def unlisted_types(forms: AbstractSet[str]) -> set[str]:
    """Those of the forms that the judge looks at and the lexicon does not accept."""
    unknown = list(filter(is_word, lexicon().unknown(forms)))
    owned = {form: base for form in unknown if (base := possessed(form)) != form}
    unknown_owners = set(lexicon().unknown(set(owned.values())))
    return {form for form in unknown if form not in owned or owned[form] in unknown_owners}


def is_word(form: str) -> bool:
    """Whether the judge looks at the form at all: ASCII letters, of usual length, in one of the usual cases."""
    return _USUAL.fullmatch(possessed(form)) is not None


def is_listed(form: str) -> bool:
    """Whether the lexicon accepts the word in the case in which it is written."""
    accepts = lexicon().accepts
    return accepts(form) or ((base := possessed(form)) != form and accepts(base))


def possessed(form: str) -> str:
    """The word without quotation marks around it and without a possessive ending."""
    if "'" not in form:
        return form
    base = form.strip("'")
    return base[:-2] if base.endswith(("'s", "'S")) else base


_innocent: set[str] = set()
_innocent_unlisted: set[str] = set()
_suspected: set[str] = set()


def suspicious_types(doc: Document) -> set[str]:
    """The word types that some place could make the judge flag; none in a text with too many unlisted ones."""
    if len(_innocent) + len(_suspected) > _REMEMBERED:
        for remembered in (_innocent, _innocent_unlisted, _suspected):
            remembered.clear()
    unsettled = word_types(doc) - _innocent
    if not unsettled:
        return unsettled
    suspicious = unsettled & _suspected
    unsettled -= suspicious
    unlisted = unlisted_types(unsettled)
    _innocent.update(unsettled - unlisted)
    if _is_no_prose(doc, unlisted | suspicious):
        return set()
    guilty = {form for form in unlisted if _could_be_misspelt(possessed(form))}
    _innocent.update(unlisted - guilty)
    _innocent_unlisted.update(unlisted - guilty)
    _suspected.update(guilty)
    return not_accepted(doc, suspicious | guilty)


def not_accepted(doc: Document, forms: AbstractSet[str]) -> set[str]:
    """The forms without those of the project's dictionary."""
    own = doc.project.words
    return {form for form in forms if own.isdisjoint((possessed(form), possessed(form).lower()))}


def _is_no_prose(doc: Document, unlisted: set[str]) -> bool:
    """Whether too many word types are unlisted: these, and the innocent ones of other documents."""
    if len(word_types(doc)) <= _UNLISTED_IN_ANY:
        return False
    letters = len(doc.text)
    most = min(
        _UNLISTED_IN_ANY + letters // _LETTERS_PER_UNLISTED,
        _UNLISTED_IN_LONG + letters // _LETTERS_PER_UNLISTED_IN_LONG,
    )
    return len(unlisted) + len(word_types(doc) & _innocent_unlisted) > most


def _could_be_misspelt(word: str) -> bool:
    lower = word.lower()
    found = candidates(lower, far=word == lower)
    if word != lower and not found:
        return False
    table = table_of(word != lower)
    doubt = weighed(table, quick_features(lower, found)) + weights().place["lower" if word == lower else "capital"]
    least = weights().least
    # What a word is made of speaks for it as a rule, so that most need not be asked.
    return doubt + _most_of_making(table) >= least and doubt + weighed(table, making_features(lower)) >= least


def _most_of_making(table: Mapping[str, float]) -> float:
    return sum([max(table.get(name, 0.0), 0.0) for name in MAKING_FEATURES])
