"""The quotations of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.facts.quotations.attribution import attributions
from textlint.text import Document
from textlint.views import Row, place


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row an outermost quotation; `speaker` is how the text gives it, `cue` the words that do."""
    for doc in documents:
        for found in attributions(doc):
            cue = doc.text[slice(*found.cue)] if found.cue else ""
            quoted = doc.text[found.quotation.start : found.quotation.end]
            yield {**place(doc, found.quotation.start), "speaker": found.means.value, "cue": cue, "text": quoted}
