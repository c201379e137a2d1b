"""How an unlisted word may be made of listed ones: by affixes, as a compound, or by two words run together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.checks.spelling.lexicon import CAPITAL, LOWER, lexicon
from textlint.packs import data_path

_MIN_STEM = 4
_MIN_COMPOUND_PART = 3
_FREQUENT_PART = 3.3


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Prefixes, and suffixes with what they take the place of (`-ability,able`)."""
    rows = [row.split(",") for row in data_path("spelling", "affixes.csv").read_text("utf-8").split() if row[0] != "#"]
    prefixes = tuple(row[0].rstrip("-") for row in rows if row[0].endswith("-"))
    suffixes = tuple(
        (row[0].lstrip("-"), restored) for row in rows if row[0].startswith("-") for restored in row[1:] or [""]
    )
    return prefixes, suffixes


def has_affix(word: str) -> bool:
    """Whether a listed word with a productive prefix or suffix gives the lower-case word."""
    words = lexicon()
    prefixes, suffixes = _affixes()
    stems = [word[len(prefix) :] for prefix in prefixes if word.startswith(prefix)]
    stems += [word[: -len(suffix)] + restored for suffix, restored in suffixes if word.endswith(suffix)]
    return any(len(stem) >= _MIN_STEM and words.flags(stem) & (LOWER | CAPITAL) for stem in stems)


def is_compound(word: str) -> bool:
    """Whether two frequent words joined give the lower-case word."""
    return any(min(zipfs) >= _FREQUENT_PART for _, zipfs in _halves(word, _MIN_COMPOUND_PART))


def run_together(word: str, vocabulary: frozenset[str] | None = None) -> tuple[str, str] | None:
    """The likeliest two words that a lower-case run-on is made of."""
    best: tuple[float, tuple[str, str]] | None = None
    for pair, zipfs in _halves(word, 1):
        if vocabulary is None or not vocabulary.isdisjoint(pair):
            score = sum(zipfs)
            if best is None or score > best[0]:
                best = (score, pair)
    return best[1] if best else None


def _halves(word: str, shortest: int) -> Iterator[tuple[tuple[str, str], tuple[float, float]]]:
    words = lexicon()
    for at in range(shortest, len(word) - shortest + 1):
        first, second = words.entry(word[:at]), words.entry(word[at:])
        if first.flags & second.flags & LOWER:
            yield (word[:at], word[at:]), (first.zipf, second.zipf)
