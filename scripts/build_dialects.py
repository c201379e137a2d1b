"""Build rules/spelling/data/dialects.csv: words whose spelling tells one English from another.

Usage: build_dialects.py SOURCES    (sources from fetch_lexicon_sources.sh)

A row is a word, the dialects that prefer it (A American, B British, C Canadian, D Australian), and what the other
dialects write, as `dialect:word`. Spellings that part meanings or word classes in one dialect (licence, practise) and
words that are right in all are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import lexicon_sources as sources_of

from textlint.checks.spelling.lexicon import LOWER, lexicon
from textlint.packs import data_path

_LETTERS = {"American": "A", "BritishIse": "B", "BritishIze": "B", "Canadian": "C", "Australian": "D"}
_LEAST_ZIPF = 1.5
_HEADER = (
    "# Varcon (Kevin Atkinson) by way of the varcon crate; see LICENSES.md. Written by scripts/build_dialects.py.\n"
    "word,dialects,elsewhere\n"
)


def rows(sources: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of the table in the order of the words."""
    preferred: dict[str, set[str]] = defaultdict(set)
    elsewhere: dict[str, dict[str, str]] = defaultdict(dict)
    for cluster in sources_of.varcon_clusters(sources):
        lettered = [(word, {_LETTERS[d] for d in dialects if d in _LETTERS}) for word, dialects in cluster]
        by_dialect = {letter: word for word, letters in reversed(lettered) for letter in letters}
        for word, letters in lettered:
            preferred[word] |= letters
            elsewhere[word] |= {letter: other for letter, other in by_dialect.items() if other != word}
    for word in sorted(preferred):
        others = {letter: other for letter, other in elsewhere[word].items() if letter not in preferred[word]}
        if preferred[word] and others and _usual(word):
            yield word, "".join(sorted(preferred[word])), " ".join(f"{k}:{v}" for k, v in sorted(others.items()))


def _usual(word: str) -> bool:
    entry = lexicon().entry(word)
    return word.isalpha() and len(word) > 3 and bool(entry.flags & LOWER) and entry.zipf >= _LEAST_ZIPF


def main() -> None:
    """Build from the sources directory named on the command line."""
    table = "".join(f"{word},{letters},{others}\n" for word, letters, others in rows(Path(sys.argv[1])))
    data_path("spelling", "dialects.csv").write_text(_HEADER + table, "utf-8")


if __name__ == "__main__":
    main()
