"""NAM004: a word of letters of two scripts that look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import filterfalse

from textlint.checks.names.tables import look_alikes
from textlint.diagnostic import Edit, Fix
from textlint.facts.words import occurrences, word_types
from textlint.rule import Finding
from textlint.text import Document

_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
# The bytes that no letter of `_OTHER_SCRIPT` begins with in UTF-8: deleting them is several times as fast as a search.
_OTHER_BYTES = bytes(byte for byte in range(256) if not 0xCD <= byte <= 0xD4)
_LATIN = re.compile("[A-Za-z]")
_SHORTEST = 3


def mixed_script(doc: Document) -> Iterator[Finding]:
    """Every word of Latin letters with Cyrillic or Greek look-alikes inside, or the other way round."""
    if doc.text.isascii() or not doc.utf8.translate(None, _OTHER_BYTES) or not _OTHER_SCRIPT.search(doc.text):
        return
    mixed = {word: pure for word in filterfalse(str.isascii, word_types(doc)) for pure in [_pure(word)] if pure}
    for word, span in occurrences(doc, mixed):
        right, script = mixed[word]
        fix = Fix((Edit(span, right),), safe=not any(map(str.isupper, word)), message=f'write "{right}" in one script')
        yield Finding(*span, suggestions=(right,), fix=fix, script=script, right=right)


def _pure(word: str) -> tuple[str, str] | None:
    """The word in the script of most of its letters, and the script that is mixed in; None if nothing looks alike."""
    others = _OTHER_SCRIPT.findall(word)
    latin = _LATIN.findall(word)
    if not others or not latin or len(word) < _SHORTEST or not word.replace("'", "").isalpha():
        return None
    table = look_alikes()
    if len(others) <= len(latin) and all(letter in table for letter in others):
        return "".join(table[letter][0] if letter in table else letter for letter in word), table[others[0]][1]
    back = {plain: letter for letter, (plain, script) in table.items() if script == _script(others)}
    if len(latin) < len(others) and all(letter in back for letter in latin):
        return "".join(back.get(letter, letter) for letter in word), "Latin"
    return None


def _script(letters: list[str]) -> str:
    return "Greek" if letters[0] < "\u0400" else "Cyrillic"
