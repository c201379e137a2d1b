"""Words that LanguageTool's spellers of American and of British English both reject, and that are no names to us."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.judge import probability, unlisted_words
from textlint.languagetool import evidence
from textlint.languagetool.client import Match
from textlint.languagetool.deep import accepted_in, finding, matches
from textlint.rule import Finding
from textlint.text import Document, Span

_AMERICAN, _BRITISH = "MORFOLOGIK_RULE_EN_US", "MORFOLOGIK_RULE_EN_GB"
_NOT_AGREED = 0.1


def languagetool_spelling(doc: Document) -> Iterator[Finding]:
    """Every word that a speller rejects; sure where both do and our own judge does not take it for a name."""
    found = list(matches(doc, evidence.SPELLING))
    agreed = _agreed(doc, found)
    judged = {
        unlisted.span: probability(unlisted) for unlisted in unlisted_words(doc, {doc.text[a:b] for a, b in agreed})
    }
    for span, match in found:
        listed = span not in judged or doc.text[span.start : span.end] in doc.project.words
        yield finding(span, match, _NOT_AGREED if listed else _together(match, judged[span]))


def _agreed(doc: Document, found: list[tuple[Span, Match]]) -> set[Span]:
    """The words in lower case that both spellers reject."""
    plain = [span for span, match in found if match.rule == _AMERICAN and doc.text[span.start].islower()]
    return set(plain) - accepted_in(doc, plain, "en-GB", _BRITISH) if plain else set()


def _together(match: Match, ours: float) -> float:
    """The odds of the agreeing spellers and of our judge, taken as independent evidence at even prior odds."""
    theirs = evidence.confidence(f"{match.rule}, agreed", match.category)
    right, wrong = theirs * ours, (1 - theirs) * (1 - ours)
    return right / (right + wrong)
