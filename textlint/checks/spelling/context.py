"""How well a candidate fits between the words around it, by the n-gram model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textlint.checks.spelling.ngrams import Ngrams, ngrams

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BREAK = re.compile(r"[.!?:;\n()\"“”]")
_REACH = 60


def words_around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Up to two lower-case words on either side of a place, as far as the clause goes."""
    before = _BREAK.split(text[max(start - _REACH, 0) : start])[-1]
    after = _BREAK.split(text[end : end + _REACH], maxsplit=1)[0]
    return _words(before)[-2:], _words(after)[:2]


def gains(before: Sequence[str], candidates: Sequence[str], after: Sequence[str]) -> list[float]:
    """How much likelier (log10) the words around make each candidate, and the candidate the words after it."""
    model = ngrams()
    history = [model.begin, *map(model.id, before)] if len(before) < 2 else list(map(model.id, before))
    following = list(map(model.id, after))
    without = _log_probability(model, [], following)
    meant = [list(map(model.id, candidate.lower().split())) for candidate in candidates]
    together = _together(model, history, [words[0] for words in meant], following)
    return [
        0.0
        if model.unknown in words
        else (likely if len(words) == 1 else _log_probability(model, history, words + following))
        - sum(map(model.unigram, words))
        - without
        for words, likely in zip(meant, together, strict=True)
    ]


def _together(model: Ngrams, history: list[int], words: list[int], following: list[int]) -> list[float]:
    """The log-probability of each word with what follows; a whole window is read for all of them at once."""
    if len(history) == len(following) == 2:
        return model.window((history[0], history[1]), words, (following[0], following[1]))
    return [_log_probability(model, history, [word, *following]) for word in words]


def _log_probability(model: Ngrams, history: Sequence[int], words: Sequence[int]) -> float:
    total, past = 0.0, list(history)
    for word in words:
        if len(past) >= 2:
            total += model.trigram(past[-2], past[-1], word)[0]
        elif past:
            total += model.bigram(past[-1], word)[0]
        else:
            total += model.unigram(word)
        past.append(word)
    return total


def _words(text: str) -> list[str]:
    return [word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in _WORD.findall(text)]
