"""What the judge looks at: named features of an unknown word by itself, and of the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from textlint.checks.spelling.lexicon import CAPITAL, DICTIONARY, RARE, corrections, is_foreign, lexicon
from textlint.checks.spelling.morphology import has_affix, is_compound
from textlint.checks.spelling.suggest import Candidate, is_near

_STRETCHED = re.compile(r"(.)\1\1")
_WORD = re.compile(r"(?<![\w'’])[^\W_]{1,40}(?![\w])")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n•*|…–—])[\s\"'“‘(\[]{0,4}\Z")
_OPENING, _CLOSING = frozenset("\"“‘'([«*_"), frozenset("\"”’')]»*_")
_JOINED = frozenset("-‐‑–/\\_.@#&=+~`´±©¤¦§¨¬®¯°¶·¸")
_CUT = frozenset("-‐–—…")
_NEAR = 60
_OPENING_SIGNS = 5
PLACE_FEATURES = frozenset(
    "joined opens_quotation quoted cut_off unlisted_neighbour unlisted_near foreign_near capital_neighbour "
    "after_capital sentence_start after_number fit misfit all_caps repeated thrice meant_nearby lower_elsewhere "
    "elided".split()
)
"""The features that depend on the document or the place; the others are of the word alone."""
MAKING_FEATURES = frozenset(("is_foreign", "has_affix", "is_compound"))
"""The features of what a word is made of, if it is none that was misspelt; each is 0 or 1."""
Features = dict[str, float]


def word_features(word: str, found: Sequence[Candidate]) -> Features:
    """Features of a lower-case word and of the best of its candidates, whatever the document."""
    return quick_features(word, found) | making_features(word)


def quick_features(word: str, found: Sequence[Candidate]) -> Features:
    """The word's features but for those of its making, which take longest to find."""
    features = _form_features(word).copy()
    if not found:
        features["no_candidate"] = 1.0
        return features
    best = found[0]
    kinds = best.kinds
    margin = best.total - found[1].total if len(found) > 1 else 5.0
    known = corrections(word)
    if known:  # the web counts a usual misspelling as it counts a word
        features["own_zipf"] = 0.0
    features |= {
        "zipf": best.zipf,
        "gap": max(best.zipf - features["own_zipf"], 0.0),
        "score": best.score,
        "margin": min(margin, 5.0),
        "known_misspelling": float(bool(known)),
        "several_corrections": float(len(known) > 1),
        "two_slips": float(kinds["slips"] == 2),
        "many_slips": float(kinds["slips"] > 2),
        "rare_candidate": float(best.zipf < 3),
        "plural_of_candidate": float(word == best.word + "s"),
        "shorter_by_s": float(word + "s" == best.word),
    }
    for kind, count in kinds.items():
        if kind not in _NOT_FEATURES:
            features[kind] = float(count)
    return features


_NOT_FEATURES = frozenset(("slips", "known", "known_first"))


@lru_cache(maxsize=1 << 12)
def _form_features(word: str) -> Features:
    own = lexicon().entry(word)
    return {
        "bias": 1.0,
        "own_zipf": own.zipf,
        "in_some_list": float(bool(own.flags & DICTIONARY)),
        "in_dictionary": float(bool(own.flags & RARE)),
        "is_name": float(bool(own.flags & CAPITAL)),
        "three_letters": float(len(word) == 3),
        "four_letters": float(len(word) == 4),
        "five_letters": float(len(word) == 5),
        "length": min(len(word), 14) / 10,
        "stretched": float(bool(_STRETCHED.search(word))),
    }


@lru_cache(maxsize=1 << 12)
def making_features(word: str) -> Features:
    """Of what a lower-case word may be made other than by a slip."""
    return {
        "is_foreign": float(is_foreign(word) and not corrections(word)),
        "has_affix": float(has_affix(word)),
        "is_compound": float(is_compound(word)),
    }


def place_features(text: str, start: int, end: int) -> Features:
    """Features of the word at a place: what stands around it."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    left, right = _WORD.findall(before)[-2:], _WORD.findall(after)[:2]
    beside, further = left[-1:] + right[:1], left[:-1] + right[1:]
    kinds_beside, kinds_further = list(map(_kind, beside)), list(map(_kind, further))
    return {
        "joined": float(before[-1:] in _JOINED or (after[:1] in _JOINED and after[1:2].isalnum())),
        "cut_off": float(after[:1] in _CUT and not after[1:2].isalnum()),
        "opens_quotation": float(before[-1:] in _OPENING),
        "quoted": float(before[-1:] in _OPENING and after[:1] in _CLOSING),
        "unlisted_neighbour": float(any(kind.strange for kind in kinds_beside)),
        "unlisted_near": float(sum([kind.strange for kind in kinds_further])),
        "capital_neighbour": float(any(kind.capital for kind in kinds_beside)),
        "after_capital": float(bool(left) and left[-1][0].isupper()),
        "foreign_near": float(any(kind.foreign for kind in kinds_beside + kinds_further)),
        "sentence_start": float(bool(_SENTENCE_START.search(text, max(start - _OPENING_SIGNS, 0), start))),
        "after_number": float(bool(left) and left[-1].isdigit()),
    }


class _Kind(NamedTuple):
    """What a neighbour is: with a capital, a word of another language, unlisted and not misspelt itself."""

    capital: bool
    foreign: bool
    strange: bool


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> _Kind:
    lower = word.lower()
    foreign = is_foreign(lower)
    strange = not (word.isdigit() or lexicon().accepts(word) or corrections(lower))
    if strange and word == lower and not foreign:
        strange = not is_near(lower)
    return _Kind(word[0].isupper(), foreign, strange)
