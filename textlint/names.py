"""Compare names: `similarity` says how likely two spellings are one name."""

from __future__ import annotations

from textlint.checks.names.scorer import same_name

__all__ = ["similarity"]


def similarity(a: str, b: str) -> float:
    """How likely two spellings are the same name, between 0 and 1; 1.0 for equal ones, the same in both orders.

    It knows how romanisations differ: of Cyrillic (Russian, Ukrainian, Belarusian, Bulgarian, Serbian), Arabic,
    Persian, Urdu, Hebrew, Greek, Korean, Chinese (pinyin and Wade-Giles), Armenian and Georgian names, marks kept or
    dropped, the Arabic article joined or not, and small slips. It does not know translations (`John`, `Juan`), short
    forms (`Bob`, `Robert`) or renamed places (`Bombay`, `Mumbai`), nor that two similar names are two people: that is
    for the context to say.

    Names of several words are compared word by word in order; the least similar pair counts. Different numbers of
    words give 0.0. The score is a logistic regression over the letter changes between the two spellings
    (`textlint.checks.names.features`); `benchmarks/names_pairs.py` prints the threshold at which 0.95 of the pairs
    above it are one name.
    """
    left, right = a.split(), b.split()
    if left == right:
        return 1.0
    if len(left) != len(right):
        return 0.0
    return min(1.0 if x == y else same_name(x, y) for x, y in zip(left, right, strict=True))
