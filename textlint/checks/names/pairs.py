"""Which two words of a document may be one name: before any look at where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse, islice
from typing import NamedTuple

from textlint.checks.names.folding import fold, without_common_ends
from textlint.checks.names.meeting import meeting_names
from textlint.checks.names.scorer import same_name
from textlint.checks.spelling.lexicon import COMMON_NAME, lexicon

LIKELY = 0.2
"""The similarity below which no context makes two spellings one name."""
FAR_LIKELY = 0.5
"""The same for two spellings that are more than two letters apart."""
KNOWN_LIKELY = 0.75
"""The same for two usual names, which are never further apart."""
_NEAR = 2
_KNOWN_ZIPF = 2.0
_CROWD = 16
_NEIGHBOURS = 2
_LIST = 20_000
_MOST_PAIRS = 200


class Pair(NamedTuple):
    """Two spellings, how likely they are romanisations of one name, and whether one is a slip for the other.

    `edits` counts the letters added, dropped, changed or swapped between them (optimal string alignment
    distance); `both_known` says that both are usual names.
    """

    a: str
    b: str
    similarity: float
    edits: int
    slip: str | None
    both_known: bool


def pairs(types: set[str]) -> list[Pair]:
    """The pairs of capitalised word types that may be one name.

    Names meet under their romanisation keys. Where very many meet under one, each is held only against its neighbours
    in the alphabet; a text of 20,000 names is a list, and of 200 pairs the rest is left out: the work stays linear.
    """
    if len(types) >= _LIST <= sum(1 for _ in filterfalse(str.islower, types)):
        return []
    met = meeting_names(types)
    if not met:
        return []
    candidates = {pair for names in met for pair in _meetings(sorted(names))}
    plausible = (pair for pair in sorted(candidates) if _is_plausible(*pair))
    judged = (judge(a, b) for a, b in islice(plausible, _MOST_PAIRS))
    return [pair for pair in judged if pair]


def _meetings(names: list[str]) -> Iterator[tuple[str, str]]:
    reach = len(names) if len(names) <= _CROWD else _NEIGHBOURS
    for at, name in enumerate(names):
        for other in names[at + 1 : at + 1 + reach]:
            yield name, other


@lru_cache(maxsize=1 << 14)
def judge(a: str, b: str) -> Pair | None:
    """The pair if there is a context in which it would be one name, None if there is none."""
    if a.lower() == b.lower() or not _is_plausible(a, b):
        return None
    both_known = is_known(a) and is_known(b)
    if both_known and len(set(fold(a)) - set(fold(b))) > _NEAR:
        return None
    edits = _edits(fold(a), fold(b))
    if both_known and edits > _NEAR:
        return None
    similarity = same_name(a, b)
    slip = _slip(a, b, edits)
    if not slip and similarity < (KNOWN_LIKELY if both_known else LIKELY if edits <= _NEAR else FAR_LIKELY):
        return None
    return Pair(a, b, similarity, edits, slip, both_known)


def is_known(name: str) -> bool:
    """Whether a name is so usual that a similar one is more likely another."""
    entry = lexicon().entry(name.lower())
    return bool(entry.flags & COMMON_NAME) or (entry.flags > 0 and entry.zipf >= _KNOWN_ZIPF)


@lru_cache(maxsize=1 << 14)
def _is_plausible(a: str, b: str) -> bool:
    """Whether two names are worth an alignment: letters in common, and not one word with two endings."""
    first, second = fold(a), fold(b)
    if abs(len(first) - len(second)) > 4:
        return False
    letters_a, letters_b = set(first), set(second)
    return len(letters_a & letters_b) >= 0.3 * len(letters_a | letters_b) and not _inflects(first, second)


_ENDINGS = frozenset("s es n an ian ish ese is ns ans ians ic al".split())
_ENDING_PAIRS = tuple(
    tuple(pair.split("/")) for pair in "ia/ie o/an a/ian y/ian o/ian e/ian a/an y/ans a/ans e/an us/i os/i um/a".split()
)
_LONGEST_ENDING = max(len(ending) for endings in _ENDING_PAIRS for ending in endings)


def _inflects(a: str, b: str) -> bool:
    """Whether one word is the other with an ending, or the two differ in an ending: Houthis, Russian, Mexican."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long != short:
        return long[len(short) :] in _ENDINGS
    return b.startswith(a[:-_LONGEST_ENDING]) and any(
        (a.endswith(x) and b == a.removesuffix(x) + y) or (b.endswith(x) and a == b.removesuffix(x) + y)
        for x, y in _ENDING_PAIRS
    )


def _slip(a: str, b: str, edits: int) -> str | None:
    """Which of the two is a slip of the pen for the other: one letter off and in no dictionary or name list."""
    if edits > 1 or min(len(a), len(b)) < 6 or f"{a}e" == b or f"{b}e" == a:
        return None
    known_a, known_b = (bool(lexicon().flags(name.lower())) for name in (a, b))
    if known_a == known_b:
        return None
    return b if known_a else a


def _edits(a: str, b: str) -> int:
    """Optimal string alignment distance."""
    a, b = without_common_ends(a, b)
    if not a or not b:
        return len(a) + len(b)
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a):
        further, before, row = before, row, [i + 1]
        for j, other in enumerate(b):
            cost = min(before[j] + (letter != other), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == b[j - 1] and a[i - 1] == other:
                cost = min(cost, further[j - 1] + 1)
            row.append(cost)
    return row[-1]
