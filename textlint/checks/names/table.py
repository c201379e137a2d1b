"""The names of documents, each with all its spellings: what `textlint inspect names` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from textlint.checks.names.inconsistent_romanization import variants
from textlint.checks.names.meeting import is_name
from textlint.checks.names.mentions import mentions
from textlint.facts.words import word_types
from textlint.text import Document


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name under its usual spelling: how often it stands, in how many documents, and the count of each spelling."""

    name: str
    count: int
    documents: int
    spellings: dict[str, int]

    @property
    def inconsistent(self) -> int:
        """How many places have another spelling than the most frequent one."""
        return self.count - self.spellings[self.name]


def name_table(documents: Iterable[Document]) -> list[NameRow]:
    """The names of all documents, the most inconsistent first, then the most frequent."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    other: dict[str, str] = {}
    for doc in documents:
        names = {word.removesuffix("'s") for word in word_types(doc)}
        here = Counter(place.name for place in mentions(doc, set(filter(is_name, names))))
        counts.update(here)
        spread.update(here.keys())
        other.update({variant.usage.name: variant.chosen.name for variant in variants(doc)})
    groups: dict[str, list[str]] = {}
    for name in counts:
        groups.setdefault(_final(name, other), []).append(name)
    rows = [_row(usual, names, counts, spread) for usual, names in groups.items()]
    return sorted(rows, key=lambda row: (-row.inconsistent, -row.count, row.name))


def _final(name: str, other: dict[str, str]) -> str:
    """The spelling at the end of the chain; documents that disagree may make a ring."""
    seen = {name}
    while name in other and other[name] not in seen:
        name = other[name]
        seen.add(name)
    return min(seen) if name in other else name


def _row(usual: str, names: list[str], counts: Counter[str], spread: Counter[str]) -> NameRow:
    ordered = sorted(names, key=lambda name: (-counts[name], name != usual, name))
    spellings = {name: counts[name] for name in ordered}
    return NameRow(ordered[0], sum(spellings.values()), max(spread[name] for name in names), spellings)
