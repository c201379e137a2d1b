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
from textlint.checks.boilerplate.shapes import shape_features
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
    around = Neighbourhood(page, book, model.word_weights, model.shapes)
    for at in page.candidates:
        line = page.lines[at]
        if around.certain(at):
            yield Verdict(at, kind_of_line(line, around.own(at) | shape_features(line)), SURE, _PHRASE)
        elif not (_settled(page, at, labelled=around.labelled(at)) or around.reads_on(at)):
            features = around.features(at)
            confidence = min(model.probability(features), _MODEL_AT_MOST)
            if confidence >= _SUSPECTED:
                yield Verdict(at, kind_of_line(line, features | shape_features(line)), confidence, features)


def _settled(page: Page, at: int, *, labelled: bool) -> bool:
    """Whether a line is no boilerplate without a look at its neighbours: a heading, the title, or without words."""
    if at in page.headings or not any(map(str.isalnum, page.lines[at])):
        return True
    return at == 0 and not labelled and _title(page)


def _title(page: Page) -> bool:
    """Whether the first line is the title: above a paragraph, and of words of the page."""
    if len(page.lines[1]) <= _PARAGRAPH:
        return False
    page_text = "\n".join(page.lines[1:_TITLE_REACH]).lower()
    words = [word.lower() for word in line_words(page.lines[0]) if len(word) > 3]
    return bool(words) and sum(map(page_text.__contains__, words)) * 2 >= len(words)


def _by_phrases(page: Page, book: Phrasebook, *, labels: bool) -> Iterator[Verdict]:
    """Where the model cannot judge: whole phrases, and `labels` where they stand beside such or each other."""
    texts = {at: page.lines[at] for at in page.candidates}
    kinds = {at: book.kind_of(text) or book.pattern_kind(text) for at, text in texts.items()}
    for at, kind in kinds.items():
        beside = labels and (kinds.get(at - 1) or kinds.get(at + 1))
        if kind is not None and (kind not in NOT_ALONE or beside):
            rule = kind_of_line(texts[at], {f"line_{kind}": 1.0})
            yield Verdict(at, rule, _LABEL_BESIDE if kind == LABEL else SURE, _PHRASE)
