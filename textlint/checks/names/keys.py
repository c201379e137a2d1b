"""Keys under which spellings of one name meet, so that only names that share one are compared.

A key is the name's consonants, letters that romanisations confuse merged; vowels count only as a mark that the name
begins with one. A letter that has two readings (`g` of Igor and Faraj, `h` that is written or not) gives two keys.
In the manner of Soundex (Russell 1918) and Daitch-Mokotoff, with coarser classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from operator import itemgetter

from textlint.checks.names.folding import fold

# Every branch begins with a letter, so that the search skips from one such letter to the next.
_GROUPS = re.compile(
    r"t(?:sch|ch|s[hj]?|[zh])|s(?:h?ch|h|z)|c(?:[hkz]|(?=[eiy]))|zh|d(?:j|zh?|g(?=[eiy]))|kh|gh|ph|n(?<=.n)t"
)
_READING = {"th": "T", "ph": "F", "kh": "K", "ck": "K", "gh": "K", "nt": "T", "ch": "C"}
_CLASSES = str.maketrans("szkqxcbpfvdtmnlrghwjaeiouy", "SSKKKKPPFFTTMNLRGHWJ......")
_READINGS = {"G": "KS", "H": ".K", "W": ".F", "J": ".S", "C": "SK"}
_AMBIGUOUS = frozenset(_READINGS)
_DOUBLED = re.compile(r"(.)\1+")
_LETTER = itemgetter(1)
_UNSURE = str.maketrans("", "", "SKFGHWJC.")
_MOST = 8


@lru_cache(maxsize=1 << 16)
def romanisation_keys(name: str) -> tuple[str, ...]:
    """The keys of a name, at most eight; none where it has no letter a to z."""
    classes = _classes(fold(name))
    if not classes:
        return ()
    letters = "".join(sorted(_AMBIGUOUS.intersection(classes)))
    return tuple({_reduced(classes.translate(reading)) for reading in _readings(letters)})


@cache
def _readings(letters: str) -> tuple[dict[int, str], ...]:
    """The ways to read some ambiguous letters, as tables for `str.translate`."""
    readings = islice(product(*(_READINGS[letter] for letter in letters)), _MOST)
    return tuple(str.maketrans(dict(zip(letters, chosen, strict=True))) for chosen in readings)


def _reduced(classes: str) -> str:
    mark = "A" if classes[0] == "." else ""
    return mark + _DOUBLED.sub(_LETTER, classes.replace(".", ""))


def coarse_keys(names: Iterable[str]) -> list[str]:
    """For each name the consonants that all its keys have: names that share a key share this too.

    One pass over all names together, so that it is cheap enough for every capitalised word.
    """
    sure = _classes("\n".join(map(fold, names))).translate(_UNSURE)
    return _DOUBLED.sub(_LETTER, sure).split("\n")


def _classes(folded: str) -> str:
    """The letters of one folded name, or of one a line, as their classes."""
    return _GROUPS.sub(lambda match: _READING.get(match[0], "S"), folded.replace("-", "")).translate(_CLASSES)
