"""Pairing the marks of one paragraph: a stack for each family of marks, and a second look at weak marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from textlint.facts.quotations.marks import CLOSING, OPENING, Mark, Role

# A weak mark closes a quotation if no certain one does within so many characters; within the shorter distance the
# last of several weak single marks does ('workers' rights'), else the first.
_FAR = 400
_NEAR = 80
# What the shape of a mark says; German and Polish quotations („...“) close with the English opening mark.
_SHAPES = dict.fromkeys(OPENING, Role.OPEN) | dict.fromkeys(CLOSING, Role.CLOSE)
_LOW_AND_HIGH = frozenset({"„“", "‚‘"})


class Pair(NamedTuple):
    """An opening mark and its closing mark."""

    opener: Mark
    closer: Mark


class Paired(NamedTuple):
    """What became of the marks of one family in one paragraph."""

    pairs: list[Pair]
    openers: list[Mark]
    closers: list[Mark]


def pair_marks(text: str, marks: list[Mark]) -> Paired:
    """Pair the marks of one family in one paragraph; the openers and closers that are left have no partner there."""
    if not any(mark.weak for mark in marks):
        return _stack(text, marks)
    found = _stack(text, _without_apostrophes(marks))
    return _with_weak_openers(found, marks) if found.closers else found


def _stack(text: str, marks: list[Mark]) -> Paired:
    pairs: list[Pair] = []
    waiting: list[Mark] = []
    openers: list[Mark] = []
    closers: list[Mark] = []
    for mark in marks:
        if _opens(mark, waiting):
            if waiting and waiting[-1].glyph == mark.glyph and _sentence_ends(text, mark.start):
                openers.append(waiting.pop())
            waiting.append(mark)
        elif waiting:
            pairs.append(Pair(waiting.pop(), mark))
        else:
            closers.append(mark)
    return Paired(pairs, openers + waiting, closers)


def _sentence_ends(text: str, at: int) -> bool:
    """Whether a sentence ends before `at`: a quotation that opens here is no part of the sentence before."""
    return text[max(0, at - 5) : at].rstrip(" \n\t\u00a0'’)”")[-1:] in (".", "?", "!", "…")


def _opens(mark: Mark, waiting: list[Mark]) -> bool:
    """Whether a mark opens a quotation: by its surroundings, its own shape, and what is still open."""
    declared = _SHAPES.get(mark.glyph)
    if declared is not None and waiting and waiting[-1].glyph + mark.glyph in _LOW_AND_HIGH:
        declared = Role.CLOSE
    if mark.role is Role.EITHER:
        return not waiting if declared is None else declared is Role.OPEN
    if declared is None or declared is mark.role:
        return mark.role is Role.OPEN
    return not waiting


def _without_apostrophes(marks: list[Mark]) -> list[Mark]:
    """The certain marks, and of the weak ones those that close a quotation which no certain mark closes nearby."""
    kept: list[Mark] = []
    run: list[Mark] = []
    for mark in marks:
        if mark.weak:
            run.append(mark)
            continue
        kept += _weak_closer(kept, run, mark)
        kept.append(mark)
        run = []
    return kept + _weak_closer(kept, run, None)


def _weak_closer(kept: list[Mark], run: list[Mark], following: Mark | None) -> list[Mark]:
    """The one of a run of weak marks, if any, that closes the quotation which the last kept mark opens."""
    run = [mark for mark in run if mark.role is not Role.OPEN]
    if not run or not kept or kept[-1].role is not Role.OPEN:
        return []
    if following and following.role is not Role.OPEN and following.start - run[0].start < _FAR:
        return []
    near = [mark for mark in run if mark.single and mark.start - kept[-1].start < _NEAR]
    return near[-1:] or run[:1]


def _with_weak_openers(found: Paired, marks: list[Mark]) -> Paired:
    """Give closers without an opener the weak mark before them, if it may open."""
    place = {mark: at for at, mark in enumerate(marks)}
    pairs, closers = list(found.pairs), []
    for closer in found.closers:
        before = (marks[at] for at in range(place[closer] - 1, -1, -1))
        run = takewhile(lambda mark: mark.weak, before)
        opener = next((mark for mark in run if mark.role is not Role.CLOSE), None)
        if opener:
            pairs.append(Pair(opener, closer))
        else:
            closers.append(closer)
    return Paired(pairs, found.openers, closers)


def scoped(singles: list[Mark], doubles: list[Pair]) -> Iterator[list[Mark]]:
    """Single marks in groups that share the innermost double quotation around them, so that no pair crosses one."""
    groups: dict[Mark | None, list[Mark]] = {}
    around: list[Pair] = []
    coming = sorted(doubles, reverse=True)
    for mark in singles:
        while coming and coming[-1].opener.start < mark.start:
            pair = coming.pop()
            while around and around[-1].closer.start < pair.opener.start:
                around.pop()
            around.append(pair)
        while around and around[-1].closer.start < mark.start:
            around.pop()
        groups.setdefault(around[-1].opener if around else None, []).append(mark)
    return iter(groups.values())
