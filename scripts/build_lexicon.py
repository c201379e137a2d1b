"""Build the spelling lexicon: words, frequent forms, misspellings, foreign words and neighbours.

Usage: build_lexicon.py SOURCES [OUTPUT]    (sources from fetch_lexicon_sources.sh; needs marisa-trie)

`words.marisa` maps a lower-case word to an id; `words.bin` holds two bytes per id: flags (see
textlint/checks/spelling/lexicon.py) and the zipf frequency times 25. The output depends on the sources alone.
"""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import lexicon_sources as sources_of
import marisa_trie

from textlint.checks.spelling.lexicon import CAPITAL, COMMON, COMMON_NAME, DICTIONARY, LOWER, RARE, ZIPF_STEPS
from textlint.checks.spelling.morphology import RUN_ON_WORDS
from textlint.checks.spelling.neighbours import TWICE

_DATA = Path(__file__).parents[1] / "rules/spelling/data"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT = 4
_LONGEST_SUGGESTED = 22
_FREQUENT = 4.0
_SURE_NAMES = 0.2
_FREQUENT_FORMS = 32_000
_CAPITALS_SELDOM = ZIPF_STEPS // 2


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
                for form in {word, sources_of.plain(word)}:
                    if capitals_only or form != form.lower():
                        self.flags[form.lower()] |= _as_name(flags)
                    else:
                        self.flags[form] |= flags

    def common(self, word: str) -> bool:
        """Whether a dictionary of common size has the word in lower case."""
        return bool(self.flags.get(word, 0) & COMMON)

    def near(self, least: float) -> dict[str, float]:
        """For each known string one edit away from a dictionary word of that zipf or more: the greatest such zipf."""
        near: dict[str, float] = {}
        frequent = [w for w, z in self.zipf.items() if z >= least and self.common(w) and w.isascii()]
        for word in frequent:
            zipf = self.zipf[word]
            for edit in _edits(word):
                if (edit in self.zipf or edit in self.flags) and near.get(edit, 0) < zipf:
                    near[edit] = zipf
        return near


def misspellings(sources: Path) -> dict[str, list[str]]:
    """Known misspellings and their corrections, of typos-dict and of our own list."""
    return sources_of.misspellings(sources) | own_misspellings()


def own_misspellings() -> dict[str, list[str]]:
    """Our own list of misspellings and their corrections."""
    rows = (line.split(",") for line in sources_of.lines(_DATA / "extra-misspellings.csv"))
    return {wrong: right.split("|") for wrong, right in rows}


def build(sources: Path) -> Lexicon:
    """Join the sources, then take back what the web counts but nobody would defend as a word."""
    lexicon = Lexicon(sources)
    misspelt = misspellings(sources)
    _add_dictionaries(lexicon, sources)
    near = lexicon.near(3.5)
    rare = [w for w, f in lexicon.flags.items() if _rare(lexicon, w, f, near)]
    _drop(lexicon, rare, LOWER)
    for word in rare:
        lexicon.flags[word] |= RARE
    _add_names(lexicon, sources, near)
    _add_web_words(lexicon, near)
    _count_contractions(lexicon)
    _drop(lexicon, (w for w in misspelt if not lexicon.flags.get(w, 0) & COMMON), LOWER)
    _drop(lexicon, (w for w in misspelt if not _defended(lexicon, w)), CAPITAL)
    _drop(lexicon, own_misspellings(), CAPITAL)
    lexicon.add(sources_of.lines(_DATA / "extra-words.txt"), LOWER | DICTIONARY)
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
    lexicon.add((word for cluster in sources_of.varcon_clusters(sources) for word, _ in cluster), accept)
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
        if usual and not mostly_capital and near.get(word, 0) < zipf + 2 and not _run_on(lexicon, word):
            lexicon.flags[word] |= LOWER


def _count_contractions(lexicon: Lexicon) -> None:
    """The counts write contractions without their apostrophe, if at all; where that is a word they say little."""
    for word in [w for w, f in lexicon.flags.items() if "'" in w and f & LOWER]:
        closed = word.replace("'", "")
        shared = lexicon.flags.get(closed, 0) & COMMON
        lexicon.zipf[word] = 4.0 if shared else lexicon.zipf.get(closed, 0.0)


def _run_on(lexicon: Lexicon, word: str) -> bool:
    """Whether the word is two words that lost their space, one of them a function word."""
    pairs = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return any(
        not RUN_ON_WORDS.isdisjoint(pair)
        and all(lexicon.common(w) and lexicon.zipf.get(w, 0.0) >= _FREQUENT for w in pair)
        for pair in pairs
    )


def _drop(lexicon: Lexicon, words: Iterable[str], flag: int) -> None:
    for word in words:
        if word in lexicon.flags:
            lexicon.flags[word] &= ~flag


def _rare(lexicon: Lexicon, word: str, flags: int, near: dict[str, float]) -> bool:
    """A rare dictionary word that is more often a slip: very short, or one edit from a far more frequent word."""
    if flags & COMMON or not flags & LOWER or "'" in word:
        return False
    zipf = lexicon.zipf.get(word, 0.0)
    return zipf < 3.2 if len(word) <= _SHORT else near.get(word, 0.0) > zipf + 3


