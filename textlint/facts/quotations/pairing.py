"""Pairing the marks of one paragraph: a stack for each family of marks, and a second look at weak marks."""

from __future__ import annotations

from typing import NamedTuple

from textlint.facts.quotations.marks import CLOSING, OPENING, Mark, Role


class Pair(NamedTuple):
    """An opening mark and its closing mark."""

    opener: Mark
    closer: Mark


class Paired(NamedTuple):
    """What became of the marks of one paragraph and family."""

    pairs: list[Pair]
    openers: list[Mark]
    closers: list[Mark]


def pair_marks(marks: list[Mark]) -> Paired:
    """Pair the marks of one family in one paragraph; what is left of openers and closers has no partner here."""
    found = _stack([mark for mark in marks if not mark.weak])
    weak = [mark for mark in marks if mark.weak]
    return _with_weak(found, weak, marks) if weak and (found.openers or found.closers) else found


def _stack(marks: list[Mark]) -> Paired:
    pairs: list[Pair] = []
    waiting: list[Mark] = []
    closers: list[Mark] = []
    for mark in marks:
        if opens(mark, waiting):
            waiting.append(mark)
        elif waiting:
            pairs.append(Pair(waiting.pop(), mark))
        else:
            closers.append(mark)
    return Paired(pairs, waiting, closers)


def opens(mark: Mark, waiting: list[Mark]) -> bool:
    """Whether a mark opens a quotation: by its surroundings, its own shape, and what is still open."""
    declared = _declared(mark, waiting)
    if mark.role is Role.EITHER:
        return not waiting if declared is None else declared is Role.OPEN
    if declared is None or declared is mark.role:
        return mark.role is Role.OPEN
    return not waiting


def _declared(mark: Mark, waiting: list[Mark]) -> Role | None:
    if mark.glyph == "“" and waiting and waiting[-1].glyph == "„":
        return Role.CLOSE
    if mark.glyph == "‘" and waiting and waiting[-1].glyph == "‚":
        return Role.CLOSE
    if mark.glyph in OPENING:
        return Role.OPEN
    return Role.CLOSE if mark.glyph in CLOSING else None


def _with_weak(found: Paired, weak: list[Mark], marks: list[Mark]) -> Paired:
    """Give openers and closers without a partner the weak mark that stands where one is missing."""
    pairs, openers, closers = list(found.pairs), list(found.openers), []
    for closer in found.closers:
        before = [mark for mark in weak if mark.role is not Role.CLOSE and mark.start < closer.start]
        if before and _clear(before[0], closer, found.pairs):
            pairs.append(Pair(before[0], closer))
        else:
            closers.append(closer)
    for opener in found.openers:
        limit = min((mark.start for mark in marks if not mark.weak and mark.start > opener.start), default=None)
        after = [
            mark
            for mark in weak
            if mark.role is not Role.OPEN and mark.start > opener.start and (limit is None or mark.start < limit)
        ]
        if after:
            pairs.append(Pair(opener, after[-1]))
            openers.remove(opener)
    return Paired(sorted(pairs), openers, closers)


def _clear(opener: Mark, closer: Mark, pairs: list[Pair]) -> bool:
    """Whether no pair crosses the one between `opener` and `closer`."""
    return not any(pair.opener.start < opener.start < pair.closer.start < closer.start for pair in pairs)
