"""Build the spelling lexicon: `words.marisa`, `words.bin`, `misspellings.marisa` and `common.txt`.

Usage: build_lexicon.py SOURCES [OUTPUT]    (sources from fetch_lexicon_sources.sh; needs marisa-trie)

`words.marisa` maps a lower-case word to an id; `words.bin` holds two bytes per id: flags (see
textlint/checks/spelling/lexicon.py) and the zipf frequency times 25. The output depends on the sources alone.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import lexicon_sources as sources_of
import marisa_trie

from textlint.checks.spelling.lexicon import CAPITAL, COMMON, DICTIONARY, LOWER, ZIPF_STEPS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT = 4
_SURE_NAMES = 0.2


class Lexicon:
    """Flags and frequency of each word while it is being built."""

    def __init__(self, sources: Path) -> None:
        self.flags: dict[str, int] = defaultdict(int)
        spacy, self.capital_zipf = sources_of.spacy_zipf(sources)
        google = sources_of.google_zipf(sources)
        self.zipf = {word: _mean_zipf(spacy.get(word), google.get(word)) for word in spacy.keys() | google.keys()}
        self.spacy = spacy

    def add(self, entries: Iterable[str], flags: int, *, capitals_only: bool = False) -> None:
        """Give the words of the entries the flags; an entry with a capital is accepted with a capital alone."""
        for entry in entries:
            for word in sources_of.parts(unicodedata.normalize("NFC", entry)):
                for form in {word, _plain(word)}:
                    if capitals_only or form != form.lower():
                        self.flags[form.lower()] |= (flags & ~(LOWER | COMMON)) | CAPITAL
                    else:
                        self.flags[form] |= flags

    def near(self, least: float) -> dict[str, float]:
        """For each known string one edit away from a dictionary word of that zipf or more: the greatest such zipf."""
        near: dict[str, float] = {}
        frequent = [w for w, z in self.zipf.items() if z >= least and self.flags.get(w, 0) & COMMON and w.isascii()]
        for word in frequent:
            zipf = self.zipf[word]
            for edit in _edits(word):
                if (edit in self.zipf or edit in self.flags) and near.get(edit, 0) < zipf:
                    near[edit] = zipf
        return near


def build(sources: Path) -> Lexicon:
    """Join the sources, then take back what the web counts but nobody would defend as a word."""
    lexicon = Lexicon(sources)
    misspelt = sources_of.misspellings(sources)
    _add_dictionaries(lexicon, sources)
    _drop(lexicon, (w for w in misspelt if not lexicon.flags.get(w, 0) & COMMON), LOWER)
    _drop(lexicon, [w for w, f in lexicon.flags.items() if _rare_short(lexicon, w, f)], LOWER)
    near = lexicon.near(3.5)
    _add_names(lexicon, sources, near)
    _add_web_words(lexicon, near)
    _drop(lexicon, (w for w in misspelt if not _defended(lexicon, w)), CAPITAL)
    return lexicon


def _add_dictionaries(lexicon: Lexicon, sources: Path) -> None:
    accept = LOWER | DICTIONARY
    lexicon.add(sources_of.scowl(sources, 0, 60), accept | COMMON)
    lexicon.add(sources_of.scowl(sources, 60, 80), accept)
    lexicon.add(sources_of.scowl(sources, 80, 95), DICTIONARY)
    lexicon.add(sources_of.cspell(sources, "us"), accept)
    lexicon.add(sources_of.cspell(sources, "gb"), accept)
    lexicon.add(sources_of.cspell(sources, "scientific"), DICTIONARY)
    lexicon.add(sources_of.cspell_lists(sources, "software-terms"), accept)
    lexicon.add(sources_of.cspell_lists(sources, "companies"), accept)
    lexicon.add(sources_of.wordnet(sources), accept)
    lexicon.add((word for word, _ in sources_of.varcon(sources)), accept)
    lexicon.add(sources_of.symspell_words(sources), accept)


def _add_names(lexicon: Lexicon, sources: Path, near: dict[str, float]) -> None:
    """Names count with a capital only, and not where they look like a slip in a very frequent word."""
    for names in (sources_of.people(sources), sources_of.places(sources)):
        lexicon.add((n for n in names if near.get(n.lower(), 0) < 5), DICTIONARY, capitals_only=True)
    for word, zipf in lexicon.capital_zipf.items():
        mostly_capital = zipf > lexicon.spacy[word] - _SURE_NAMES
        if mostly_capital and len(word) > 2 and zipf >= 1.0 and near.get(word, 0) < zipf + 2:
            lexicon.flags[word] |= CAPITAL


def _add_web_words(lexicon: Lexicon, near: dict[str, float]) -> None:
    """Words of the web that both counts hold, unless a much more frequent word is one edit away."""
    for word, zipf in lexicon.zipf.items():
        usual = word in lexicon.spacy and zipf >= (2.0 if len(word) > _SHORT else 3.5)
        mostly_capital = lexicon.capital_zipf.get(word, -9.0) > lexicon.spacy.get(word, 0.0) - _SURE_NAMES
        if usual and not mostly_capital and near.get(word, 0) < zipf + 2:
            lexicon.flags[word] |= LOWER


def _drop(lexicon: Lexicon, words: Iterable[str], flag: int) -> None:
    for word in words:
        if word in lexicon.flags:
            lexicon.flags[word] &= ~flag


def _rare_short(lexicon: Lexicon, word: str, flags: int) -> bool:
    return len(word) <= _SHORT and not flags & COMMON and lexicon.zipf.get(word, 0) < 3.2 and "'" not in word


def _defended(lexicon: Lexicon, word: str) -> bool:
    flags = lexicon.flags.get(word, 0)
    return bool(flags & COMMON) or (bool(flags & DICTIONARY) and lexicon.capital_zipf.get(word, 0) >= 2.5)


def _mean_zipf(one: float | None, other: float | None) -> float:
    """The mean of two counts; half a step less where only one source knows the word."""
    if one is None or other is None:
        return max((one if one is not None else other or 0.0) - 0.5, 0.0)
    return max((one + other) / 2, 0.0)


def _plain(word: str) -> str:
    """The word without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def write(lexicon: Lexicon, misspelt: dict[str, list[str]], output: Path) -> None:
    """Write the data files; the same lexicon gives the same bytes."""
    words = sorted({w for w, f in lexicon.flags.items() if f} | {w for w, z in lexicon.zipf.items() if z > 0})
    trie = marisa_trie.Trie(words)
    packed = bytearray(2 * len(words))
    for word in words:
        at = 2 * trie[word]
        packed[at] = lexicon.flags.get(word, 0)
        packed[at + 1] = min(int(lexicon.zipf.get(word, 0.0) * ZIPF_STEPS), 255)
    trie.save(str(output / "words.marisa"))
    (output / "words.bin").write_bytes(bytes(packed))
    rows = sorted((wrong, " ".join(right)) for wrong, right in misspelt.items())
    kept = [(w, right.encode()) for w, right in rows if right and not lexicon.flags.get(w, 0) & LOWER]
    marisa_trie.BytesTrie(kept).save(str(output / "misspellings.marisa"))
    common = [w for w, f in lexicon.flags.items() if f & LOWER and lexicon.zipf.get(w, 0) >= 2.8 and w.isalpha()]
    (output / "common.txt").write_text("\n".join(sorted(common, key=lambda w: (len(w), w))) + "\n", "utf-8")


def main() -> None:
    """Build from the sources directory named on the command line."""
    sources = Path(sys.argv[1])
    output = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parents[1] / "rules/spelling/data"
    write(build(sources), sources_of.misspellings(sources), output)


if __name__ == "__main__":
    main()
