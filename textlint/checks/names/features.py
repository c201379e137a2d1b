"""What a scorer looks at when it asks whether two spellings are one name.

The features are named, so that the weights in `similarity.csv` can be read. A letter change counts by itself, at the
edge of the name, beside its neighbour letter, and within names of one `shape`: the vowels of an Arabic name differ
between romanisations, those of a Japanese name do not.
"""

from __future__ import annotations

import re
from collections import Counter

from textlint.checks.names.alignment import Alignment, Operation, Partners, align
from textlint.checks.names.folding import fold, without_articles

_VOWELS = frozenset("aeiouy")
_JAPANESE = re.compile(
    r"(?:(?:ky|gy|sh|j|ch|ny|hy|by|py|my|ry|ts|[kgsztdnhbpmrwfy])?[aiueo](?:h(?![aiueo]))?"
    r"|n(?![aiueoy])|(?:kk|ss|tt|pp|ssh|tch)[aiueo])+$"
)
_SLAVIC = re.compile(
    r"(?:[aoe](?:v|w|ff?)|[oe][vw]a|in|ina|yn|s?[kc][iy]+j?|[sz]?kiy|sk[oai]+ya|[tz]sky|ska(?:ja|ya)?|enko|chuk|czuk"
    r"|[jiy]uk|vi[ct]h?|vit?[sz]?ch|vych|wicz|witsch|ich|yc|[oei]vna|dze|shvili|[iy]an)$"
)
_KOREAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|[kgndtrlmbpsjzh])?[wy]?(?:yeo|yae|ye|eo|eu|ae|oe|oo|ou|ee|ui|wo|we|[aeiou]{1,3})"
    r"(?:ng|[kgntdlrmbp])?$"
)
_CHINESE_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|tz|hs|kw|[bpmfdtnlgkhjqxzcsryw])?[iuyw]?(?:ai|ei|ao|au|ou|ia|ie|ih|ue|ui|uo|[aeoui])(?:ng|n|r|h)?$"
)
_ARABIC_LETTERS = re.compile(r"kh|gh|dh|q|aa|ee|oo|ou|ll?ah|sh|h\b|zz|bb|dd|mm|ss|i\b|y\b|\ba|dj|j|w|ah")
_DIGRAPHS = re.compile(r"t?sch|sh|t?ch|tsj|kh|gh|zh|dj|ph|th|ck|t[sz]|(.)\1")
_ONE_SOUND = {
    "sch": "x", "tsch": "x", "sh": "x", "tch": "c", "ch": "c", "tsj": "c", "ts": "c", "tz": "c", "kh": "h", "gh": "g",
    "zh": "j", "dj": "j", "ph": "f", "th": "t", "ck": "k",
}  # fmt: skip
_MERGED = str.maketrans("qwz", "kvs", "aeiouhy")


def features(a: str, b: str, costs: Partners) -> dict[str, float]:
    """The features of a pair of names, of both orders alike; empty where nothing can be compared."""
    first, second = sorted((fold(a), fold(b)))
    left, right, article = without_articles(first, second)
    hyphens = ("-" in left) != ("-" in right)
    left, right = left.replace("-", ""), right.replace("-", "")
    if not left or not right:
        return {}
    alignment = align(left, right, costs)
    shape = _shape(first, second)
    names = [name for change in alignment.operations for name in _of_change(change, left, right, shape)]
    names += _of_counts(alignment, shape)
    names += _flags(left, right, shape, article, hyphens)
    return {**Counter(names), **_of_cost(alignment, left, right, shape)}


def _shape(a: str, b: str) -> str:
    """What language two names look as if they came from, by their syllables and endings."""
    if "-" in a + b:
        syllables = (a if "-" in a else b).split("-")
        korean = len(syllables) == 2 and all(map(_KOREAN_SYLLABLE.match, syllables))
        return "korean" if korean else "arabic"
    if len(a) > 4 and _SLAVIC.search(a) and _SLAVIC.search(b):
        return "slavic"
    if len(a) > 3 and _JAPANESE.match(a) and _JAPANESE.match(b):
        return "japanese"
    if _CHINESE_SYLLABLE.match(a) and _CHINESE_SYLLABLE.match(b):
        return "chinese"
    return "arabic" if _ARABIC_LETTERS.search(f"{a} {b}") else "other"


def _of_change(change: Operation, left: str, right: str, shape: str) -> list[str]:
    x, y = sorted((change.left, change.right))
    name = f"{x}:{y}"
    names = [name, f"{shape} {name}"]
    edge = _edge(change, left, right)
    if edge:
        names += [f"{edge} {name}", f"{shape} {edge} {name}"]
    if not x and len(y) == 1:
        word, at = (left, change.at_left) if change.left else (right, change.at_right)
        names += _of_extra_letter(word, at)
    elif len(x) == len(y) == 1:
        before = left[change.at_left - 1 : change.at_left] or "^"
        after = left[change.at_left + 1 : change.at_left + 2] or "$"
        names += [f"after {before} {name}", f"before {after} {name}"]
    return names


def _edge(change: Operation, left: str, right: str) -> str:
    if change.at_left == change.at_right == 0:
        return "first"
    ends = change.at_left + len(change.left) == len(left) and change.at_right + len(change.right) == len(right)
    return "last" if ends else ""


def _of_extra_letter(word: str, at: int) -> list[str]:
    letter, before, after = word[at], word[at - 1 : at] or "^", word[at + 1 : at + 2] or "$"
    names = [f"extra {before}_{letter}", f"extra {letter}_{after}"]
    if letter in (before, after):
        names += [f"double {letter}", "double vowel" if letter in _VOWELS else "double consonant"]
    return names


def _of_counts(alignment: Alignment, shape: str) -> list[str]:
    changes = alignment.operations
    vowels = sum(_VOWELS.issuperset(change.left + change.right) for change in changes)
    consonants = len(changes) - vowels
    vowel_changes, consonant_changes = f"vowel changes {min(vowels, 3)}", f"consonant changes {min(consonants, 3)}"
    return [
        f"changes {min(len(changes), 5)}",
        vowel_changes,
        consonant_changes,
        f"{shape} {vowel_changes}",
        f"{shape} {consonant_changes}",
    ]


def _flags(left: str, right: str, shape: str, article: str | None, hyphens: bool) -> list[str]:
    names = [f"shape {shape}", f"length {min(len(left), len(right), 9)}"]
    if article:
        names.append(f"article {article}")
    if hyphens:
        names.append("hyphen in one")
    if left == right:
        names.append("equal letters")
    elif min(len(left), len(right)) <= 4:
        names.append("short")
    if _skeleton(left) == _skeleton(right):
        names += ["same consonants", f"{shape} same consonants"]
    return names


def _of_cost(alignment: Alignment, left: str, right: str, shape: str) -> dict[str, float]:
    longer = max(len(left), len(right))
    cost = alignment.cost / 10
    values = {
        "change rate": len(alignment.operations) / longer,
        "cost": cost,
        "cost a letter": alignment.cost / longer,
        f"{shape} cost": cost,
    }
    if alignment.operations and min(len(left), len(right)) <= 4:
        values["short cost"] = cost
    return values


def _skeleton(name: str) -> str:
    """The consonants of a folded name, one letter a sound."""
    return _DIGRAPHS.sub(lambda match: _ONE_SOUND.get(match[0], match[1] or ""), name).translate(_MERGED)
