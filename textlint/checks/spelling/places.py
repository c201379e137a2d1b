"""Where a real word may stand for another: the places worth a look, found without looking at the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count, islice

from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.slips import slips
from textlint.facts.words import split_words, words
from textlint.text import Document

_PIECE = 1 << 14
_GATE, _GATE_OF_ANALOGUES = 2.0, 1.0
"""log10 of how much likelier an alternative must be, between its two neighbours, for a closer look; and less if it has
analogues, whose neighbours are taken into account only then."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\w.,:]*|\n+|[^\s\w]")
_STOPS = frozenset(".!?:;…\n")
_JOINING = frozenset("-‐‑–/\\_@#&=+~'’") | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_MOST_LOOKED_UP, _MOST_PLACES = 120, 50
"""So many rare words and pairs are looked up in a piece, and so many places are told: four times what is usual. Where
nearly every word is suspicious, none is.
"""
_NEAR = 48
_BESIDE = 24
_EDGES = ".,;:!?()[]\"'“”‘’…*"


@dataclass(frozen=True, slots=True)
class Place:
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
        spans = {*_rare_words(straight, found, slack), *_odd_pairs(straight, found, slack)}
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


def _rare_words(piece: str, found: list[str], slack: float) -> Iterator[tuple[int, int]]:
    """Where the rare words stand out."""
    padded = ["", *found, ""]
    at = islice(compress(count(), map(slips().rare.__contains__, found)), _MOST_LOOKED_UP)
    for before, word, after in {(padded[i], padded[i + 1], padded[i + 2]) for i in at}:
        if _stands_out(before.lower(), word, after.lower(), slack):
            yield from _locate(piece, before, word, after)


def _odd_pairs(piece: str, found: list[str], slack: float) -> Iterator[tuple[int, int]]:
    """Where a word of a suspicious pair stands out."""
    for first, second in sorted(slips().pairs.among(found))[:_MOST_LOOKED_UP]:
        for start in _find(piece, f"{first} {second}"):
            middle, end = start + len(first), start + len(first) + 1 + len(second)
            before, after = _last_word(piece[max(0, start - _BESIDE) : start]), _first_word(piece[end : end + _BESIDE])
            if _stands_out(before, first.lower(), second.lower(), slack):
                yield start, middle
            if _stands_out(first.lower(), second, after, slack):
                yield middle + 1, end


@lru_cache(1 << 15)
def _stands_out(before: str, word: str, after: str, slack: float) -> bool:
    """Whether an alternative is likelier between the two neighbours."""
    forms, gates = _forms(word)
    if not gates:
        return False
    model = ngrams()
    least, *others = model.between(model.id(before), forms, model.id(after))
    for other, gate in zip(others, gates, strict=True):  # noqa: SIM110 - a generator takes twice the time
        if other > least - slack + gate:
            return True
    return False


@lru_cache(1 << 14)
def _forms(word: str) -> tuple[list[int], list[float]]:
    """The ids of the word and of what may have been meant, and the gates of the latter."""
    known, model = slips(), ngrams()
    others = [other.word for other in known.alternatives(word)]
    gates = [_GATE_OF_ANALOGUES if other in known.analogues else _GATE for other in others]
    return [model.id(form) for form in (word, *others)], gates


def _last_word(text: str) -> str:
    return (text.rsplit(None, 1) or [""])[-1].strip(_EDGES).lower()


def _first_word(text: str) -> str:
    return (text.split(None, 1) or [""])[0].strip(_EDGES).lower()


def _find(piece: str, sought: str) -> Iterator[int]:
    at = piece.find(sought)
    while at >= 0:
        yield at
        at = piece.find(sought, at + len(sought))


def _locate(piece: str, before: str, word: str, after: str) -> Iterator[tuple[int, int]]:
    """Where the word stands beside one of the two others, a space between."""
    for sought, shift in ((f"{before} {word}", len(before) + 1), (f"{word} {after}", 0)):
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
