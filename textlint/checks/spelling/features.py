"""What the judge looks at: named features of an unknown word by itself, and of the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from textlint.checks.spelling.lexicon import CAPITAL, DICTIONARY, Entry, corrections, lexicon
from textlint.checks.spelling.morphology import has_affix, is_compound
from textlint.checks.spelling.suggest import Candidate

_STRETCHED = re.compile(r"(.)\1\1")
_WORD_BEFORE = re.compile(r"([^\W_][^\W_'’]{0,40})\W{1,3}\Z")
_WORD_AFTER = re.compile(r"\W{1,3}([^\W_][^\W_'’]{0,40})")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n•*|…–—])[\s\"'“‘(\[]{0,4}\Z")
_OPENING, _CLOSING = frozenset("\"“‘'([«*_"), frozenset("\"”’')]»*_")
_JOINED = frozenset("-‐‑–/\\_.@#&=+~")
_NEAR = 60
PLACE_FEATURES = (
    "joined", "opens_quotation", "quoted", "unlisted_neighbour", "capital_neighbour", "sentence_start", "after_number",
    "all_caps", "repeated", "thrice", "meant_nearby", "lower_elsewhere", "elided",
)  # fmt: skip
"""The features that depend on the document or the place; the others are of the word alone."""
Features = dict[str, float]


def word_features(word: str, found: tuple[Candidate, ...]) -> Features:
    """Features of a lower-case word and of the best of its candidates, whatever the document."""
    own = lexicon().entry(word)
    features = {"bias": 1.0, **_form_features(word, own)}
    if not found:
        return features | {"no_candidate": 1.0}
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else 5.0
    known = corrections(word)
    features |= {
        "zipf": best.zipf,
        "gap": max(best.zipf - own.zipf, 0.0),
        "score": best.score,
        "margin": min(margin, 5.0),
        "known_misspelling": float(bool(known)),
        "several_corrections": float(len(known) > 1),
        "two_slips": float(best.kinds["slips"] == 2),
        "many_slips": float(best.kinds["slips"] > 2),
        "rare_candidate": float(best.zipf < 3),
        "plural_of_candidate": float(word == best.word + "s"),
        "shorter_by_s": float(word + "s" == best.word),
    }
    return features | {kind: float(count) for kind, count in best.kinds.items() if kind not in _NOT_FEATURES}


_NOT_FEATURES = {"slips", "known", "known_first"}


def _form_features(word: str, own: Entry) -> Features:
    return {
        "own_zipf": own.zipf,
        "in_some_list": float(bool(own.flags & DICTIONARY)),
        "is_name": float(bool(own.flags & CAPITAL)),
        "three_letters": float(len(word) == 3),
        "four_letters": float(len(word) == 4),
        "five_letters": float(len(word) == 5),
        "length": min(len(word), 14) / 10,
        "stretched": float(bool(_STRETCHED.search(word))),
        "has_affix": float(has_affix(word)),
        "is_compound": float(is_compound(word)),
    }


def place_features(text: str, start: int, end: int, is_listed: Callable[[str], bool]) -> Features:
    """Features of the word at a place: what stands around it."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    left, right = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    neighbours = [match[1] for match in (left, right) if match]
    return {
        "joined": float(before[-1:] in _JOINED or (after[:1] in _JOINED and after[1:2].isalnum())),
        "opens_quotation": float(before[-1:] in _OPENING),
        "quoted": float(before[-1:] in _OPENING and after[:1] in _CLOSING),
        "unlisted_neighbour": float(any(not is_listed(word) for word in neighbours)),
        "capital_neighbour": float(any(word[0].isupper() for word in neighbours)),
        "sentence_start": float(bool(_SENTENCE_START.search(before))),
        "after_number": float(left is not None and left[1].isdigit()),
    }
