"""Pairs of equal stretches of a text, found in linear time.

The text is cut at every capital, sign, line end and rare letter, which cuts two copies of a passage alike wherever
they stand (content-defined chunking: Muthitacharoen et al. 2001, A Low-bandwidth Network File System). Pieces that
occur twice are anchors; each is compared with its last occurrence and extended as far as both agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from textlint.text import Span

_LOWER = frozenset(b"abcdefghilmnoprstuwy0123456789 '-") | frozenset(range(0xDF, 0x100))
_CUT = bytes(byte if byte in _LOWER else 10 for byte in range(256))
# A piece with the cut before it. Shorter ones are common turns of phrase.
_PIECE = re.compile(rb"\n[^\n]{20,}")


class Twins(NamedTuple):
    """Two stretches with the same characters, the earlier first; they do not overlap."""

    first: Span
    second: Span


def twins(text: str) -> Iterator[Twins]:
    """Maximal pairs of equal stretches around equal pieces, in the order of their second place."""
    cut = b"\n" + _one_byte_each(text).translate(_CUT) + b"\n"
    pieces = _PIECE.findall(cut)
    if len(set(pieces)) == len(pieces):
        return
    last: dict[bytes, int] = {}
    done, at = 0, -1
    for piece in _repeated(pieces):
        at = cut.index(piece + b"\n", at + 1)  # in the text, the piece starts there: the cut before it is no part of it
        if piece in last and at >= done:
            pair = _extended(text, last[piece], at, len(piece) - 1, done)
            done = pair.second.end
            yield pair
        last[piece] = at


def _repeated(pieces: list[bytes]) -> list[bytes]:
    """The pieces that occur twice, each time that they do."""
    counts = Counter(pieces)
    return [piece for piece in pieces if counts[piece] > 1]


def _one_byte_each(text: str) -> bytes:
    """The text with one byte a character, so that offsets stay; what its script's code page lacks becomes a sign."""
    if text.isascii():
        return text.encode()
    raw = text.encode("latin-1", "replace")
    cyrillic = raw.count(b"?") * 3 > len(raw)
    return text.encode("cp1251", "replace") if cyrillic else raw


def _extended(text: str, first: int, second: int, length: int, floor: int) -> Twins:
    """Grow an equal piece to both sides, not past `floor`, and not into the first stretch."""
    room = second - (first + length)
    after = _agreeing(text, first + length, second + length, room, step=1)
    before = _agreeing(text, first, second, min(first, second - max(floor, first + length + after)), step=-1)
    return Twins(Span(first - before, first + length + after), Span(second - before, second + length + after))


def _agreeing(text: str, one: int, other: int, most: int, step: int) -> int:
    """How many characters agree from two places on, forwards (step 1) or backwards (-1): by doubling, then halving."""

    def same(count: int) -> bool:
        if step < 0:
            return text[one - count : one] == text[other - count : other]
        return text[one : one + count] == text[other : other + count]

    low, high = 0, 32
    while high < most and same(high):
        low, high = high, high * 2
    high = min(high, most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
