"""Hints for a mistyped word: the known one that is most like it."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "..."?` with the known word most like this one, or nothing."""
    from difflib import get_close_matches

    spelt = {known_word.lower(): known_word for known_word in known}
    close = get_close_matches(word.lower(), list(spelt), n=1, cutoff=0.6)
    return f'; did you mean "{spelt[close[0]]}"?' if close else ""
