"""Findings made of judged words: what was meant, in the case of the text, and when a fix is safe."""

from __future__ import annotations

from textlint.checks.spelling.judge import Misspelling
from textlint.diagnostic import Edit, Fix
from textlint.rule import Finding
from textlint.text import Document

_SUGGESTIONS = 5
_SAFE = 0.97
_CLEAR_MARGIN = 2.0


def finding(doc: Document, found: Misspelling) -> Finding:
    """The finding for a misspelt word: ranked suggestions, and a fix where one stands out."""
    span = found.unlisted.span
    written = doc.text[span.start : span.end]
    suggestions = tuple(in_case_of(written, candidate.word) for candidate in found.unlisted.candidates[:_SUGGESTIONS])
    return Finding(
        *span,
        confidence=found.probability,
        suggestions=suggestions,
        fix=_fix(found, suggestions),
        meant=" or ".join(f'"{word}"' for word in suggestions[:2]) if not _clear(found) else f'"{suggestions[0]}"',
    )


def in_case_of(written: str, word: str) -> str:
    """The word with the capitals of what was written."""
    if len(written) > 1 and written.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _fix(found: Misspelling, suggestions: tuple[str, ...]) -> Fix | None:
    if not suggestions:
        return None
    inside_sentence = found.unlisted.capital and not found.unlisted.features["sentence_start"]
    safe = _clear(found) and found.known and found.probability >= _SAFE and not inside_sentence
    return Fix((Edit(found.unlisted.span, suggestions[0]),), safe=safe, message=f'write "{suggestions[0]}"')


def _clear(found: Misspelling) -> bool:
    """Whether the best candidate stands out."""
    return found.unlisted.features.get("margin", 0.0) >= _CLEAR_MARGIN
