"""What pages say around their articles: the phrases of `rules/boilerplate/data/<language>/`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from textlint.checks.boilerplate.marks import MARKS
from textlint.matching import normal_line
from textlint.packs import data_path
from textlint.prefilter import Prefilter
from textlint.text import Document

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
LABEL = "labels"
NOT_ALONE = frozenset({LABEL, "credit"})
"""Kinds of whole lines that need other evidence beside them."""
_PATTERNS = "line-patterns"
ANY_LANGUAGE = "any"
"""The book of the phrases and patterns that are of no language."""


class Hit(NamedTuple):
    """A phrase of the book inside a text: where, and of which kind."""

    start: int
    end: int
    kind: str


class Seen(NamedTuple):
    """What is in a text: the names of the `MARKS` that may be, and the phrases that stand at word edges, in order."""

    marks: frozenset[str]
    hits: list[Hit]


_NOTHING = Seen(frozenset(), [])


class Phrasebook:
    """The phrases of one language and of none, by kind (the name of their file).

    `whole` maps a line, as `normal_line` writes it, to its kind; phrases inside lines are found by `see`.
    """

    def __init__(self, language: str) -> None:
        self.whole: dict[str, str] = {}
        self._inside: list[tuple[str, str]] = []
        patterns: dict[str, list[str]] = {}
        for folder in dict.fromkeys((ANY_LANGUAGE, language)):
            for path in sorted(data_path("boilerplate", folder).glob("*.csv")):
                kind = path.stem
                with path.open(encoding="utf-8", newline="") as file:
                    for first, second, _reason in islice(csv.reader(file), 1, None):
                        if kind == _PATTERNS:
                            patterns.setdefault(first, []).append(second)
                        else:
                            self._add(first, second, kind)
        by_kind = (f"(?P<{kind}>{'|'.join(those)})" for kind, those in patterns.items())
        self._patterns = re.compile("|".join(by_kind), re.IGNORECASE)

    def _add(self, phrase: str, where: str, kind: str) -> None:
        if where == "line":
            self.whole[normal_line(phrase)] = kind
        else:
            self._inside.append((phrase, kind))

    @cached_property
    def _sought(self) -> tuple[Prefilter, list[tuple[str, str]]]:
        """What looks for the marks and phrases, and the phrases and kinds of its numbers after those of the marks."""
        cased = [entry for entry in self._inside if not _is_plain(entry[0])]
        plain = [
            (written, entry)
            for entry in self._inside
            if _is_plain(entry[0])
            for written in sorted({entry[0], entry[0].replace("'", _CURLY)})
        ]
        patterns = [*MARKS.values(), *(phrase_pattern(phrase) for phrase, _ in cased)]
        return Prefilter(patterns, [written for written, _ in plain]), [*cased, *(entry for _, entry in plain)]

    def kind_of(self, line: str) -> str | None:
        """The kind of a whole line, None if the book does not hold it."""
        return self.whole.get(normal_line(line.replace(_CURLY, "'"))) if len(line) < 200 else None

    def pattern_kind(self, line: str) -> str | None:
        """The kind of the pattern that a whole line has, None if it has none."""
        match = self._patterns.fullmatch(line)
        return match.lastgroup if match else None

    def see(self, doc: Document) -> Seen:
        """The marks and phrases of a text."""
        prefilter, phrases = self._sought
        occurring = prefilter.occurring(doc.utf8)
        if not occurring:
            return _NOTHING
        marks, first = tuple(MARKS), len(MARKS)
        inside = dict.fromkeys(phrases[index - first] for index in occurring if index >= first)
        return Seen(frozenset(marks[index] for index in occurring if index < first), _hits(doc, inside))


def _hits(doc: Document, phrases: Iterable[tuple[str, str]]) -> list[Hit]:
    """The phrases, of the given kinds, that stand inside the text at word edges, in order."""
    if not phrases:
        return []
    lower = doc.lower.replace(_CURLY, "'")
    found = [Hit(*span, kind) for phrase, kind in phrases for span in _find(lower, phrase)]
    return sorted(found, key=lambda hit: hit.start)


def _is_plain(phrase: str) -> bool:
    """Whether only ASCII letters of a phrase are of two cases."""
    return all(sign.isascii() or sign.lower() == sign.upper() for sign in phrase)


def phrase_pattern(phrase: str) -> str:
    """A phrase as a literal regular expression, with any character for an apostrophe."""
    return re.escape(phrase).replace("'", ".")


def _find(lower: str, phrase: str) -> Iterator[tuple[int, int]]:
    start = lower.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (_in_word(lower, start - 1, start) or _in_word(lower, end - 1, end)):
            yield start, end
        start = lower.find(phrase, end)


def _in_word(text: str, left: int, right: int) -> bool:
    """Whether the characters at `left` and `right` are of one word."""
    return left >= 0 and right < len(text) and text[left].isalnum() and text[right].isalnum()


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language (`en`, `de`, ...), read once per process."""
    return Phrasebook(language)
