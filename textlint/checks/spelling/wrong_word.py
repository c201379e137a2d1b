"""TYP003: a real word where another was meant."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from textlint.checks.spelling.evidence import Fit, features, fit, promising, shown
from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.places import Place, places
from textlint.checks.spelling.report import in_case_of
from textlint.checks.spelling.slips import Alternative, slips
from textlint.checks.spelling.trees import classifier
from textlint.diagnostic import Edit, Fix
from textlint.facts.language import english_at
from textlint.facts.protected import protected
from textlint.rule import Finding
from textlint.text import Document, Span

# `(T)hose`: an editor's letter stands before the rest of the word.
_EDITED = frozenset(")]")


def wrong_word(doc: Document) -> Iterator[Finding]:
    """Every word whose place in the sentence tells that another word was meant."""
    for place in places(doc):
        best = _best(place)
        if best and _is_prose(doc, place):
            yield _finding(place, *best)


def _best(place: Place) -> tuple[float, Alternative, Fit, Fit] | None:
    """The alternative that passes its threshold by most, with that margin; None if none passes."""
    others = promising(place.word, place.before, place.after)
    if not others:
        return None
    model, known, judge = ngrams(), slips(), classifier()
    written, found = fit(model, known, place, place.word), []
    for other in others:
        meant = fit(model, known, place, other.word)
        score = judge.score(place.word, other.word, features(place, other, written, meant))
        found.append((score - judge.thresholds[other.kind], other, written, meant))
    best = max(found, default=None, key=lambda item: item[0])
    return best if best and best[0] > 0 else None


def _is_prose(doc: Document, place: Place) -> bool:
    return (
        place.word not in doc.project.words
        and doc.text[place.start - 1 : place.start] not in _EDITED
        and not protected(doc).covers(place.start, place.end)
        and english_at(doc, place.start)
    )


def _finding(place: Place, margin: float, other: Alternative, written: Fit, meant: Fit) -> Finding:
    suggestion = in_case_of(place.written, other.word)
    usual, unusual, how = shown(place, other.word, written, meant)
    return Finding(
        place.start,
        place.end,
        confidence=round(1 - 0.2 * exp(-margin / 2), 2),
        suggestions=(suggestion,),
        fix=Fix((Edit(Span(place.start, place.end), suggestion),), safe=False, message=f'write "{suggestion}"'),
        meant=suggestion,
        usual=usual,
        unusual=unusual,
        how=how,
    )
