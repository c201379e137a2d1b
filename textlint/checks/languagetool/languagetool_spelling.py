"""Words that LanguageTool's spellers of American and of British English both reject, and that are no names to us."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool import evidence
from textlint.languagetool.client import Match
from textlint.languagetool.deep import accepted_in, finding, matches
from textlint.rule import Finding
from textlint.text import Document, Span

_AMERICAN, _BRITISH = "MORFOLOGIK_RULE_EN_US", "MORFOLOGIK_RULE_EN_GB"
_NOT_AGREED = 0.1


def languagetool_spelling(doc: Document) -> Iterator[Finding]:
    """Every word that both spellers reject; less sure where a capital or a repetition says that it is a name."""
    found = list(matches(doc, evidence.SPELLING))
    plain = [span for span, match in found if match.rule == _AMERICAN and doc.text[span.start].islower()]
    british = accepted_in(doc, plain, "en-GB", _BRITISH) if plain else set()
    agreed = set(plain) - british
    for span, match in found:
        yield finding(span, match, _confidence(doc, span, match) if span in agreed else _NOT_AGREED)


def _confidence(doc: Document, span: Span, match: Match) -> float:
    word = doc.text[span.start : span.end]
    if word in doc.project.words or doc.text.count(word) > 1 or not match.replacements:
        return _NOT_AGREED
    return evidence.confidence(f"{match.rule}, agreed", match.category)
