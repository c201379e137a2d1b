"""The leaks of a document: each stretch of lines that is no part of the article, with its kind and the evidence."""

from __future__ import annotations

from typing import NamedTuple

from textlint.checks.boilerplate.judge import SURE, Verdict, judge
from textlint.checks.boilerplate.language import page_language
from textlint.checks.boilerplate.page import read_page
from textlint.checks.boilerplate.phrasebook import phrasebook
from textlint.checks.boilerplate.seen import seen
from textlint.text import Document, Span, fact

SHOWN = 0.72
"""The `min-confidence` of the rules: a leak is not joined to one that is not shown."""


class Leak(NamedTuple):
    """Lines that are boilerplate: from the first to the last character, how many, the rule, how sure, and why."""

    span: Span
    lines: int
    rule: str
    confidence: float
    evidence: str

    @property
    def certain(self) -> bool:
        """Whether a phrase settles every line of it."""
        return self.confidence >= SURE


@fact
def leaks(doc: Document) -> list[Leak]:
    """The leaks of whole lines, in order; suspected ones too."""
    language = page_language(doc)
    if language is None:
        return []
    book = phrasebook(language)
    page = read_page(doc, book, seen(doc).hits)
    if not page.candidates and not page.hits:
        return []
    return [
        Leak(
            page.span(run[0].at, run[-1].at),
            len(run),
            run[0].rule,
            min(verdict.confidence for verdict in run),
            run[0].evidence(),
        )
        for run in _runs(judge(page, book, language))
    ]


def _runs(verdicts: list[Verdict]) -> list[list[Verdict]]:
    """Neighbouring lines of one rule, all shown or all not, are one leak."""
    runs: list[list[Verdict]] = []
    for verdict in verdicts:
        if runs and _continues(runs[-1][-1], verdict):
            runs[-1].append(verdict)
        else:
            runs.append([verdict])
    return runs


def _continues(last: Verdict, this: Verdict) -> bool:
    shown_alike = (last.confidence >= SHOWN) == (this.confidence >= SHOWN)
    return this.at == last.at + 1 and this.rule == last.rule and shown_alike
