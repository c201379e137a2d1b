"""One diagnostic where two rules mark the same words."""

from __future__ import annotations

from collections.abc import Mapping

from textlint.diagnostic import Diagnostic


def give_way(found: list[Diagnostic], yields: Mapping[str, frozenset[str]]) -> list[Diagnostic]:
    """The diagnostics without those that overlap one of a rule that theirs yields to.

    `yields` has the codes that a rule yields to by its own code.
    """
    if not any(diagnostic.code in yields for diagnostic in found):
        return found
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.code not in yields or not _overlapped(diagnostic, found, yields[diagnostic.code])
    ]


def _overlapped(diagnostic: Diagnostic, found: list[Diagnostic], codes: frozenset[str]) -> bool:
    start, end = diagnostic.span
    return any(other.code in codes and other.span.start < end and start < other.span.end for other in found)
