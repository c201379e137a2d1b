"""The vocabulary that no list knows: candidates for the project's own words, and misspellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textlint.checks.spelling.judge import Unlisted, is_listed, is_word, possessed, probability, unlisted_words
from textlint.facts.words import word_types
from textlint.text import Document
from textlint.views import Row


@dataclass(slots=True)
class _Word:
    count: int = 0
    documents: int = 0
    misspelt: float = 0.0
    meant: str = ""


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row a word, the most frequent first; `misspelt` is the probability at its most suspicious place."""
    seen: dict[str, _Word] = {}
    for doc in documents:
        own = doc.project.words
        types = {form for form in word_types(doc) if is_word(form) and not is_listed(form)}
        here: set[str] = set()
        for found in unlisted_words(doc, {form for form in types if own.isdisjoint({possessed(form), form.lower()})}):
            form = doc.text[slice(*found.span)]
            _add(seen.setdefault(form, _Word()), found)
            here.add(form)
        for form in here:
            seen[form].documents += 1
    for form, word in sorted(seen.items(), key=lambda item: (-item[1].count, item[0])):
        misspelt = round(word.misspelt, 3)
        yield {
            "word": form,
            "count": word.count,
            "documents": word.documents,
            "misspelt": misspelt,
            "meant": word.meant,
        }


def _add(word: _Word, found: Unlisted) -> None:
    word.count += 1
    word.misspelt = max(word.misspelt, probability(found))
    word.meant = found.candidates[0].word if found.candidates else ""
