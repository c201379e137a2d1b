"""What textlint sees in texts, apart from any rule: rows for `textlint inspect`.

A view is a module with a docstring and `rows(documents)`. It reads the facts and models that the checks read, so that
it shows why a rule fires, or why it stays silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from textlint.text import Document

VIEWS = {
    "words": "words that no list knows, with what they may be misspelt for",
    "names": "names, how often they stand, and the spelling that each should give way to",
    "quotes": "quotations, and how the text gives their speakers",
    "boilerplate": "lines that are no part of an article, and the evidence",
}
Row = dict[str, object]


def rows(view: str, documents: Iterable[Document]) -> Iterator[Row]:
    """The rows of a view: plain values by heading, the same headings in every row."""
    found: Iterator[Row] = import_module(f"textlint.views.{view}").rows(documents)
    return found


def place(doc: Document, offset: int) -> Row:
    """Where an offset stands in the source, as the first cells of a row."""
    location = doc.positions.location(offset)
    return {"filename": doc.path, "document": doc.record, "row": location.row, "column": location.column}
