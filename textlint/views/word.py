"""What textlint knows of one word."""

from __future__ import annotations

from textlint.checks.spelling.judge import is_listed
from textlint.checks.spelling.lexicon import corrections, is_foreign, lexicon
from textlint.checks.spelling.suggest import candidates
from textlint.views import Row

_SUGGESTIONS = 5


def looked_up(word: str) -> Row:
    """Whether a word is listed as it is written, how frequent it is (zipf), and what it may be meant for."""
    lower = word.lower()
    return {
        "word": word,
        "listed": is_listed(word),
        "zipf": round(lexicon().zipf(lower), 2),
        "foreign": is_foreign(lower),
        "misspelling_of": ", ".join(corrections(lower)),
        "near": ", ".join(candidate.word for candidate in candidates(lower)[:_SUGGESTIONS]),
    }
