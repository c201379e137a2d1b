"""Where a real word may stand for another: the places worth a look, found without looking at the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, count, pairwise

from textlint.checks.spelling.ngrams import Ngrams, ngrams
from textlint.checks.spelling.slips import Slips, slips
from textlint.facts.words import split_words, words
from textlint.text import Document

_PIECE = 1 << 16
_GATE = 0.7
"""log10 of how much likelier an alternative must be, between its two neighbours, for a closer look."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\w.,:]*|\n+|[^\s\w]")
_STOPS = frozenset(".!?:;…\n")
_JOINING = frozenset("-‐‑–/\\_@#&=+~'’") | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_NEAR = 90


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


def places(doc: Document) -> Iterator[Place]:
    """Every place where some alternative fits its neighbours better than the word as written."""
    for start, piece in _pieces(doc.text):
        found = words(doc) if len(piece) == len(doc.text) else split_words(piece)
        at = {i for context in _suspicious(found) for i in _locate(piece.replace("’", "'"), *context)}
        yield from filter(None, (read_place(doc.text, start + a, start + b, found) for a, b in sorted(at)))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces cut at spaces, so that work in one stays small; (offset, piece)."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= _PIECE else text.find(" ", start + _PIECE)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = end


def _suspicious(found: list[str]) -> set[tuple[str, str, str]]:
    """The suspicious words, each with the word before and after, as written."""
    known = slips()
    at = set(compress(count(), map(known.rare.__contains__, found)))
    for i in compress(count(), map(known.pairs.__contains__, pairwise(found))):
        at.update((i, i + 1))
    padded = ["", *found, ""]
    contexts = {(padded[i], padded[i + 1], padded[i + 2]) for i in at}
    return {context for context in contexts if _stands_out(known, ngrams(), *(word.lower() for word in context))}


def _stands_out(known: Slips, model: Ngrams, before: str, word: str, after: str) -> bool:
    """Whether an alternative is likelier between the two neighbours."""
    left, right = model.id(before), model.id(after)

    def fit(form: str) -> float:
        own = model.id(form)
        return model.bigram(left, own)[0] + model.bigram(own, right)[0]

    others = known.alternatives(word)
    if any(other.word in known.analogues for other in others):
        return True
    least = fit(word) + _GATE if others else 0.0
    return any(fit(other.word) > least for other in others)


def _locate(piece: str, before: str, word: str, after: str) -> Iterator[tuple[int, int]]:
    """Where the word stands beside one of the two others, a space between."""
    for sought, shift in ((f"{before} {word}", len(before) + 1), (f"{word} {after}", 0)):
        at = piece.find(sought)
        while at >= 0:
            yield at + shift, at + shift + len(word)
            at = piece.find(sought, at + len(sought))


def read_place(text: str, start: int, end: int, nearby: list[str]) -> Place | None:
    """The place of a word in lower case, or with a capital where a sentence begins; else none, as in a compound."""
    if text[start - 1 : start] in _JOINING or text[end : end + 1] in _JOINING:
        return None
    left = list(_TOKEN.finditer(text, max(0, start - _NEAR), start))
    right = list(_TOKEN.finditer(text, end, end + _NEAR))
    before, left_inner, left_capital = _context([match[0] for match in reversed(left)], "<s>")
    after, right_inner, right_capital = _context([match[0] for match in right], "</s>")
    written = text[start:end]
    if not (written.islower() or (before[0] == "<s>" and written[1:].islower())):
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
