"""The deep pass: what LanguageTool says of a document, asked for once for all rules that report it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache

from textlint.errors import DeepPassError
from textlint.facts.language import english_at
from textlint.facts.layout import paragraphs
from textlint.facts.protected import protected
from textlint.languagetool import evidence, server
from textlint.languagetool.answers import Answers
from textlint.languagetool.client import REQUEST_CHARACTERS, Client, Match
from textlint.languagetool.install import LanguageToolError
from textlint.rule import Finding
from textlint.text import Document, Project, Span, fact

_AT_ONCE = min(os.cpu_count() or 2, 8)
_LONGEST_PARAGRAPH = 40_000


class Session:
    """A server with the answers it gave before. After a failure it is not asked again: the next would wait as long."""

    def __init__(self, url: str, language: str, only: tuple[str, ...] = ()) -> None:
        version = server.version_at(url)
        if version is None:
            raise LanguageToolError(f"no LanguageTool answers at {url}")
        self._client = Client(url, language, only=only)
        self._answers = Answers(f"{version} {language} {' '.join(only)}")
        self._broken: LanguageToolError | None = None
        self._recent: dict[str, list[Match]] = {}

    def matches(self, texts: Sequence[str]) -> dict[str, list[Match]]:
        """The matches of each distinct paragraph. Raises LanguageToolError if the server fails."""
        wanted = dict.fromkeys(texts)
        answers = {text: self._recent[text] for text in wanted if text in self._recent}
        answers |= self._answers.known([text for text in wanted if text not in answers])
        unknown = [text for text in wanted if text not in answers]
        if unknown:
            if self._broken:
                raise self._broken
            answers |= self._ask(unknown)
        return answers

    def ask_ahead(self, texts: Sequence[str]) -> None:
        """Ask for many paragraphs together; a failure is told when one of them is wanted."""
        with suppress(LanguageToolError):
            self._recent = {}
            self._recent = self.matches(texts)

    def _ask(self, texts: Sequence[str]) -> dict[str, list[Match]]:
        answers: dict[str, list[Match]] = {}
        requests = list(_requests(texts))
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for request, found in zip(requests, pool.map(self._client.paragraphs, requests), strict=True):
                    answers.update(zip(request, found, strict=True))
        except LanguageToolError as error:
            self._broken = error
            raise
        finally:
            self._answers.remember(answers)
        return answers


def _requests(texts: Sequence[str]) -> Iterator[list[str]]:
    """Paragraphs in groups of a request's size."""
    group: list[str] = []
    for text in texts:
        if group and sum(map(len, group)) + len(text) > REQUEST_CHARACTERS:
            yield group
            group = []
        group.append(text)
    if group:
        yield group


def _session(project: Project, language: str, only: tuple[str, ...] = ()) -> Session:
    opened = _opened(project, language, only)
    if isinstance(opened, LanguageToolError):
        raise opened
    return opened


@cache
def _opened(project: Project, language: str, only: tuple[str, ...]) -> Session | LanguageToolError:
    """A session, or why there is none: a start that failed is not tried again for the next document."""
    try:
        return Session(_server_url(project), language, only)
    except LanguageToolError as error:
        return error


def _server_url(project: Project) -> str:
    if project.languagetool_url is not None:
        return project.languagetool_url
    autostart = project.languagetool_autostart
    state = server.start(memory=project.languagetool_memory) if autostart else server.running()
    if state is None:
        raise LanguageToolError(
            "no LanguageTool server runs: start one with `textlint languagetool start`, set `autostart = true`, "
            'or point at one with `server = "http://..."` in [tool.textlint.languagetool]'
        )
    return state.url


def ask_ahead(documents: Sequence[Document]) -> None:
    """Ask the server for all paragraphs of the documents together, in large requests at once.

    What comes is held until the next time; a failure is told when one of the paragraphs is wanted.
    """
    if documents:
        with suppress(LanguageToolError):
            texts = [document.text[a:b] for document in documents for a, b in _english_paragraphs(document)]
            _session(documents[0].project, "en-US").ask_ahead(texts)


@fact
def _english_paragraphs(doc: Document) -> list[Span]:
    short = (span for span in paragraphs(doc) if span.end - span.start < _LONGEST_PARAGRAPH)
    return [span for span in short if english_at(doc, span.start)]


@fact
def _asked(doc: Document) -> list[tuple[Span, Match]] | LanguageToolError:
    """All matches with their places, or why there are none."""
    spans = _english_paragraphs(doc)
    texts = [doc.text[span.start : span.end] for span in spans]
    try:
        answers = _session(doc.project, "en-US").matches(texts)
        found = [
            (Span(span.start + match.start, span.start + match.end), match)
            for span, text in zip(spans, texts, strict=True)
            for match in answers[text]
        ]
        return [(span, match) for span, match in found if not protected(doc).covers(*span)]
    except LanguageToolError as error:
        return error


def matches(doc: Document, name: str) -> Iterator[tuple[Span, Match]]:
    """The matches that the textlint rule `name` reports. Raises DeepPassError if the server could not be asked."""
    asked = _asked(doc)
    if isinstance(asked, LanguageToolError):
        raise DeepPassError(str(asked))
    return ((span, match) for span, match in asked if evidence.group(match.rule, match.category) == name)


def findings(doc: Document, name: str) -> Iterator[Finding]:
    """The matches of a textlint rule as findings, each as sure as its LanguageTool rule was measured to be."""
    for span, match in matches(doc, name):
        yield finding(span, match, evidence.confidence(match.rule, match.category))


def finding(span: Span, match: Match, sure: float) -> Finding:
    """A match as a finding."""
    return Finding(
        *span, confidence=sure, suggestions=match.replacements, rule=match.rule, said=match.message.rstrip(".")
    )


def accepted_in(doc: Document, spans: Sequence[Span], language: str, only: str) -> set[Span]:
    """Of some spans those in which the rule `only` of another variety of English sees nothing wrong."""
    around = {span: _paragraph(doc, span) for span in spans}
    try:
        answers = _session(doc.project, language, (only,)).matches(
            [doc.text[start:end] for start, end in around.values()]
        )
    except LanguageToolError as error:
        raise DeepPassError(str(error)) from error
    marked = {
        (place.start + match.start, place.start + match.end)
        for place in around.values()
        for match in answers[doc.text[place.start : place.end]]
    }
    return {span for span in spans if tuple(span) not in marked}


def _paragraph(doc: Document, span: Span) -> Span:
    return next(place for place in paragraphs(doc) if place.start <= span.start < place.end)
