"""NAM005: a place under its former name in a text that also uses the present one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.checks.names.mentions import mentions
from textlint.checks.names.tables import former_names, present_names
from textlint.diagnostic import Edit, Fix, Related
from textlint.facts.words import word_types
from textlint.rule import Finding
from textlint.text import Document, Span

_PART_OF = re.compile(r"[ \xa0-]\w{0,20}[A-Z]")
_GIVEN_AS_FORMER = re.compile(
    r"(?:\b(?:[Ff]ormerly|former|previously|once|then|old|colonial|called|named|as|or|chicken)|[(\[/])[ \"“‘']{0,2}$"
    r"|[A-Z]\w{0,30}[ -]$",
)
_WINDOW = 40


def renamed_place(doc: Document) -> Iterator[Finding]:
    """Every place of the former name where the name stands by itself, as a town or country does."""
    types = word_types(doc)
    if types.isdisjoint(former_names()):
        return
    former = {name: now for name, now in present_names().items() if name in types and now in types}
    if not former:
        return
    places = list(mentions(doc, {*former, *former.values()}))
    first = {place.name: place.span for place in reversed(places)}
    for place in places:
        if place.name in former and former[place.name] in first and _stands_by_itself(doc.text, place.span):
            now = former[place.name]
            yield Finding(
                *place.span,
                suggestions=(now,),
                fix=Fix((Edit(place.span, now),), message=f"call it {now}"),
                related=(Related(first[now], f"called {now} here"),),
                now=now,
            )


def _stands_by_itself(text: str, span: Span) -> bool:
    """Whether the name is not part of another one, nor given as the former name."""
    return not (
        _PART_OF.match(text, span.end) or _GIVEN_AS_FORMER.search(text[max(0, span.start - _WINDOW) : span.start])
    )
