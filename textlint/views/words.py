"""The vocabulary that no list knows: a project's own words to be, and misspellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.checks.spelling.explain import proposals
from textlint.text import Document
from textlint.views import Row


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row a word, the most frequent first; `misspelt` is the probability at its most suspicious place."""
    for word in proposals(documents, least=1):
        yield {
            "word": word.word,
            "count": word.count,
            "documents": word.documents,
            "misspelt": word.doubt,
            "example": word.examples[0],
        }
