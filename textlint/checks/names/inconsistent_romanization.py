"""NAM001: one name of a document spelt in several ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from textlint.checks.names.context import Usage, is_one_name, side_by_side, usage
from textlint.checks.names.folding import fold
from textlint.checks.names.mentions import Mention, mentions
from textlint.checks.names.pairs import Pair, pairs
from textlint.checks.names.tables import wanted_forms
from textlint.checks.spelling.lexicon import lexicon
from textlint.diagnostic import Edit, Fix, Related
from textlint.facts.language import english_at
from textlint.facts.words import word_types
from textlint.rule import Finding
from textlint.text import Document, fact

_ROMANISATION = 0.85


class Variant(NamedTuple):
    """A spelling that differs from the one that its document uses for the name."""

    usage: Usage
    chosen: Usage
    pair: Pair


def inconsistent_romanization(doc: Document) -> Iterator[Finding]:
    """Every place of a minority spelling."""
    for variant in variants(doc):
        if all(english_at(doc, usage.places[0].span.start) for usage in (variant.usage, variant.chosen)):
            for place in variant.usage.places:
                yield _finding(variant, place)


@fact
def variants(doc: Document) -> list[Variant]:
    """The minority spellings of the document's names, each with the spelling to use and why the two are one."""
    found = pairs(word_types(doc))
    if not found:
        return []
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions(doc, {name for pair in found for name in (pair.a, pair.b)}):
        places[mention.name].append(mention)
    used = {name: usage(at) for name, at in places.items()}
    one = [
        pair
        for pair in found
        if pair.a in used
        and pair.b in used
        and is_one_name(pair, used[pair.a], used[pair.b])
        and not side_by_side(doc.text, used[pair.a], used[pair.b])
    ]
    return list(_minorities(one, used, wanted_forms(doc.project)))


def _minorities(one: list[Pair], used: dict[str, Usage], preferred: tuple[str, ...]) -> Iterator[Variant]:
    wanted = {part for name in preferred for part in name.split()}
    slips = {pair.slip for pair in one}

    def rank(name: str) -> tuple[bool | float, ...]:
        use = used[name]
        known = lexicon().zipf(name.lower())
        return name not in wanted, -len(use.places), name in slips, use.alone, -known, use.places[0].span.start

    names = sorted({name for pair in one for name in (pair.a, pair.b)}, key=rank)
    for name in names:
        better = [(other, pair) for pair in one for other in _other(pair, name) if rank(other) < rank(name)]
        if better:
            chosen, pair = min(better, key=lambda found: rank(found[0]))
            yield Variant(used[name], used[chosen], pair)


def _other(pair: Pair, name: str) -> tuple[str, ...]:
    if name == pair.a:
        return (pair.b,)
    return (pair.a,) if name == pair.b else ()


def _finding(variant: Variant, place: Mention) -> Finding:
    chosen, spelt = variant.chosen, variant.usage
    return Finding(
        *place.span,
        variant=_kind(variant.pair, spelt.name),
        suggestions=(chosen.name,),
        fix=Fix((Edit(place.span, chosen.name),), message=f"spell it {chosen.name}"),
        related=(
            Related(chosen.places[0].span, f"first spelt {chosen.name} here"),
            Related(spelt.places[0].span, f"first spelt {spelt.name} here"),
        ),
        chosen=chosen.name,
        times=_times(len(chosen.places)),
        own=_times(len(spelt.places)),
    )


def _kind(pair: Pair, name: str) -> str | None:
    if fold(pair.a) == fold(pair.b):
        return "marks"
    return "slip" if pair.slip == name and pair.similarity < _ROMANISATION else None


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"
