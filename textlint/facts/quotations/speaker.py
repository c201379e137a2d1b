"""The name beside a verb of speech: who is said to speak."""

from __future__ import annotations

import re

from textlint.text import Span

_REACH = 120
_PART = r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|St|Sgt|Lt|Col)\.|[A-Z][\w’-]{1,30})"
_NAME = (
    rf"(?:{_PART}(?:\s(?:de|van|von|al|bin|of|the)){{0,2}}\s){{0,4}}[A-Z][\w’-]{{1,30}}"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)"
    r"|\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)(?:\s[\w’-]{1,30}){1,3}"
)
_BEFORE = re.compile(
    rf"({_NAME})(?:,[^,.\n]{{1,80}},)?(?:\s(?:has|had|have|also|later|then|once|now|still|[a-z]{{2,20}}ly)){{0,3}}\s{{1,2}}\Z"
)
_AFTER = re.compile(rf"\s({_NAME})")


def speaker(text: str, cue: Span, paragraph: Span) -> Span | None:
    """Who speaks, from the verb of speech at `cue`: the name, pronoun or noun phrase before it, else after it."""
    begin = max(paragraph.start, cue.start - _REACH)
    clause = max(text.rfind(mark, begin, cue.start) for mark in '"“”.?!')
    begin = max(begin, clause + 1) if text[clause : clause + 1] in '"“”?!' else begin
    before = _BEFORE.search(text[begin : cue.start])
    if before:
        return Span(begin + before.start(1), begin + before.end(1))
    after = _AFTER.match(text, cue.end, min(paragraph.end, cue.end + _REACH))
    return Span(*after.span(1)) if after else None
