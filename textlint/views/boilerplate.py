"""The lines of the documents that leaked in from around an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.checks.boilerplate.leaks import leaks
from textlint.text import Document
from textlint.views import Row, place


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """One row a leak, those too that are too doubtful to be reported."""
    for doc in documents:
        for leak in leaks(doc):
            yield {
                **place(doc, leak.span.start),
                "rule": leak.rule,
                "confidence": round(leak.confidence, 3),
                "evidence": leak.evidence,
                "text": doc.text[slice(*leak.span)],
            }
