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
    # The word comes first, so that the text is searched for it as a string.
    pattern = re.compile(rf"{word}(?<!\w{word})(?:\s{{1,16}}{word}){{1,40}}(?!\w)")
    for match in pattern.finditer(text):
        first, last = match.start(), match.end() - len(word)
        alone = text[first - 1 : first] not in _JOINING and text[match.end() : match.end() + 1] not in _JOINING
        if alone and _SPACE.fullmatch(text, first + len(word), last):
            yield Span(first, match.end())


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
