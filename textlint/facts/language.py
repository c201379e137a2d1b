"""Whether a document, and each passage of it, is English: by its function words against those of other languages.

A place is judged by its own clause or quotation where that says enough, else by its paragraph, else by its document,
so that a French quotation on an English page and an English one on a French page are both told apart. The words are
data: rules/language/data/function-words.toml.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from textlint.facts.layout import paragraphs
from textlint.facts.words import split_words, word_types
from textlint.packs import data_path
from textlint.text import Document, Span, fact

# How far a clause is followed on either side of a place, first how far back, and how much of a paragraph is read.
_CLAUSE = 300
_NEARBY = 60
_PARAGRAPH = 4000
_FEWEST_WORDS = 6
_FEWEST_KIN = 2
# All signs come first, so that the search is a scan for one class: a single mark ends a clause at the edge of a word.
_CLAUSE_END = re.compile("[.!?;:()\n\"“”«»„'‘’](?:(?<=[.!?;:()\n\"“”«»„])|(?<=['‘])(?<!\\w['‘])|(?<=['’])(?!\\w))")

# From which letter to which the Basic Multilingual Plane holds other scripts than Latin.
_OTHER_SCRIPTS = tuple(zip("\u0370\u2c00\u2e80\ufb1d\ufe70\uff66", "\u1dff\u2dff\ufaff\ufdff\ufefc\uffdc", strict=True))


class _Words(NamedTuple):
    """The function words by language."""

    strong: frozenset[str]
    weak: frozenset[str]
    others: tuple[frozenset[str], ...]
    kin: tuple[frozenset[str], ...]
    strong_or_kin: frozenset[str]


@cache
def _function_words() -> _Words:
    table = tomllib.loads(data_path("language", "function-words.toml").read_text("utf-8"))
    strong, weak = (frozenset(table["english"][kind].split()) for kind in ("strong", "weak"))
    others, kin = (
        tuple(frozenset(words.split()) - strong for words in table[kind].values()) for kind in ("other", "kin")
    )
    return _Words(strong, weak, others, kin, strong.union(*kin))


class _Signs(NamedTuple):
    """How many of the words speak for English, and how many for the other language that has most of them."""

    words: int
    lower_case: int
    english: float
    other: float


@fact
def is_english(doc: Document) -> bool:
    """Whether the document as a whole reads as English (short or empty documents do)."""
    types, known = word_types(doc), _function_words()
    spoken = types & known.strong_or_kin
    near = spoken - known.strong
    if (len(spoken) - len(near)) * 8 >= min(len(types), 400) > _FEWEST_WORDS:
        most = max(len(types), _FEWEST_KIN * 12)
        return len(near) * 12 < most or not any(len(near & words) * 12 >= most for words in known.kin)
    signs = _signs([part for word in sorted(types) for part in word.split("'")])
    if signs.other > max(signs.english + 1, 2):
        return False
    return signs.english * 25 >= min(signs.words, 400) or signs.words < 4 * _FEWEST_WORDS


def english_at(doc: Document, offset: int) -> bool:
    """Whether the passage at `offset` reads as English."""
    clause = _clause(doc.text, offset)
    verdicts = _verdicts(doc)
    if clause not in verdicts:
        verdicts[clause] = _judge_clause(doc, clause)
    return verdicts[clause]


@fact
def _verdicts(_doc: Document) -> dict[Span, bool]:
    return {}


@fact
def _paragraph_starts(doc: Document) -> list[int]:
    return [span.start for span in paragraphs(doc)]


def is_function_word(word: str) -> bool:
    """Whether a word, in lower case, is an English function word."""
    known = _function_words()
    return word in known.strong or word in known.weak


def _clause(text: str, offset: int) -> Span:
    """The clause or quotation around a place."""
    floor = max(0, offset - _CLAUSE)
    ends = _clause_ends(text, max(floor, offset - _NEARBY), offset) or _clause_ends(text, floor, offset)
    following = _CLAUSE_END.search(text, offset, offset + _CLAUSE)
    return Span(ends[-1] if ends else floor, following.start() if following else min(len(text), offset + _CLAUSE))


def _clause_ends(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _CLAUSE_END.finditer(text, start, end)]


def _judge_clause(doc: Document, clause: Span) -> bool:
    signs = _signs(_words_of(doc.text, clause))
    if signs.words >= _FEWEST_WORDS:
        if signs.other >= 2 + signs.english and signs.other >= 2 * signs.english:
            return False
        if signs.english >= 3 and signs.english >= 2 * signs.other:
            return True
    at = bisect_right(_paragraph_starts(doc), clause.start) - 1
    return is_english(doc) if at < 0 else _judge_paragraph(doc, paragraphs(doc)[at])


def _judge_paragraph(doc: Document, span: Span) -> bool:
    verdicts = _verdicts(doc)
    if span not in verdicts:
        signs = _signs(_words_of(doc.text, Span(span.start, min(span.end, span.start + _PARAGRAPH))))
        verdicts[span] = _reads_as_english(signs, doc)
    return verdicts[span]


def _reads_as_english(signs: _Signs, doc: Document) -> bool:
    if signs.words > _FEWEST_WORDS and abs(signs.english - signs.other) >= 2:
        return signs.english > signs.other
    if signs.lower_case >= 2 * _FEWEST_WORDS and signs.english * 12 < signs.lower_case:
        return False
    return is_english(doc)


def _words_of(text: str, span: Span) -> list[str]:
    return split_words(text[span.start : span.end].replace("'", " ").replace("’", " "))


def _signs(written: Collection[str]) -> _Signs:
    """What the words of a passage say of its language: function words, foreign scripts, accents in common words."""
    known = _function_words()
    found = [word.lower() for word in written if len(word) > 1 or word.islower()]
    lower_case = list(filter(str.islower, written))
    # Los Angeles, El Paso: capitals speak for another language only where little else is written.
    spoken = [*found[:1], *lower_case] if len(lower_case) * 4 >= len(found) else found
    english = _count(found, known.strong) + _count(found, known.weak) / 2
    other = 0.0 if english * 4 >= len(found) else max(_count(spoken, words) for words in known.others)
    near = max(_count(spoken, words) for words in known.kin)
    if near * 8 >= max(len(found), _FEWEST_KIN * 8):
        other = max(other, english + near)
    accented = sum(not word.isascii() for word in lower_case)
    # Chinese, Japanese and Thai set no spaces: a word there is a clause.
    foreign = sum(1 + len(word) // 4 for word in found if not word.isascii() and _in_other_script(word))
    return _Signs(len(found) + foreign, len(lower_case), english, max(other + accented, foreign))


def _in_other_script(word: str) -> bool:
    return any(first <= word[0] <= last for first, last in _OTHER_SCRIPTS)


def _count(found: Collection[str], words: frozenset[str]) -> int:
    return sum(map(words.__contains__, found))
