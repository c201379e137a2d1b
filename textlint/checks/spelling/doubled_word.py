"""TYP004: a word written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import compress, islice
from operator import eq
from typing import Any

from textlint.diagnostic import Edit, Fix
from textlint.facts.language import english_at
from textlint.facts.protected import protected
from textlint.facts.words import words
from textlint.rule import Finding
from textlint.text import Document, Span

_WORD_CHARACTER = re.compile(r"\w")
_AGAIN = re.compile(r"(\w+)(?:\s{1,16}\1){1,40}(?!\w)")
_SPACE = re.compile(r"[^\S\n]{1,8}|[^\S\n]{0,8}\n[^\S\n]{0,8}")
_MOST_WORDS = 500
_MOST_IN_ANY, _LETTERS_PER_PLACE = 200, 1000
"""No text in which more words, or more places, are doubled is prose: only so many are looked at."""
_JOINING = frozenset("-‐‑–—/'’_@#")


def doubled_word(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every lower-case word that stands twice in a row, across the end of a line too."""
    surely = options["surely"]
    places = ((span, word) for word in _repeated(doc, options)[:_MOST_WORDS] for span in _doubles(doc.text, word))
    for span, word in islice(places, _MOST_IN_ANY + len(doc.text) // _LETTERS_PER_PLACE):
        if not protected(doc).covers(*span) and english_at(doc, span.start):
            yield _finding(doc.text, span, word, safe=word in surely)


def _repeated(doc: Document, options: Mapping[str, Any]) -> list[str]:
    """The words that stand beside themselves and should not."""
    found = words(doc)
    repeated = set(compress(found, map(eq, found, islice(found, 1, None))))
    rightly, surely = options["rightly"], options["surely"]
    return sorted(
        word
        for word in repeated
        if word.isalpha() and word.islower() and word not in rightly and (len(word) > 2 or word in surely)
    )


def _doubles(text: str, word: str) -> Iterator[Span]:
    """Where the word stands exactly twice, with nothing but a space or the end of a line between."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        inside = start and _WORD_CHARACTER.match(text, start - 1)
        again = None if inside else _AGAIN.match(text, start)
        if again and again[1] == word:
            first, end = end, again.end()
            alone = text[start - 1 : start] not in _JOINING and text[end : end + 1] not in _JOINING
            if alone and _SPACE.fullmatch(text, first, end - len(word)):
                yield Span(start, end)
        start = text.find(word, end)


def _finding(text: str, span: Span, word: str, *, safe: bool) -> Finding:
    rest = Span(span.start + len(word), span.end) if "\n" not in text[span.start : span.end] else None
    cut = rest or Span(span.start, text.index(word, span.start + len(word)))
    return Finding(
        *span,
        confidence=0.98 if safe else 0.85,
        suggestions=(word,),
        fix=Fix((Edit(cut, ""),), safe=safe, message=f'delete one "{word}"'),
        word=word,
    )
