"""Where a real word may stand for another: the places worth a look, found without looking at the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, compress, count, islice
from sys import intern
from typing import NamedTuple

from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.slips import beside, slips
from textlint.facts.words import split_words, words
from textlint.text import Document

_PIECE = 1 << 14
_GATES, _GATE_OF_ANALOGUES = {"c": 2.0, "a": 2.0, "t": 2.0, "h": 2.6, "e": 3.0}, 1.0
"""log10 of how much likelier an alternative must be, between its two neighbours, for a closer look; and less if it has
analogues, whose neighbours are taken into account only then."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\w.,:]*|\n+|[^\s\w]")
_STOPS = frozenset(".!?:;…\n")
_JOINING = frozenset("-‐‑–/\\_@#&=+~'’") | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_MOST_LOOKED_UP, _MOST_PLACES = 240, 50
"""So many rare words and pairs are looked up in a piece, and so many places are told: four times what is usual. Where
nearly every word is suspicious, none is.
"""
_LEFT, _RIGHT, _BOTH = (0,), (1,), (0, 1)
Suspect = tuple[str, str, str, tuple[int, ...]]
"""A word between its neighbours, and which of these make it suspicious."""
_NEAR = 48


class Place(NamedTuple):
    """A word as it stands in its sentence, and its context in lower case.

    `before` and `after` are the two words on either side in the order of the text, `<s>` and `</s>` where the sentence
    ends; `inner` says whether other punctuation stands before and after the word, `capitals` how many of the two
    neighbours have a capital; `nearby` are the words of this part of the document.
    """

    start: int
    end: int
    written: str
    before: tuple[str, str]
    after: tuple[str, str]
    inner: tuple[bool, bool]
    capitals: int
    nearby: list[str]

    @property
    def word(self) -> str:
        """The word in lower case, with a straight apostrophe."""
        return plain(self.written)


def plain(word: str) -> str:
    """In lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


def places(doc: Document, *, slack: float = 0.0) -> Iterator[Place]:
    """Every place where some alternative fits its neighbours much better than the word as written.

    `slack` (log10) lets in places where it does so by less: training learns from more than is ever reported.
    """
    for start, piece in _pieces(doc.text):
        found = words(doc) if len(piece) == len(doc.text) else split_words(piece)
        straight = piece.replace("’", "'")
        spans: set[tuple[int, int]] = set()
        for before, word, after, sides in _suspicious(found):
            if _stands_out(intern(before.lower()), intern(word.lower()), intern(after.lower()), slack):
                spans.update(_locate(straight, before, word, after, sides))
        read = (read_place(doc.text, start + a, start + b, found) for a, b in islice(sorted(spans), _MOST_PLACES))
        yield from filter(None, read)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces cut at spaces, so that work in one stays small; (offset, piece)."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= _PIECE else text.find(" ", start + _PIECE)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = end


def _suspicious(found: list[str]) -> set[Suspect]:
    """The rare words and those of suspicious pairs."""
    padded = ["", *found, "", ""]
    return set(islice(chain(_watched(padded), _odd_pairs(padded)), _MOST_LOOKED_UP))


def _watched(padded: list[str]) -> Iterator[Suspect]:
    """The rare words, and the suspicious ones of the pairs that are known by one of their words."""
    rare, suspects = slips().rare, slips().suspects
    for i in compress(count(), map(slips().watched.__contains__, padded)):
        previous, word, following = padded[i - 1], padded[i], padded[i + 1]
        if word in rare:
            yield previous, word, following, _BOTH
        if word in suspects:
            before, after, made_before, made_after = beside(word)
            if previous in before:
                yield previous, word, following, _LEFT
            if following in after:
                yield previous, word, following, _RIGHT
            if previous in made_before:
                yield padded[i - 2], previous, word, _RIGHT
            if following in made_after:
                yield word, following, padded[i + 2], _LEFT


def _odd_pairs(padded: list[str]) -> Iterator[Suspect]:
    """The words of other suspicious pairs."""
    pairs = slips().pairs.intersection(zip(padded, islice(padded, 1, None), strict=False))
    if pairs:
        firsts = {first for first, _ in pairs}
        for i in compress(count(), map(firsts.__contains__, padded)):
            first, second = padded[i], padded[i + 1]
            if (first, second) in pairs:
                yield padded[i - 1], first, second, _RIGHT
                yield first, second, padded[i + 2], _LEFT


@lru_cache(1 << 14)
def _stands_out(before: str, word: str, after: str, slack: float) -> bool:
    """Whether an alternative is likelier between the two neighbours."""
    forms, leads = _forms(word, slack)
    model = ngrams()
    return len(forms) > 1 and model.likelier(model.id(before), forms, leads, model.id(after))


@lru_cache(1 << 14)
def _forms(word: str, slack: float) -> tuple[list[int], list[float]]:
    """The ids of the word and of what may have been meant, and by how much these must be likelier."""
    known, model = slips(), ngrams()
    forms, leads = [model.id(word)], [0.0]
    for other in known.lines[word].split(",") if word in known.lines else ():
        forms.append(model.id(other[1:]))
        leads.append((_GATE_OF_ANALOGUES if other[1:] in known.analogues else _GATES[other[0]]) - slack)
    return forms, leads


def _find(piece: str, sought: str) -> Iterator[int]:
    at = piece.find(sought)
    while at >= 0:
        yield at
        at = piece.find(sought, at + len(sought))


def _locate(piece: str, before: str, word: str, after: str, sides: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where the word stands beside its neighbour of one of the sides, a space between."""
    pairs = (f"{before} {word}", len(before) + 1), (f"{word} {after}", 0)
    for side in sides:
        sought, shift = pairs[side]
        for at in _find(piece, sought):
            yield at + shift, at + shift + len(word)


def read_place(text: str, start: int, end: int, nearby: list[str]) -> Place | None:
    """The place of a word in lower case, or with a capital where a sentence begins; else none, as in a compound."""
    if text[start - 1 : start] in _JOINING or text[end : end + 1] in _JOINING:
        return None
    written = text[start:end]
    if not (written.islower() or written[1:].islower()):
        return None
    before, left_inner, left_capital = _context(_TOKEN.findall(text[max(0, start - _NEAR) : start])[::-1], "<s>")
    after, right_inner, right_capital = _context(_TOKEN.findall(text[end : end + _NEAR]), "</s>")
    if before[0] != "<s>" and not written.islower():
        return None
    return Place(
        start, end, written, (before[1], before[0]), (after[0], after[1]),
        (left_inner, right_inner), left_capital + right_capital, nearby,
    )  # fmt: skip


def _context(tokens: list[str], edge: str) -> tuple[tuple[str, str], bool, bool]:
    """The two nearest words going outwards; whether punctuation comes first; whether the nearest has a capital."""
    found: list[str] = []
    inner = capital = False
    for token in tokens:
        if token[0] in _STOPS:
            break
        if not token[0].isalnum():
            inner = inner or not found
            continue
        capital = capital or (not found and token[0].isupper())
        found.append(plain(token))
        if len(found) == 2:
            break
    nearest, further, *_ = *found, edge, edge
    return (nearest, further), inner, capital
