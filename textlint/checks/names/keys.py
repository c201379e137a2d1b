"""Keys under which spellings of one name meet, so that only names that share one are compared.

A key is the name's consonants, letters that romanisations confuse merged; vowels count only as a mark that the name
begins with one. A letter that has two readings (`g` of Igor and Faraj, `h` that is written or not) gives two keys.
In the manner of Soundex (Russell 1918) and Daitch-Mokotoff, with coarser classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from textlint.checks.names.folding import fold_lines

# Letters that make one sound, in the order in which they are replaced: no group takes a letter of a later one's.
_GROUPS = tuple(
    tuple(group.split(":"))
    for group in "\nnt:\nNt nt:T tsch:S tch:S tsh:S tsj:S ts:S tz:S th:T shch:S sch:S sh:S sz:S ch:C ck:K cz:S ce:Se "
    "ci:Si cy:Sy dj:S dzh:S dz:S dge:Se dgi:Si dgy:Sy zh:S kh:K gh:K ph:F".split(" ")
)
_CLASSES = str.maketrans("szkqxcbpfvdtmnlrghwjaeiouy", "SSKKKKPPFFTTMNLRGHWJ......")
_SOUNDS = (("C", "SK"), ("G", "KS"), ("H", ".K"), ("J", ".S"), ("W", ".F"))
_AMBIGUOUS = frozenset("CGHJW")
_DOUBLED = tuple(2 * letter for letter in "SKPFTMNLR")
_MOST = 8


def romanisation_keys(names: Iterable[str]) -> list[tuple[str, ...]]:
    """The keys of each name, at most eight; none where it has no letter a to z.

    All names are read together, so that it is cheap enough for every capitalised word.
    """
    classes = _classes("\n".join(names)).split("\n")
    readings = [(own,) if own and _AMBIGUOUS.isdisjoint(own) else _readings(own) for own in classes]
    keys = iter(_reduced("\n".join(chain.from_iterable(readings))).split("\n"))
    return [tuple(islice(keys, len(own))) for own in readings]


def _classes(lines: str) -> str:
    """Names, one a line, as the classes of their letters."""
    text = f"\n{fold_lines(lines)}".replace("-", "")
    for group, reading in _GROUPS:
        text = text.replace(group, reading)
    return text[1:].translate(_CLASSES)


def _readings(classes: str) -> Sequence[str]:
    """The classes of a name by all ways to read its letters."""
    readings = [classes] if classes else []
    for letter, sounds in _SOUNDS:
        if letter in classes:
            readings = [reading.replace(letter, sound) for reading in readings for sound in sounds]
    return readings[:_MOST]


def _reduced(lines: str) -> str:
    """The keys of names, one a line, by the classes of their letters."""
    text = f"\n{lines}".replace("\n.", "\nA").replace(".", "")
    for doubled in _DOUBLED:
        while doubled in text:
            text = text.replace(doubled, doubled[0])
    return text[1:]
