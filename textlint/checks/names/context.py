"""Whether two similar spellings are one name: what the places where they stand say.

A person is introduced by the full name and then called by one of its parts. So a spelling that is never introduced,
beside a similar one that is, is likely the same person; two that are introduced with different names are two people;
two that stand beside the same other name are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from textlint.checks.names.mentions import Mention, is_name_part
from textlint.checks.names.pairs import FAR_LIKELY, KNOWN_LIKELY, LIKELY, Pair
from textlint.checks.names.scorer import same_name
from textlint.checks.spelling.lexicon import lexicon


class Relation(Enum):
    """How the places of two spellings relate."""

    BESIDE = "beside the same other name"
    SURNAME = "one is introduced as a surname, the other stands alone"
    GIVEN = "one is introduced as a first name, the other stands alone"
    ALONE = "both stand alone"
    CONFLICT = "each has another name beside it"


class Threshold(NamedTuple):
    """The least similarity at which a pair is one name.

    `near`: a letter or two apart; `far`: more; `person`: near, and a title or a verb of speech beside the spelling that
    stands alone; `known`: both are usual names.
    """

    near: float
    far: float
    person: float
    known: float


_NEVER = 2.0
_THRESHOLDS = {
    Relation.BESIDE: Threshold(near=LIKELY, far=FAR_LIKELY, person=LIKELY, known=KNOWN_LIKELY),
    Relation.SURNAME: Threshold(near=0.35, far=0.85, person=0.2, known=0.92),
    Relation.GIVEN: Threshold(near=0.6, far=0.95, person=0.4, known=0.82),
    Relation.ALONE: Threshold(near=0.7, far=0.95, person=0.5, known=_NEVER),
}
_FAMOUS_ZIPF = 3.5
_SHORT = 5
_COMPANY = 12
_LIKE_A_WORD = 0.9
_SIDE_BY_SIDE = 24
_ASIDE = re.compile(r"[(\[\"“‘″/=]|\bor\b")
_LONGER = 0.8
_ALL_BUT_EQUAL = 0.96


class Usage(NamedTuple):
    """How a spelling is used: its places, and the names that stand right before and after it."""

    name: str
    places: Sequence[Mention]
    before: frozenset[str]
    after: frozenset[str]

    @property
    def alone(self) -> bool:
        """Whether it never stands beside another name."""
        return not self.before and not self.after

    @property
    def is_person(self) -> bool:
        """Whether a title or a verb of speech says that it is a person."""
        return any(place.titled or place.speaks for place in self.places)

    @property
    def company(self) -> frozenset[str]:
        """All names that stand in a run with it."""
        return frozenset(name for place in self.places for name in place.before + place.after) - {self.name}


def usage(places: Sequence[Mention]) -> Usage:
    """How one spelling is used, from all its places."""
    before = frozenset(place.before[0] for place in places if place.before)
    after = frozenset(place.after[0] for place in places if place.after)
    return Usage(places[0].name, places, before, after)


def relate(a: Usage, b: Usage) -> Relation:
    """How the places of two spellings relate."""
    if a.name in b.company or b.name in a.company:
        return Relation.CONFLICT
    if any(map(is_name_part, a.company & b.company)) or _alike(a.before, b.before) or _alike(a.after, b.after):
        return Relation.BESIDE
    if a.alone and b.alone:
        return Relation.ALONE
    if not a.alone and not b.alone:
        return Relation.CONFLICT
    introduced = b if a.alone else a
    return Relation.SURNAME if introduced.before else Relation.GIVEN


def side_by_side(text: str, a: Usage, b: Usage) -> bool:
    """Whether the text sets one spelling right beside the other: `Coda (Coada)`. Its writer knows of both."""
    places = sorted((*a.places, *b.places), key=lambda place: place.span)
    return any(
        x.name != y.name
        and not y.titled
        and y.span.start - x.span.end <= _SIDE_BY_SIDE
        and _ASIDE.search(text, x.span.end, y.span.start)
        for x, y in pairwise(places)
    )


def _alike(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two spellings stand beside two spellings of another name; of very many only the first count."""
    firsts, seconds = sorted(x)[:_COMPANY], sorted(y)[:_COMPANY]
    return any(len(p) > 4 and p[0] == q[0] and same_name(p, q) > 0.5 for p in firsts for q in seconds)


def is_one_name(pair: Pair, a: Usage, b: Usage) -> bool:
    """Whether the pair is one name that the document spells in two ways."""
    relation = relate(a, b)
    if relation is Relation.CONFLICT:
        return False
    return pair.slip is not None or pair.similarity >= _needed(pair, relation, a, b)


def _needed(pair: Pair, relation: Relation, a: Usage, b: Usage) -> float:
    """The similarity that the pair needs where it stands."""
    if pair.both_known:
        return _needed_by_known(pair, relation, a, b)
    threshold = _THRESHOLDS[relation]
    orphan = a if a.alone else b
    person = orphan.alone and orphan.is_person
    beside = relation is Relation.BESIDE
    if pair.edits > (2 if person or beside or relation is Relation.SURNAME else 1):
        within_a_third = 3 * pair.edits <= max(len(pair.a), len(pair.b))
        return threshold.far if person or beside or within_a_third else _NEVER
    if person:
        return threshold.person
    return threshold.near if beside else max(threshold.near, _caution(pair, relation, orphan))


def _needed_by_known(pair: Pair, relation: Relation, a: Usage, b: Usage) -> float:
    """The same for two usual names, which are two people's more often than not."""
    known = _THRESHOLDS[relation].known
    if relation is Relation.BESIDE:
        return known if a.before & b.before or a.after & b.after else _NEVER
    if relation is Relation.SURNAME:
        return known if pair.edits < 2 else _ALL_BUT_EQUAL
    often = max(len(a.places), len(b.places)) > 2
    return known if often and pair.edits < 2 else _NEVER


def _caution(pair: Pair, relation: Relation, orphan: Usage) -> float:
    """The similarity that a spelling needs which may be a word or name of its own."""
    short, long = sorted((pair.a, pair.b), key=len)
    alone = relation is Relation.ALONE and short[0] != long[0]
    if pair.edits and relation is not Relation.SURNAME and all(lexicon().flags(name.lower()) for name in (short, long)):
        return _ALL_BUT_EQUAL
    if len(short) < _SHORT or alone or lexicon().zipf(orphan.name.lower()) >= _FAMOUS_ZIPF:
        return _LIKE_A_WORD
    return _LONGER if long.startswith(short) else 0.0
