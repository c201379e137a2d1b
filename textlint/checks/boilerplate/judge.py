"""Which lines of a page are boilerplate: by a phrase that settles it, by the line model, as a card or as code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textlint.checks.boilerplate.cards import cards
from textlint.checks.boilerplate.code_lines import code_lines
from textlint.checks.boilerplate.features import Features, Neighbourhood
from textlint.checks.boilerplate.kinds import kind_of_line
from textlint.checks.boilerplate.model import line_model
from textlint.checks.boilerplate.page import Page
from textlint.checks.boilerplate.phrasebook import LABEL, NOT_ALONE, Phrasebook
from textlint.checks.boilerplate.words import line_words

SURE = 0.98
_SUSPECTED = 0.5
_MODEL_AT_MOST = 0.97
_LABEL_BESIDE = 0.9
_PARAGRAPH = 80
_TITLE_REACH = 60
_PHRASE = "a phrase that only pages say"
_CODE = "names and signs of a page's own script"
_CARD = "the paper's name above and below its age"


class Verdict(NamedTuple):
    """A line that is boilerplate: its index, its rule, how sure, and the reason or the features that give it."""

    at: int
    rule: str
    confidence: float
    reason: str | Features

    def evidence(self) -> str:
        """The reason in words."""
        return self.reason if isinstance(self.reason, str) else line_model().evidence(self.reason)


def judge(page: Page, book: Phrasebook, language: str) -> list[Verdict]:
    """The boilerplate lines of a page, in order; suspected ones too."""
    verdicts = {verdict.at: verdict for verdict in _lines(page, book, language)}
    verdicts |= {at: Verdict(at, "source-card", SURE, _CARD) for at in cards(page)}
    verdicts |= {at: Verdict(at, "markup-or-code", SURE, _CODE) for at in code_lines(page)}
    return [verdicts[at] for at in sorted(verdicts)]


def _lines(page: Page, book: Phrasebook, language: str) -> Iterable[Verdict]:
    if not page.candidates:
        return ()
    if language == "en" and page.reads_as_article():
        return _by_model(page, book)
    return _by_phrases(page, book, labels=language != "en")


def _by_model(page: Page, book: Phrasebook) -> Iterator[Verdict]:
    model = line_model()
    around = Neighbourhood(page, book, model.word_weights)
    for at in page.candidates:
        if around.certain(at):
            yield Verdict(at, kind_of_line(page.lines[at].text, around.own(at)), SURE, _PHRASE)
            continue
        glance = around.glance(at)
        opening = model.opening(glance)
        if opening is None:
            continue
        features = around.features(at, glance)
        if _wordless(features) or _title(page, at, features):
            continue
        confidence = min(model.probability(features, opening), _MODEL_AT_MOST)
        if confidence >= _SUSPECTED:
            yield Verdict(at, kind_of_line(page.lines[at].text, features), confidence, features)


def _wordless(features: Features) -> bool:
    return not features["words"] and not features["digit_ratio"]


def _title(page: Page, at: int, features: Features) -> bool:
    """Whether a line is a heading, or the title: above a paragraph, no label of a menu, and of words of the page."""
    if at or at in page.headings:
        return at in page.headings
    if f"line_{LABEL}" in features or len(page.lines[1].text) <= _PARAGRAPH:
        return False
    page_text = "\n".join(line.text for line in page.lines[1:_TITLE_REACH]).lower()
    words = [word.lower() for word in line_words(page.lines[0].text) if len(word) > 3]
    return bool(words) and sum(word in page_text for word in words) * 2 >= len(words)


def _by_phrases(page: Page, book: Phrasebook, *, labels: bool) -> Iterator[Verdict]:
    """Where the model cannot judge: whole phrases, and `labels` where they stand beside such or each other."""
    texts = {at: page.lines[at].text for at in page.candidates}
    kinds = {at: book.kind_of(text) or book.pattern_kind(text) for at, text in texts.items()}
    for at, kind in kinds.items():
        beside = labels and (kinds.get(at - 1) or kinds.get(at + 1))
        if kind is not None and (kind not in NOT_ALONE or beside):
            rule = kind_of_line(texts[at], {f"line_{kind}": 1.0})
            yield Verdict(at, rule, _LABEL_BESIDE if kind == LABEL else SURE, _PHRASE)
