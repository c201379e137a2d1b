"""The word types of a document, and where suspicious ones stand.

A document is reduced to its set of word types by C-level primitives; positions are looked up only for the few types
that a check suspects. Both sides read `_NOT_WORD`, so that every type is found again, and nothing but types.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from textlint.text import Document, Span, fact

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_CURLY = _APOSTROPHES[1]
# Letters, digits, apostrophes and what is not ASCII make words, but for spaces, dashes, quotation marks and signs.
_ASCII_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'") | frozenset(range(128, 256))
_SEPARATE = bytes(byte if byte in _ASCII_WORD else 32 for byte in range(256))
_SIGNS = "\x85\xa0-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u1680\u2000-\u205f\u3000\ud800-\udfff"
_NOT_WORD = rf"\x00-/:-@\[-`{{-\x7f{_SIGNS}"
_SIGN = re.compile(f"[{_SIGNS}]")
_USUAL_SIGNS = "“”–—‘…\xa0"  # most texts are ASCII but for these
_WORD = re.compile(f"[^{_NOT_WORD}]+(?:[{_APOSTROPHES}]+[^{_NOT_WORD}]+)*")
_WORD_CHARACTER = re.compile(f"[^{_NOT_WORD}]")
_PLAIN = " \n,.;:-?!()"
_CUT = re.compile(r"[\s.,;:]")
# A long text is split piece by piece: 64 MB of words at once would take a gigabyte.
_PIECE = 1 << 20
# Up to so many types, one C-level search a type is faster than a pass over all words.
_FEW = 24


@fact
def words(doc: Document) -> list[str]:
    """The words of the text in order, with apostrophes inside (straight) and at their edges as they stand.

    Hyphens, dots and all other signs separate; digits stay inside words, so that `Gooch21` is one.
    """
    return split_words(doc.text)


def split_words(text: str) -> list[str]:
    """The words of a stretch of text, as `words` has them."""
    if not text.isascii():
        text = _without_signs(text)
    return text.encode("utf-8", "replace").translate(_SEPARATE).decode().split()


def _without_signs(text: str) -> str:
    """The text with straight apostrophes, and spaces for all signs that are not ASCII."""
    text = text.replace(_CURLY, "'")
    for sign in _USUAL_SIGNS:
        text = text.replace(sign, " ")
    return text if text.isascii() else _SIGN.sub(" ", text)


@fact
def word_types(doc: Document) -> set[str]:
    """The distinct words of the text, as written."""
    if len(doc.text) <= _PIECE:
        return set(words(doc))
    types: set[str] = set()
    for piece in _pieces(doc.text):
        types.update(split_words(piece))
    return types


def _pieces(text: str) -> Iterator[str]:
    """The text cut between words."""
    start = 0
    while start < len(text):
        cut = _CUT.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        yield text[start:end]
        start = end


def occurrences(doc: Document, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Every place where one of the word types stands alone, in the order of the text.

    Types hold straight apostrophes inside and none at their edges; the text may hold curly ones.
    """
    places = _scan(doc.text, types) if len(types) > _FEW else _find(doc.text, types)
    return iter(sorted(places, key=lambda place: place[1]))


def _scan(text: str, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    wanted = frozenset(types)
    for match in _WORD.finditer(text):
        word = match[0].replace(_CURLY, "'")
        if word in wanted:
            yield word, Span(*match.span())


def _find(text: str, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    for word in types:
        for written in {word, word.replace("'", _CURLY)}:
            at = text.find(written)
            while at >= 0:
                end = at + len(written)
                if _stands_alone(text, at, end):
                    yield word, Span(at, end)
                at = text.find(written, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `start`..`end` is a whole word: no letter beside it, nor one behind an apostrophe."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() or after.isalpha():
        return False
    if before in _PLAIN and after in _PLAIN:
        return True
    before = text[max(0, start - 4) : start].rstrip(_APOSTROPHES)[-1:]
    after = text[end : end + 4].lstrip(_APOSTROPHES)[:1]
    return not (_WORD_CHARACTER.match(before) or _WORD_CHARACTER.match(after))
