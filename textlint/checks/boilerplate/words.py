"""What the words of a line say: how it is written, whom it speaks to, and what the line model has learnt of them."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import and_

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
_COUNTED = {
    "to_reader": "you your you're you'll yours",
    "from_house": "we our us we're we'll ours",
    "persons": "he she they his her their him them i me my says said",
    "finite_verbs": "is are was were has have had will would can could should do does did said says",
}
_COUNTED_IN = {
    word: [feature for feature, those in _COUNTED.items() if word in those.split()]
    for word in " ".join(_COUNTED.values()).split()
}
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


def in_lower_case(words: list[str]) -> list[str]:
    """The words in lower case, with straight apostrophes."""
    return " ".join(words).lower().replace("’", "'").split()


def tokens(words: list[str], line: str) -> list[str]:
    """What the word weights know of a line: its words, its first (`^read`) and last (`more$`) one, and pairs.

    The words are in lower case.
    """
    if not words:
        return ["#" + _DIGITS.sub("0", line)[:12]]
    words = words[:_MOST_TOKENS]
    return [*words, "^" + words[0], words[-1] + "$", *map("_".join, pairwise(words))]


def word_features(line: str, words: list[str], lower: list[str]) -> dict[str, float]:
    """How a line is written, whose words these are; ratios are of them (for capitals, of those with a meaning)."""
    count = len(words)
    stop = list(map(STOP_WORDS.__contains__, lower))
    capital = [word[0].isupper() for word in words]
    content, capital_stop = count - sum(stop), sum(map(and_, stop, capital))
    features = {
        "words": count,
        "word_length": sum(map(len, words)) / count if count else 0.0,
        "stop_ratio": 1 - content / count if count else 0.0,
        "capital_ratio": (sum(capital) - capital_stop) / content if content else 0.0,
        "capital_stop_words": capital_stop - (count > 0 and stop[0] and capital[0]),
        "all_capitals": count > 0 and line.isupper(),
        "digit_ratio": sum(map(line.count, filter(str.isdigit, set(line)))) / len(line),
        "imperative": count > 0 and lower[0] in _IMPERATIVE,
        "quoted": '"' in line or "“" in line,
        "commas": min(line.count(","), 6),
        "question_inside": "?" in line,
        "characters": len(line),
        "starts_small": line[0].islower(),
        "colon_inside": ":" in line[:-1],
        "ends_" + ("ellipsis" if line.endswith("...") else _ENDS.get(line[-1], "open")): 1,
    }
    for counted in filter(None, map(_COUNTED_IN.get, lower)):
        for feature in counted:
            features[feature] = features.get(feature, 0) + 1
    return features
