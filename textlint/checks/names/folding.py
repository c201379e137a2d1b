"""Names reduced to plain letters, so that spellings can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "ə": "e", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n"}
)
_DROPPED = {code: None for code in range(128) if chr(code) not in f"{ascii_lowercase}-\n"}
_ARTICLE = re.compile(r"(?:al|el|ul|ad|ar|as|at|az|an|ash)-(?=\w{3})")
_JOINED_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|at|az|an|ash)(?=\w{3})")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The name in plain lower-case letters a to z and hyphens: no marks, no apostrophes."""
    plain = name.lower()
    if plain.isascii() and plain.isalpha():
        return plain
    plain = plain.translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in plain if "a" <= letter <= "z" or letter == "-")


def fold_lines(lines: str) -> str:
    """Names, one a line, all folded."""
    if lines.isascii():
        return lines.lower().translate(_DROPPED)
    return "\n".join(map(fold, lines.split("\n")))


def without_articles(a: str, b: str) -> tuple[str, str, str | None]:
    """Two folded names without the Arabic article, and how the two treat it.

    An article that only one name sets off with a hyphen is looked for at the start of the other (`Almheiri`,
    `al-Mehairi`). The third value is `joined`, `dropped`, `both` or None (no article).
    """
    bare_a, bare_b = _ARTICLE.sub("", a), _ARTICLE.sub("", b)
    has_a, has_b = bare_a != a, bare_b != b
    if has_a == has_b:
        return bare_a, bare_b, "both" if has_a else None
    joined = _JOINED_ARTICLE.match(bare_b if has_a else bare_a)
    if joined is None:
        return bare_a, bare_b, "dropped"
    if has_a:
        return bare_a, bare_b[joined.end() :], "joined"
    return bare_a[joined.end() :], bare_b, "joined"


def without_common_ends(a: str, b: str) -> tuple[str, str]:
    """What differs between two names: all from the first to the last letter that is not the same in both."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    left, right = len(a), len(b)
    while left > start < right and a[left - 1] == b[right - 1]:
        left -= 1
        right -= 1
    return a[start:left], b[start:right]
