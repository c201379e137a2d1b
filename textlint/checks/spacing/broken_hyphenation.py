"""SPC003: a word that a line break once cut in two, and its hyphen is still there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.checks.spelling.lexicon import COMMON, lexicon
from textlint.diagnostic import Edit, Fix
from textlint.facts.protected import protected
from textlint.facts.words import word_types
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_GAP = re.compile(r"(-[ \t]{0,2}(?:\r?\n[ \t]{0,8}| ))([a-z]{2,30})(?![\w'’-])")
_FIRST_HALF = re.compile(r"(?<![\w'’-])[^\W\d_]{2,30}\Z")
# "pre- and post-war": the hyphen stands for the second half of a compound.
_SUSPENDING = frozenset("and or to nor but versus vs as than through und oder".split())


@cache
def _gate() -> Prefilter:
    return Prefilter([r"[a-z]{2}-[ \t]{0,2}(?:\r?\n[ \t]{0,8}| )[a-z]{2}"])


def broken_hyphenation(doc: Document) -> Iterator[Finding]:
    """Halves that make a word when joined, where they are none by themselves."""
    if not _gate().occurring(doc.utf8):
        return
    for gap in _GAP.finditer(doc.text):
        half = _FIRST_HALF.search(doc.text, max(0, gap.start() - 31), gap.start())
        if half and _cut_in_two(doc, half[0], *gap.groups()) and not protected(doc).covers(half.start(), gap.end()):
            yield _finding(half, gap)


def _cut_in_two(doc: Document, first: str, gap: str, second: str) -> bool:
    joined = first + second
    if second in _SUSPENDING or not (_is_common(joined) or joined in word_types(doc)):
        return False
    if "\n" in gap:
        return f"{first}-{second}" not in doc.text
    return not (_is_common(first) and _is_common(second))


def _is_common(word: str) -> bool:
    return bool(lexicon().flags(word.lower()) & COMMON)


def _finding(half: re.Match[str], gap: re.Match[str]) -> Finding:
    word = half[0] + gap[2]
    return Finding(
        half.start(),
        gap.end(),
        suggestions=(word,),
        fix=Fix((Edit(Span(*gap.span(1)), ""),), safe=True, message="Join the halves"),
        word=word,
    )
