"""NAM002: a name spelt otherwise than the project wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from textlint.checks.names.keys import romanisation_keys
from textlint.checks.names.mentions import mentions
from textlint.checks.names.pairs import is_known, judge
from textlint.checks.names.tables import aliases, wanted_forms
from textlint.diagnostic import Edit, Fix
from textlint.facts.words import word_types
from textlint.rule import Finding
from textlint.text import Document, Project

_ALIKE = 0.55


def preferred_romanization(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every place of another form of a name that the project, its style or the rule's `prefer` option wants."""
    wanted = wanted_forms(doc.project)
    if options["prefer"] or options["style"]:
        wanted += wanted_forms(Project(prefer_names=tuple(options["prefer"]), name_style=options["style"] or None))
    if not wanted:
        return
    others = _other_forms(word_types(doc), wanted)
    for place in mentions(doc, others) if others else ():
        right = others[place.name]
        fix = Fix((Edit(place.span, right),), message=f"spell it {right}")
        yield Finding(*place.span, suggestions=(right,), fix=fix, right=right)


def _other_forms(types: Iterable[str], wanted: tuple[str, ...]) -> dict[str, str]:
    """The words of a document that are another form of a wanted name, with that name."""
    forms = {}
    for word in filter(str.istitle, (word.removesuffix("'s") for word in types)):
        right = _preferred(word, wanted)
        if right:
            forms[word] = right
    return forms


@lru_cache(maxsize=1 << 14)
def _preferred(word: str, wanted: tuple[str, ...]) -> str | None:
    if word in wanted:
        return None
    known = aliases().get(word.lower(), ())
    for name in wanted:
        if name in known or _recognised(word, name):
            return name
    return None


def _recognised(word: str, name: str) -> bool:
    """Whether a word that is no usual name of its own is a spelling of the name."""
    own, wanted = romanisation_keys((word, name))
    if is_known(word) or set(own).isdisjoint(wanted):
        return False
    pair = judge(word, name)
    return pair is not None and pair.similarity >= _ALIKE and word[0] == name[0]
