"""Which two words of a document may be one name: before any look at where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import filterfalse, islice
from typing import NamedTuple

from textlint.checks.names.folding import fold
from textlint.checks.names.keys import romanisation_keys
from textlint.checks.names.scorer import LONGEST, same_name
from textlint.checks.spelling.lexicon import COMMON, COMMON_NAME, LOWER, lexicon

SHORTEST = 4
LIKELY = 0.2
"""The similarity below which no context makes two spellings one name."""
KNOWN_LIKELY = 0.75
"""The same for two usual names."""
_KNOWN_ZIPF = 2.0
_CROWD = 16
_NEIGHBOURS = 2
_LIST = 20_000
_MOST_PAIRS = 400
_CAPITALS = 2
_WORD_ZIPF = 3.0
_WORD_AND_NAME_ZIPF = 4.5


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


def pairs(types: Iterable[str]) -> list[Pair]:
    """The pairs of capitalised word types that may be one name.

    Names meet under their romanisation keys. Where very many meet under one, each is held only against its neighbours
    in the alphabet; a text of 20,000 names is a list, and of 400 pairs the rest is left out: the work stays linear.
    """
    capitals = list(islice(filterfalse(str.islower, types), _LIST))
    if len(capitals) == _LIST:
        return []
    first: dict[str, str] = {}
    met: dict[str, set[str]] = defaultdict(set)
    for name, keys in map(_keyed, capitals):
        for key in keys:
            if first.setdefault(key, name) != name:
                met[key] |= {first[key], name}
    candidates = {pair for names in met.values() for pair in _meetings(sorted(names))}
    plausible = ((a, b) for a, b in sorted(candidates) if _plausible(fold(a), fold(b)))
    judged = (judge(a, b) for a, b in islice(plausible, _MOST_PAIRS))
    return [pair for pair in judged if pair]


def _meetings(names: list[str]) -> Iterator[tuple[str, str]]:
    reach = len(names) if len(names) <= _CROWD else _NEIGHBOURS
    for at, name in enumerate(names):
        for other in names[at + 1 : at + 1 + reach]:
            yield name, other


@lru_cache(maxsize=1 << 17)
def _keyed(word: str) -> tuple[str, tuple[str, ...]]:
    """The name that a word type is, without possessive, and its keys; none if it is no name."""
    name = word.removesuffix("'s")
    return name, romanisation_keys(name) if is_name(name) else ()


def is_name(word: str) -> bool:
    """Whether a word type may be a name: capitalised, of some length, and no common word of English."""
    if not (SHORTEST <= len(word) <= LONGEST and word[0].isupper() and sum(map(str.isupper, word)) <= _CAPITALS):
        return False
    return word.replace("'", "", 1).isalpha() and "'" not in word[-4:] and not is_common_word(word)


def is_common_word(word: str) -> bool:
    """Whether a word, whatever its case here, is an everyday English word rather than a name."""
    entry = lexicon().entry(word.lower())
    if not entry.flags & LOWER or not entry.flags & COMMON:
        return False
    return entry.zipf >= (_WORD_AND_NAME_ZIPF if entry.flags & COMMON_NAME else _WORD_ZIPF)


@lru_cache(maxsize=1 << 16)
def judge(a: str, b: str) -> Pair | None:
    """The pair if there is a context in which it would be one name, None if there is none."""
    first, second = fold(a), fold(b)
    if a.lower() == b.lower() or not _plausible(first, second):
        return None
    edits = _edits(first, second)
    both_known = is_known(a) and is_known(b)
    if both_known and edits > 2:
        return None
    similarity = same_name(a, b)
    slip = _slip(a, b, edits)
    if similarity < (KNOWN_LIKELY if both_known else LIKELY) and not slip:
        return None
    return Pair(a, b, similarity, edits, slip, both_known)


def is_known(name: str) -> bool:
    """Whether a name is so usual that a similar one is more likely another."""
    entry = lexicon().entry(name.lower())
    return bool(entry.flags & COMMON_NAME) or (entry.flags > 0 and entry.zipf >= _KNOWN_ZIPF)


def _plausible(a: str, b: str) -> bool:
    """Whether two folded words are worth an alignment: letters in common, and not one word with two endings."""
    letters_a, letters_b = set(a), set(b)
    alike = abs(len(a) - len(b)) <= 4 and len(letters_a & letters_b) >= 0.3 * len(letters_a | letters_b)
    return alike and not _inflects(a, b)


_ENDINGS = frozenset("s es n an ian ish ese is ns ans ians ic al".split())
_ENDING_PAIRS = tuple(
    tuple(pair.split("/")) for pair in "ia/ie o/an a/ian y/ian o/ian e/ian a/an y/ans a/ans e/an us/i os/i um/a".split()
)


def _inflects(a: str, b: str) -> bool:
    """Whether one word is the other with an ending, or the two differ in an ending: Houthis, Russian, Mexican."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long != short:
        return long[len(short) :] in _ENDINGS
    return any(
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
