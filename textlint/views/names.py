"""The names of the documents, and which spellings are one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from textlint.checks.names.inconsistent_romanization import variants
from textlint.checks.names.mentions import mentions
from textlint.checks.names.pairs import is_name
from textlint.facts.words import word_types
from textlint.text import Document
from textlint.views import Row


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row a spelling, the most frequent first; `same_as` is the spelling that its document prefers."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    better: dict[str, str] = {}
    for doc in documents:
        names = {word.removesuffix("'s") for word in word_types(doc)}
        here = Counter(mention.name for mention in mentions(doc, {name for name in names if is_name(name)}))
        counts.update(here)
        spread.update(here.keys())
        better.update({variant.usage.name: variant.chosen.name for variant in variants(doc)})
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield {"name": name, "count": count, "documents": spread[name], "same_as": better.get(name, "")}
