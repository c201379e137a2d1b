"""QUO005: the same words in quotation marks, given to two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.diagnostic import Related
from textlint.facts.language import is_english
from textlint.facts.quotations.attribution import Attribution, Means, attributions
from textlint.facts.quotations.speaker import speaker
from textlint.rule import Finding
from textlint.text import Document, Span

_WORD = re.compile(r"\w+")
# Fewer words can be said by two; a verb further away may belong to another quotation.
_FEWEST_WORDS = 5
_FARTHEST = 40
_NO_NAMES = frozenset("He She They It The A An I We One His Her Their".split())


def contradictory_attribution(doc: Document) -> Iterator[Finding]:
    """Later quotations of words that stand in the document before under a name that shares nothing with theirs."""
    said: dict[tuple[str, ...], tuple[str, Span]] = {}
    for found in attributions(doc):
        quote = found.quotation
        name = _name(doc.text, found)
        words = tuple(_WORD.findall(doc.text[quote.inner.start : quote.inner.end].lower())) if name else ()
        if len(words) < _FEWEST_WORDS:
            continue
        other, first = said.setdefault(words, (name, Span(quote.start, quote.end)))
        if not set(name.split()) & set(other.split()) and is_english(doc):
            related = (Related(first, f"here it is {other}"),)
            yield Finding(quote.start, quote.end, related=related, speaker=name, other=other)


def _name(text: str, found: Attribution) -> str:
    """The name right beside a quotation, "" if there is none or only a pronoun or a noun."""
    quote, cue = found.quotation, found.cue
    if (
        found.means is not Means.TAG
        or cue is None
        or min(abs(cue.start - quote.end), abs(quote.start - cue.end)) > _FARTHEST
    ):
        return ""
    named = speaker(text, cue, quote.paragraph)
    name = text[slice(*named)] if named else ""
    return name if name[:1].isupper() and name.split()[0] not in _NO_NAMES else ""
