"""One diagnostic where LanguageTool repeats what a rule of ours says: ours stays, and is surer for it."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.diagnostic import Diagnostic

PREFIX = "LTG"


def merge_repeats(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics without LanguageTool's repetitions; the order stays.

    Confidences of two that agree join as independent evidence: 1 - (1 - a)(1 - b).
    """
    all_found = list(found)
    theirs = [diagnostic for diagnostic in all_found if diagnostic.code.startswith(PREFIX)]
    ours = [diagnostic for diagnostic in all_found if not diagnostic.code.startswith(PREFIX)]
    merged, kept = list(ours), []
    for other in theirs:
        at = next((nth for nth, own in enumerate(ours) if _says_the_same(own, other)), None)
        if at is None:
            kept.append(other)
        else:
            sure = 1 - (1 - merged[at].confidence) * (1 - other.confidence)
            merged[at] = merged[at]._replace(confidence=round(sure, 3))
    return [*merged, *kept]


def _says_the_same(own: Diagnostic, other: Diagnostic) -> bool:
    """Both speak of one word or phrase: one span lies inside the other, and neither is a passage."""
    short = max(len(own.text), len(other.text)) <= 60
    inside = own.span.start <= other.span.start and other.span.end <= own.span.end
    around = other.span.start <= own.span.start and own.span.end <= other.span.end
    return short and (inside or around)
