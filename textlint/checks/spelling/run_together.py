"""TYP005: two words written as one, and one word written as two."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.judge import misspellings, suspects
from textlint.checks.spelling.morphology import rejoined
from textlint.checks.spelling.report import finding
from textlint.diagnostic import Edit, Fix
from textlint.facts.language import english_at
from textlint.rule import Finding
from textlint.text import Document, Span


def run_together(doc: Document) -> Iterator[Finding]:
    """Every word judged misspelt that is likeliest two; every unlisted half of a frequent word beside the other."""
    for found in misspellings(doc):
        if found.run_together:
            yield finding(doc, found)
    for place, whole in dict.fromkeys(_split(doc)):
        fix = Fix((Edit(place, whole),), message=f'write "{whole}"')
        yield Finding(*place, suggestions=(whole,), fix=fix, variant="split", meant=whole)


def _split(doc: Document) -> Iterator[tuple[Span, str]]:
    for suspect in suspects(doc):
        joined = None if suspect.capital else rejoined(doc.text, *suspect.span)
        if joined and english_at(doc, suspect.span.start):
            yield joined[1], joined[0]
