"""Whether a quotation without a closing mark goes on in the next paragraph, which opens another.

The convention: each paragraph of a long quotation opens with a mark and only the last one closes. A partial quotation,
one that begins inside the writer's sentence, always closes (Associated Press Stylebook, "quotation marks"), and what
ends in the writer's own words ("..., she said.") has lost its closing mark.
"""

from __future__ import annotations

import re

from textlint.facts.quotations.speech import speaking_verbs
from textlint.text import Span

# A clause after a comma, or the sentence after a question or exclamation.
_CLAUSE = re.compile(r"[,?!]\s+((?:[\w.'’-]+\s+){0,5}[\w'’-]+)")
_SUBJECTS = frozenset("he she they it the a an one".split())
# A tag stands in the last sentences; anything shorter than "No, she said" holds none.
_TAIL = 500
_SHORTEST = 12


def goes_on(text: str, inner: Span) -> bool:
    """Whether the stretch `inner` after an opening mark reads as a quotation up to its end."""
    first = text[inner.start : inner.start + 1]
    return not first.islower() and tag_in(text, inner) is None


def tag_in(text: str, inner: Span) -> int | None:
    """Where a speech tag (", she said") starts near the end of `inner`, its comma left out."""
    if inner.end - inner.start < _SHORTEST:
        return None
    for clause in _CLAUSE.finditer(text, max(inner.start, inner.end - _TAIL), inner.end):
        if _is_tag(clause[1].split()):
            return clause.start() + 1
    return None


def _is_tag(words: list[str]) -> bool:
    """Whether a clause begins as a speech tag: subject and verb, or verb and subject."""
    verbs = speaking_verbs()
    for place, word in enumerate(words[:5]):
        if word in verbs and words[place + 1 : place + 2] != ["that"]:
            if not place:
                return True
            return words[0].lower() in _SUBJECTS or words[0][0].isupper()
    return False
