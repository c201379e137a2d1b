"""The names of the documents, each with its spellings, the most inconsistent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.checks.names.table import name_table
from textlint.text import Document
from textlint.views import Row


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row a name; `spellings` tells the count of each where there are several."""
    for row in name_table(documents):
        several = ", ".join(f"{spelling} {count}" for spelling, count in row.spellings.items())
        yield {
            "name": row.name,
            "count": row.count,
            "documents": row.documents,
            "spellings": several if len(row.spellings) > 1 else "",
        }
