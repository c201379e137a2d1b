"""What the words of a line say: how it is written, whom it speaks to, and what the line model has learnt of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")
STOP_WORDS = frozenset(
    (
        "a an the of to in on at by for from with and or but as is are was were be been has have had it its that this "
        "these those he she they we i you his her their our my your not will would can could should do does did if "
        "then than so up out about into over after before when where who whom which what how there here no all more "
        "most some such only own same just also him them us me may might must"
    ).split()
)
_READER = frozenset("you your you're you'll yours".split())
_HOUSE = frozenset("we our us we're we'll ours".split())
_PERSONS = frozenset("he she they his her their him them i me my says said".split())
_FINITE = frozenset("is are was were has have had will would can could should do does did said says".split())
_IMPERATIVE = frozenset(
    (
        "add apply ask book browse buy call check choose claim click close comment contact continue copy create "
        "discover donate download email enter explore find follow get give go help hide join jump learn like listen "
        "load log make manage meet open order post print read register reply report request save search see select "
        "send share shop show sign skip start stay submit subscribe support tap tell tip try unlock update upgrade "
        "view visit watch"
    ).split()
)
_ENDS = {
    ".": "stop", "!": "bang", "?": "question", ":": "colon", "…": "ellipsis", ",": "comma", ";": "comma",
    ")": "bracket", "]": "bracket", '"': "quote", "”": "quote", "'": "quote", "’": "quote",
}  # fmt: skip
_MOST_TOKENS = 40


def line_words(line: str) -> list[str]:
    """The words of a line as written; digits and signs separate."""
    return _WORD.findall(line)


def tokens(words: list[str], line: str) -> Iterator[str]:
    """What the word weights know of a line: its words, its first (`^read`) and last (`more$`) one, and pairs."""
    lower = [word.lower().replace("’", "'") for word in words[:_MOST_TOKENS]]
    if not lower:
        yield "#" + _DIGITS.sub("0", line)[:12]
        return
    yield from lower
    yield "^" + lower[0]
    yield lower[-1] + "$"
    for first, second in pairwise(lower):
        yield f"{first}_{second}"


def word_features(line: str, words: list[str]) -> dict[str, float]:
    """How a line is written; ratios are of its words (of those that are no function words for capitals)."""
    lower = [word.lower().replace("’", "'") for word in words]
    count = len(words)
    content = [word for word, low in zip(words, lower, strict=True) if low not in STOP_WORDS]
    return {
        "words": float(count),
        "word_length": sum(map(len, words)) / count if count else 0.0,
        "stop_ratio": 1 - len(content) / count if count else 0.0,
        "capital_ratio": sum(word[0].isupper() for word in content) / len(content) if content else 0.0,
        "capital_stop_words": float(sum(word[0].isupper() for word in words[1:] if word.lower() in STOP_WORDS)),
        "all_capitals": float(count > 0 and line.isupper()),
        "digit_ratio": sum(map(str.isdigit, line)) / len(line),
        "to_reader": _count(lower, _READER),
        "from_house": _count(lower, _HOUSE),
        "persons": _count(lower, _PERSONS),
        "finite_verbs": _count(lower, _FINITE),
        "imperative": float(count > 0 and lower[0] in _IMPERATIVE),
        "quoted": float('"' in line or "“" in line),
        "commas": float(min(line.count(","), 6)),
        "question_inside": float("?" in line),
        **edge_features(line),
    }


def edge_features(line: str) -> dict[str, float]:
    """How long a line is, how it begins and how it ends."""
    return {
        "characters": float(len(line)),
        "starts_small": float(line[0].islower()),
        "colon_inside": float(":" in line[:-1]),
        "ends_open": 0.0,
        "ends_" + ("ellipsis" if line.endswith("...") else _ENDS.get(line[-1], "open")): 1.0,
    }


def _count(words: list[str], known: frozenset[str]) -> float:
    return float(sum(map(known.__contains__, words)))