def _defended(lexicon: Lexicon, word: str) -> bool:
    flags = lexicon.flags.get(word, 0)
    return bool(flags & (COMMON | COMMON_NAME)) or (
        bool(flags & DICTIONARY) and lexicon.capital_zipf.get(word, 0) >= 2.5
    )


def _mean_zipf(one: float | None, other: float | None) -> float:
    """The mean of two counts; half a step less where only one source knows the word."""
    if one is None or other is None:
        return max((one if one is not None else other or 0.0) - 0.5, 0.0)
    return max((one + other) / 2, 0.0)


def _as_name(flags: int) -> int:
    return CAPITAL | flags & DICTIONARY | (COMMON_NAME if flags & COMMON else 0)


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


def write(lexicon: Lexicon, misspelt: dict[str, list[str]], usual_elsewhere: set[str], output: Path) -> None:
    """Write the data files; the same lexicon gives the same bytes."""
    words = sorted({w for w, f in lexicon.flags.items() if f} | {w for w, z in lexicon.zipf.items() if z >= 0.5})
    trie = marisa_trie.Trie(words)
    packed = bytearray(2 * len(words))
    for word in words:
        at = 2 * trie[word]
        packed[at] = lexicon.flags.get(word, 0)
        packed[at + 1] = min(int(lexicon.zipf.get(word, 0.0) * ZIPF_STEPS), 255)
    trie.save(str(output / "words.marisa"))
    (output / "words.bin").write_bytes(bytes(packed))
    rows = sorted((wrong, "|".join(right)) for wrong, right in misspelt.items())
    kept = [(w, right.encode()) for w, right in rows if right and not lexicon.flags.get(w, 0) & LOWER]
    marisa_trie.BytesTrie(kept).save(str(output / "misspellings.marisa"))
    foreign = [word for word in sorted(usual_elsewhere) if not lexicon.flags.get(word, 0) & LOWER]
    marisa_trie.Trie(foreign).save(str(output / "foreign.marisa"))
    write_frequent(words, trie, packed, output)
    write_neighbours(_deletions(lexicon), trie, packed, output)


def write_frequent(words: Iterable[str], ids: marisa_trie.Trie, packed: Sequence[int], output: Path) -> None:
    """Write the most frequent forms that are accepted; a word that may be in lower case seldom has a capital."""
    forms: dict[str, float] = {}
    for word in words:
        flags, zipf = packed[2 * ids[word]], packed[2 * ids[word] + 1]
        if flags & LOWER:
            forms[word] = zipf
        if flags & (LOWER | CAPITAL):
            forms[word.capitalize()] = zipf - _CAPITALS_SELDOM if flags & LOWER else zipf
    kept = sorted(forms, key=lambda form: (-forms[form], form))[:_FREQUENT_FORMS]
    (output / "frequent.txt").write_text("".join(f"{form}\n" for form in kept), "utf-8")


def write_neighbours(
    pairs: Iterable[tuple[str, str]], words: marisa_trie.Trie, packed: Sequence[int], output: Path
) -> None:
    """Write the index of (form, word) pairs as textlint/checks/spelling/neighbours.py reads it."""
    by_form: dict[str, list[str]] = defaultdict(list)
    for form, word in pairs:
        by_form[form].append(word)
    suggested = {word for found in by_form.values() for word in found}
    ranked = sorted(suggested, key=lambda word: (-packed[2 * words[word] + 1], word))
    ranks = {word: rank for rank, word in enumerate(ranked)}
    trie = marisa_trie.Trie(sorted(by_form))
    table = array("I", [0] * len(trie)) + array("I", (words[word] for word in ranked))
    for form in sorted(by_form):
        found = sorted(ranks[word] for word in by_form[form])
        table[trie[form]] = found[0] if len(found) == 1 else len(table)
        table.extend([len(found), *found] if len(found) > 1 else [])
    trie.save(str(output / "neighbours.marisa"))
    (output / "neighbours.bin").write_bytes(table.tobytes())


def _deletions(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """(form, word) for the words that may be suggested: without one letter, the frequent ones also without two."""
    for word, flags in lexicon.flags.items():
        zipf = lexicon.zipf.get(word, 0.0)
        suggested = (flags & LOWER and zipf >= 2.0) or (flags & COMMON_NAME and zipf >= 3.0)
        if suggested and word.isascii() and (2 if zipf >= 5 else 3) <= len(word) <= _LONGEST_SUGGESTED:
            forms = {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
            if zipf >= 2.8 and len(word) > _SHORT:
                forms |= {
                    TWICE + word[:i] + word[i + 1 : j] + word[j + 1 :] for i, j in combinations(range(len(word)), 2)
                }
            yield from ((form, word) for form in sorted(forms))


def main() -> None:
    """Build from the sources directory named on the command line."""
    sources = Path(sys.argv[1])
    output = Path(sys.argv[2]) if len(sys.argv) > 2 else _DATA
    write(build(sources), misspellings(sources), sources_of.foreign_words(sources), output)


if __name__ == "__main__":
    main()
