"""Applying fixes: edits that do not touch each other go in together, the others wait for the next pass."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from textlint.diagnostic import Diagnostic, Edit, Fix


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> str:
    """The text with the safe fixes of its diagnostics applied (all fixes where `unsafe`).

    A fix that overlaps one of an earlier diagnostic is left out: lint the result again to get it.
    """
    fixes = [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix is not None]
    return apply_edits(text, compatible_edits(fix for fix in fixes if fix.safe or unsafe))


def compatible_edits(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits, in the order of the text, of as many fixes as go together; each fix goes in whole or not at all."""
    taken: list[Edit] = []
    for fix in fixes:
        edits = sorted(fix.edits, key=_place)
        if all(not _clash(a, b) for a, b in pairwise(edits)) and all(_fits(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit, key=_place)
    return taken


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text after disjoint edits that are in its order."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], edit.content)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span


def _fits(edit: Edit, taken: Sequence[Edit]) -> bool:
    at = bisect_left(taken, _place(edit), key=_place)
    return all(not _clash(*pair) for pair in pairwise((*taken[max(at - 1, 0) : at], edit, *taken[at : at + 1])))


def _clash(first: Edit, second: Edit) -> bool:
    """Whether two edits, the first not after the second, overlap or meet where the order of insertions would matter."""
    meet = first.span.end == second.span.start
    empty = first.span.start == first.span.end or second.span.start == second.span.end
    return first.span.end > second.span.start or (meet and empty)
