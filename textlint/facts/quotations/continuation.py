"""Whether a quotation without a closing mark goes on in the next paragraph, which opens another.

The convention: each paragraph of a long quotation opens with a mark and only the last one closes. A partial quotation,
one that begins inside the writer's sentence, always closes (Associated Press Stylebook, "quotation marks"), and what
ends in the writer's own words ("..., she said.") has lost its closing mark.
"""

from __future__ import annotations

import re

from textlint.facts.quotations.speech import speaking_verbs
from textlint.text import Span

_CLAUSE = re.compile(r",\s+((?:[\w.'’-]+\s+){0,5}[\w'’-]+)")
_SUBJECTS = frozenset("he she they it the a an".split())
_TAIL = 200
# "No, she said": anything shorter holds no quotation and tag.
_SHORTEST = 12


def goes_on(text: str, inner: Span) -> bool:
    """Whether the stretch `inner` after an opening mark reads as a quotation up to its end."""
    first = text[inner.start : inner.start + 1]
    return not first.islower() and tag_in(text, inner) is None


def tag_in(text: str, inner: Span) -> int | None:
    """Where a speech tag (", she said") starts in the last sentence of `inner`, its comma left out."""
    if inner.end - inner.start < _SHORTEST:
        return None
    tail = text[max(inner.start, inner.end - _TAIL) : inner.end].rstrip()
    begin = max(tail.rfind(mark, 0, len(tail) - 1) for mark in (". ", "? ", "! ", "\n")) + 1
    for clause in _CLAUSE.finditer(tail, begin):
        if _is_tag(clause[1].split()):
            return inner.end - len(text[max(inner.start, inner.end - _TAIL) : inner.end]) + clause.start() + 1
    return None


def _is_tag(words: list[str]) -> bool:
    """Whether a clause begins as a speech tag: subject and verb, or verb and subject."""
    verbs = speaking_verbs()
    for place, word in enumerate(words[:5]):
        if word in verbs and words[place + 1 : place + 2] != ["that"]:
            subject = words[0] if place else words[1] if len(words) > 1 else ""
            return subject.lower() in _SUBJECTS or subject[:1].isupper()
    return False
