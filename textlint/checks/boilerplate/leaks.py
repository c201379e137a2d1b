"""The leaks of a document: each stretch of lines that is no part of the article, with its kind and the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.checks.boilerplate.cards import cards
from textlint.checks.boilerplate.code_lines import code_lines
from textlint.checks.boilerplate.features import Features, Neighbourhood
from textlint.checks.boilerplate.kinds import kind_of_line
from textlint.checks.boilerplate.language import page_language
from textlint.checks.boilerplate.model import line_model
from textlint.checks.boilerplate.page import Page, read_page
from textlint.checks.boilerplate.phrasebook import LABEL, Phrasebook, phrasebook
from textlint.text import Document, Span, fact

_CERTAIN = 0.98
_SUSPECTED = 0.5
SHOWN = 0.73
_PHRASE = "a phrase that only pages say"
_CODE = "names and signs of a page's own script"
_CARD = "the paper's name above and below its age"
_UNCERTAIN = frozenset({LABEL, "credit"})


class Leak(NamedTuple):
    """Lines that are boilerplate: from the first to the last character, the rule they fall under, how sure, and why."""

    span: Span
    lines: int
    rule: str
    confidence: float
    evidence: str

    @property
    def certain(self) -> bool:
        """Whether a phrase settles every line of it."""
        return self.confidence >= _CERTAIN


@fact
def leaks(doc: Document) -> list[Leak]:
    """The leaks of whole lines, in order; suspected ones too."""
    language = page_language(doc)
    if language is None:
        return []
    book = phrasebook(language)
    page = read_page(doc, book)
    judged = dict(_judged(page, book) if language == "en" else _said(page, book))
    for at in cards(page):
        judged[at] = _sure(page, at, "source-card", _CARD)
    for at in code_lines(page):
        judged[at] = _sure(page, at, "markup-or-code", _CODE)
    return list(_joined(sorted(judged.items())))


def _sure(page: Page, at: int, rule: str, evidence: str) -> Leak:
    line = page.lines[at]
    return Leak(Span(line.start, line.end), 1, rule, _CERTAIN, evidence)


def _judged(page: Page, book: Phrasebook) -> Iterator[tuple[int, Leak]]:
    """The lines of an English page that are boilerplate by a phrase or by the line model, with their indices."""
    if not page.candidates:
        return
    model = line_model()
    around = Neighbourhood(page, book, model.word_weights)
    for at in page.candidates:
        features = around.features(at)
        sure = _settled(features)
        confidence = _CERTAIN if sure else min(model.probability(features), 0.97)
        if confidence >= _SUSPECTED:
            line = page.lines[at]
            evidence = _PHRASE if sure else model.evidence(features)
            rule = kind_of_line(line.text, features)
            yield at, Leak(Span(line.start, line.end), 1, rule, confidence, evidence)


def _settled(features: Features) -> bool:
    """Whether the whole line is a phrase or a pattern of the book that needs no neighbours to be known."""
    return any(name.startswith(("line_", "pattern_")) and name.partition("_")[2] not in _UNCERTAIN for name in features)


def _said(page: Page, book: Phrasebook) -> Iterator[tuple[int, Leak]]:
    """The lines of a page in another language that are phrases of its book; labels only beside such lines."""
    kinds = {at: book.kind_of(page.lines[at].text) or book.pattern_kind(page.lines[at].text) for at in page.candidates}
    for at, kind in kinds.items():
        beside = {kinds.get(at - 1), kinds.get(at + 1)} - {None}
        if kind is not None and (kind not in _UNCERTAIN or beside):
            line = page.lines[at]
            rule = kind_of_line(line.text, {f"line_{kind}": 1.0})
            yield at, Leak(Span(line.start, line.end), 1, rule, _CERTAIN if kind != LABEL else 0.9, _PHRASE)


def _joined(judged: list[tuple[int, Leak]]) -> Iterator[Leak]:
    """Neighbouring lines of one rule that are all shown, or all not, as one leak."""
    open_leak: Leak | None = None
    last = -2
    for at, leak in judged:
        fits = open_leak is not None and at == last + 1 and _alike(open_leak, leak)
        if open_leak is not None and fits:
            open_leak = Leak(
                Span(open_leak.span.start, leak.span.end),
                open_leak.lines + 1,
                leak.rule,
                min(open_leak.confidence, leak.confidence),
                open_leak.evidence,
            )
        else:
            if open_leak is not None:
                yield open_leak
            open_leak = leak
        last = at
    if open_leak is not None:
        yield open_leak


def _alike(one: Leak, other: Leak) -> bool:
    return one.rule == other.rule and (one.confidence >= SHOWN) == (other.confidence >= SHOWN)
