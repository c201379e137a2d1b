"""How an unlisted word may be made of listed ones: by affixes, as a compound, or by two words run together."""

from __future__ import annotations

import re
from functools import cache

from textlint.checks.spelling.lexicon import CAPITAL, COMMON, LOWER, lexicon
from textlint.packs import data_path
from textlint.text import Span

_MIN_STEM = 4
_MIN_COMPOUND_PART = 3
_FREQUENT_PART = 3.3
_MIN_RUN_ON, _MIN_SPLIT = 5, 6
_REACH = 24
_HALF_BEFORE = re.compile(r"(?<![\w'’-])([a-z]{2,16}) \Z")
_HALF_AFTER = re.compile(r" ([a-z]{2,16})(?![\w'’-])")
_FIRST = frozenset(
    "the to of and that this was were is are be been very their his its from with which would could will have "
    "has had not they she you we but when what who more most than some such".split()
)
_LAST = frozenset("the of to by and that this is was are were for from with in on at as be his their its than".split())
"""Function words that open or close a run-on and do not build compounds in that place."""
RUN_ON_WORDS = _FIRST | _LAST


@cache
def _affixes() -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """Prefixes, and suffixes with what they take the place of (`-ability,able`)."""
    rows = [row.split(",") for row in data_path("spelling", "affixes.csv").read_text("utf-8").split() if row[0] != "#"]
    prefixes = tuple(row[0].rstrip("-") for row in rows if row[0].endswith("-"))
    suffixes = {row[0].lstrip("-"): row[1:] or [""] for row in rows if row[0].startswith("-")}
    return prefixes, suffixes


def has_affix(word: str) -> bool:
    """Whether a listed word with a productive prefix or suffix gives the lower-case word."""
    words = lexicon()
    prefixes, suffixes = _affixes()
    stems = [word[len(prefix) :] for prefix in prefixes if word.startswith(prefix)]
    for at in range(len(word)):
        stems += [word[:at] + restored for restored in suffixes.get(word[at:], ())]
    return any(len(stem) >= _MIN_STEM and words.flags(stem) & (LOWER | CAPITAL) for stem in stems)


def is_compound(word: str) -> bool:
    """Whether two frequent words joined give the lower-case word."""
    parts = range(_MIN_COMPOUND_PART, len(word) - _MIN_COMPOUND_PART + 1)
    return any(_common_zipf(word[:at], word[at:]) >= _FREQUENT_PART for at in parts)


def run_together(word: str) -> str | None:
    """The two words, with a space, that a lower-case run-on is made of: a function word and a frequent other one."""
    if len(word) < _MIN_RUN_ON:
        return None
    halves = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    likely = [(first, second) for first, second in halves if first in _FIRST or second in _LAST]
    zipf, pair = max([(_common_zipf(*pair), " ".join(pair)) for pair in likely], default=(0.0, ""))
    return pair if zipf >= _FREQUENT_PART else None


def rejoined(text: str, start: int, end: int) -> tuple[str, Span] | None:
    """The frequent word that an unlisted lower-case one makes with its neighbour, and the place of both."""
    for half in (_HALF_BEFORE.search(text, max(start - _REACH, 0), start), _HALF_AFTER.match(text, end)):
        if half:
            place = Span(min(half.start(1), start), max(half.end(1), end))
            whole = text[place.start : place.end].replace(" ", "")
            entry = lexicon().entry(whole)
            if len(whole) >= _MIN_SPLIT and entry.flags & COMMON and entry.zipf >= _FREQUENT_PART:
                return whole, place
    return None


def _common_zipf(first: str, second: str) -> float:
    """The zipf frequency of the rarer of two words; 0.0 where one of them is not accepted."""
    words = lexicon()
    one = words.entry(first)
    if not one.flags & LOWER or one.zipf < _FREQUENT_PART:
        return 0.0
    other = words.entry(second)
    return min(one.zipf, other.zipf) if other.flags & LOWER else 0.0
