"""The quotations of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.facts.quotations.attribution import Means, attributions
from textlint.facts.quotations.speaker import speaker
from textlint.text import Document
from textlint.views import Row, place


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row an outermost quotation; `given` is how the text gives the `speaker`, `cue` the words that do."""
    for doc in documents:
        for found in attributions(doc):
            quote, cue = found.quotation, found.cue
            named = speaker(doc.text, cue, quote.paragraph) if cue and found.means is not Means.SOURCE else cue
            yield {
                **place(doc, quote.start),
                "given": found.means.value,
                "speaker": doc.text[slice(*named)] if named else "",
                "cue": doc.text[slice(*cue)] if cue else "",
                "text": doc.text[quote.start : quote.end],
            }
