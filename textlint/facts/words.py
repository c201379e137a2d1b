"""The word types of a document, and where suspicious ones stand.

A document is reduced to its set of word types by C-level primitives; positions are looked up only for the few types
that a check suspects.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from textlint.text import Document, Span, fact

# Letters, digits, the apostrophe and every non-ASCII byte make words; all else separates them.
_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'") | frozenset(range(128, 256))
_SEPARATE = bytes(byte if byte in _WORD else 32 for byte in range(256))
# UTF-8 of U+00A0-U+00BF and U+2000-U+205F: spaces, dashes, quotation marks, bullets, signs.
_SIGNS = re.compile(rb"\xc2[\xa0-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf]|\xe2\x80[\x80-\xbf]|\xe2\x81[\x80-\x9f]")
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_WORD_IN_TEXT = re.compile(rf"[^\W_]+(?:['{_CURLY}][^\W_]+)*")
# Up to so many types, one C-level search a type is faster than a pass over all words.
_FEW = 24


@fact
def words(doc: Document) -> list[str]:
    """The words of the text in order, with apostrophes inside (straight) and at their edges as they stand.

    Hyphens, dots and all other signs separate; digits stay inside words, so that `Gooch21` is one.
    """
    raw = doc.utf8
    if not doc.text.isascii():
        raw = _SIGNS.sub(b" ", raw.replace(_CURLY.encode(), b"'"))
    return raw.translate(_SEPARATE).decode("utf-8").split()


@fact
def word_types(doc: Document) -> set[str]:
    """The distinct words of the text, as written."""
    return set(words(doc))


def occurrences(doc: Document, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Every place where one of the word types stands alone, in the order of the text.

    Types hold straight apostrophes inside and none at their edges; the text may hold curly ones.
    """
    places = _scan(doc.text, types) if len(types) > _FEW else _find(doc.text, types)
    return iter(sorted(places, key=lambda place: place[1]))


def _scan(text: str, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    wanted = frozenset(types)
    for match in _WORD_IN_TEXT.finditer(text):
        word = match[0].replace(_CURLY, "'")
        if word in wanted:
            yield word, Span(*match.span())


def _find(text: str, types: Collection[str]) -> Iterator[tuple[str, Span]]:
    for word in types:
        for written in {word, word.replace("'", _CURLY)}:
            at = text.find(written)
            while at >= 0:
                end = at + len(written)
                if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    yield word, Span(at, end)
                at = text.find(written, end)
