"""List which words may be slips for others, and the pairs of words in which frequent ones look like it.

Usage: build_slips.py SOURCES [OUTPUT]    (sources from fetch_lexicon_sources.sh; needs numpy and marisa-trie)

Words are those of SCOWL up to size 70; frequencies and bigrams are PocketSphinx's, of the model whole (build_ngrams.py
ships a part); homophones are words of one pronunciation in its dictionary; spellings that differ by dialect alone
(varcon) and forms of one word are no slips of one another; `confusions.txt` and
`slips-of-the-hand.txt` are our own.

`slips.txt`: a word, and what may have been meant, each after the letter of its kind; rare words, a blank line, others.
`suspects.txt`: pairs of words that hardly stand side by side unless one of them is a slip: those that one slip makes
most often of a usual pair, by the frequency of that pair and how likely the kind of slip is. Most pairs
have one of a few hundred words: first come these, with four lists between bars: what makes it suspicious before and
after it, and what is suspicious before and after it. Then, after a blank line, the pairs of other words. Pairs that
begin with a word that is often confused are as suspicious with a capital; they are listed but where the line is that
word's own.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import heapify, heappop, heappush
from itertools import permutations
from pathlib import Path

import lexicon_sources as sources_of
import numpy as np  # type: ignore[import-not-found,unused-ignore]
from build_ngrams import Array, Model, read_model

_DATA = Path(__file__).parents[1] / "rules/spelling/data"
_WORD = re.compile(r"[a-z]{2,}(?:'[a-z]+)?|[ai]\Z")
_ENDINGS = frozenset(("s", "es", "d", "ed", "r", "er", "ly", "y", "ing"))
_UNLISTED = -7.5
_LEAST_MEANT = -5.9
"""log10 probability under which a word is too rare to be what was meant (in confusions, it may be as rare as it is)."""
_RARE = -5.5
_MOST_MEANT = 8
_PAIRS = 160_000
_LEAST_USUAL = -7.3
_LEAST_SUSPECTS, _LEAST_SHARE = 150_000, 1e-4
"""A word has a line of its own if it has so many suspects for its share of the words of a text."""
_PRIOR = {"c": 0.5, "t": 0.0, "a": 0.5, "h": -1.0, "e": -1.5}
_GAP = {"c": 1.0, "t": 1.3, "a": 1.0, "h": 2.0, "e": 2.3}
Kinds = dict[str, dict[str, str]]
Suspect = tuple[str, str, int]
"""Two words that stand side by side, and which of them (0 or 1) is suspicious."""


class Words:
    """The dictionary words with their frequencies, and the ways in which they are mistaken for one another."""

    def __init__(self, sources: Path, model: Model, pronunciations: Path) -> None:
        self.frequency = dict(zip(model.words, model.unigram.tolist(), strict=True))
        self.listed = {word for word in sources_of.scowl(sources, 0, 70) if _WORD.fullmatch(word)}
        self.dialects = {
            pair
            for cluster in sources_of.varcon_clusters(sources)
            for pair in permutations((word for word, _ in cluster), 2)
        }
        self.pronunciations = pronunciations

    def kinds(self) -> Kinds:
        """For each word what may have been meant, with the letter of the kind; the most frequent first."""
        kinds: Kinds = defaultdict(dict)
        for word, meant in self._one_edit():
            if not _inflected(word, meant):
                kinds[word][meant] = "e"
        for word, meant in self._homophones():
            if not _inflected(word, meant):
                kinds[word][meant] = "h"
        for letter, name in (("t", "slips-of-the-hand.txt"), ("c", "confusions.txt")):
            for line in sources_of.lines(_DATA / name):
                for word, meant in permutations(line.split(), 2):
                    kinds[word][meant] = letter
        return {word: self._ranked(word, meant) for word, meant in sorted(kinds.items())}

    def _ranked(self, word: str, meant: dict[str, str]) -> dict[str, str]:
        own = self.frequency.get(word, _UNLISTED)
        found = {}
        for other, kind in meant.items():
            frequency = self.frequency.get(other, _UNLISTED)
            enough = kind in "ct" or (frequency >= _LEAST_MEANT and frequency >= own - (2.0 if kind == "h" else 0.3))
            letter = _with_apostrophe(word, other, kind) if "'" in word + other else kind
            if enough and letter and (kind in "ct" or (word, other) not in self.dialects):
                found[other] = letter
        frequency = self.frequency.get
        best = sorted(found, key=lambda other: (found[other] not in "cta", -frequency(other, _UNLISTED), other))
        return {other: found[other] for other in best[:_MOST_MEANT]}

    def _one_edit(self) -> Iterator[tuple[str, str]]:
        shortened: dict[str, set[str]] = defaultdict(set)
        for word in self.listed:
            for key in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
                shortened[key].add(word)
        for group in shortened.values():
            yield from (pair for pair in permutations(sorted(group), 2) if _one_edit_apart(*pair))

    def _homophones(self) -> Iterator[tuple[str, str]]:
        sounds: dict[str, set[str]] = defaultdict(set)
        for line in self.pronunciations.read_text("utf-8").splitlines():
            word, _, sound = line.partition(" ")
            word = word.partition("(")[0]
            if word in self.listed:
                sounds[sound].add(word)
        for group in sounds.values():
            yield from permutations(sorted(group), 2)


def _one_edit_apart(a: str, b: str) -> bool:
    """Whether two words that share a shortened form differ by one operation (a transposition is one)."""
    if len(a) != len(b):
        return abs(len(a) - len(b)) == 1
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    swapped = len(differ) == 2 and differ[1] == differ[0] + 1 and a[differ[0]] == b[differ[1]]
    return len(differ) == 1 or (swapped and a[differ[1]] == b[differ[0]])


def _inflected(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    longer = long.startswith(short) and long[len(short) :] in _ENDINGS
    return longer or (a[:-1] == b[:-1] and {a[-1], b[-1]} < set("dsrnt"))


def _with_apostrophe(word: str, other: str, kind: str) -> str:
    """The letter for a pair with an apostrophe: none unless that is all the difference, and for possessives none."""
    if kind in "ct":
        return kind
    return "" if "'s" in word + other or word.replace("'", "") != other.replace("'", "") else "a"


def pooled(model: Model, analogues: list[list[str]]) -> Model:
    """The model with bigrams of words that have analogues replaced by the mean over the word and its analogues."""
    ids = {word: i for i, word in enumerate(model.words)}
    pairs, p = [model.bigram], [model.bigram_p]
    for line in analogues:
        group = np.array([ids[word] for word in line])
        after = np.unique(model.bigram[np.isin(model.bigram[:, 0], group), 1])
        beside = [_bigram(model, np.column_stack([np.full(len(after), form), after])) for form in group]
        pairs.append(np.column_stack([np.full(len(after), group[0]), after]))
        p.append(np.log10(np.mean(10 ** np.array(beside), axis=0)))
        before = np.unique(model.bigram[np.isin(model.bigram[:, 1], group), 0])
        columns = [np.column_stack([before, np.full(len(before), form)]) for form in group]
        beside = [_bigram(model, pair) - model.unigram[form] for pair, form in zip(columns, group, strict=True)]
        pairs.append(np.column_stack([before, np.full(len(before), group[0])]))
        p.append(np.log10(np.mean(10 ** np.array(beside), axis=0)) + model.unigram[group[0]])
    both, both_p = np.concatenate(pairs)[::-1], np.concatenate(p)[::-1]
    _, last = np.unique(both[:, 0] * len(model.words) + both[:, 1], return_index=True)
    return replace(model, bigram=both[last], bigram_p=both_p[last])


def suspects(model: Model, kinds: Kinds) -> list[Suspect]:
    """The words that look like slips, in pairs of words, sorted."""
    ids = {word: i for i, word in enumerate(model.words)}
    slips = [
        (ids[meant], ids[word], _PRIOR[kind], _GAP[kind])
        for word, found in kinds.items()
        for meant, kind in found.items()
        if word in ids and meant in ids and model.unigram[ids[word]] > _RARE
    ]
    table = np.array(sorted(slips))
    n = len(model.words)
    keys, scores = [], []
    for side in (0, 1):
        pairs, score = _suspects_of_side(model, table, side)
        keys.append(pairs[:, 0] * n + pairs[:, 1])
        scores.append(score)
    key, score = np.concatenate(keys), np.concatenate(scores)
    order = np.argsort(-score, kind="stable")
    _, first = np.unique(key[order], return_index=True)
    best = key[order][np.sort(first)][:_PAIRS]
    found = [(np.intersect1d(best, keys[side]).tolist(), side) for side in (0, 1)]
    return sorted((model.words[i // n], model.words[i % n], side) for pairs, side in found for i in pairs)


def _suspects_of_side(model: Model, slips: Array, side: int) -> tuple[Array, Array]:
    """Pairs whose first (side 0) or second word is a slip, with the log of how often to expect each."""
    before, after = model.bigram[:, 0], model.bigram[:, 1]
    usual = (model.unigram[before] + model.bigram_p >= _LEAST_USUAL) & (model.unigram[model.bigram[:, 1 - side]] > -6.3)
    usual &= np.char.isalpha(np.array(model.words))[model.bigram[:, 1 - side]]
    before, after, p = before[usual], after[usual], model.bigram_p[usual]
    meant = slips[:, 0].astype(np.int64)
    counts = np.bincount(meant, minlength=len(model.words))
    of_pair = counts[(before, after)[side]]
    row = np.repeat(np.arange(len(before)), of_pair)
    starts = np.concatenate([[0], np.cumsum(counts)])[(before, after)[side]]
    slip = np.repeat(starts, of_pair) + np.arange(len(row)) - np.repeat(np.cumsum(of_pair) - of_pair, of_pair)
    word = slips[slip, 1].astype(np.int64)
    pair = np.column_stack([word, after[row]] if side == 0 else [before[row], word])
    gap = p[row] - _bigram(model, pair)
    if side == 0:
        gap += model.unigram[before[row]] - model.unigram[word]
    kept = gap > slips[slip, 3]
    return pair[kept], (model.unigram[before[row]] + p[row] + slips[slip, 2])[kept]


def _bigram(model: Model, pair: Array) -> Array:
    """log10 probability of the second word after the first, with back-off."""
    n = len(model.words)
    keys = model.bigram[:, 0] * n + model.bigram[:, 1]
    order = np.argsort(keys, kind="stable")
    wanted = pair[:, 0] * n + pair[:, 1]
    at = order[np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)]
    backed_off = model.unigram_backoff[pair[:, 0]] + model.unigram[pair[:, 1]]
    return np.where(keys[at] == wanted, model.bigram_p[at], backed_off)


def slips_text(kinds: Kinds, rare: set[str]) -> str:
    """The lines of `slips.txt`."""
    lines = {word: f"{word} {','.join(kind + other for other, kind in found.items())}" for word, found in kinds.items()}
    parts = ([line for word, line in lines.items() if (word in rare) is wanted] for wanted in (True, False))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def suspects_text(found: list[Suspect], frequency: dict[str, float], confused: set[str]) -> str:
    """The lines of `suspects.txt`: the words that have most pairs for how frequent they are, and the rest."""
    suspects_of: dict[str, set[Suspect]] = defaultdict(set)
    for suspect in found:
        for word in suspect[:2]:
            suspects_of[word].add(suspect)
    expected = {word: _expected(word, frequency) for word in suspects_of}
    queue = [(-len(own) / expected[word], word) for word, own in suspects_of.items()]
    heapify(queue)
    lines = []
    while queue:
        claimed, word = heappop(queue)
        ratio = len(suspects_of[word]) / expected[word]
        if ratio < -claimed:
            heappush(queue, (-ratio, word))
        elif ratio < _LEAST_SUSPECTS:
            break
        else:
            own = sorted(suspects_of.pop(word))
            lines.append(_suspects_line(word, _with_capitals(own, confused - {word})))
            for suspect in own:
                suspects_of[suspect[suspect[0] == word]].discard(suspect)
    others = set().union(*suspects_of.values())
    rest = {suspect[:2] for suspect in _with_capitals(others, confused)}
    return "\n".join([*lines, "", *map(" ".join, sorted(rest))]) + "\n"


def _with_capitals(found: Iterable[Suspect], confused: set[str]) -> list[Suspect]:
    """The pairs, and those that begin with a confused word as at the beginning of a sentence, too."""
    capitals = [(first.capitalize(), second, side) for first, second, side in found if first in confused]
    return sorted([*found, *capitals])


def _suspects_line(word: str, found: list[Suspect]) -> str:
    """The word and its four lists."""
    lists = [
        " ".join(suspect[side] for suspect in found if suspect[1 - side] == word and (suspect[2] != side) is itself)
        for itself in (True, False)
        for side in (0, 1)
    ]
    return f"{word} {'|'.join(lists)}"


def _expected(word: str, frequency: dict[str, float]) -> float:
    """The share of the words of a text that are this one, and some more: even the rarest word's line takes room."""
    return _LEAST_SHARE + 10 ** frequency.get(word, _UNLISTED)


def main(source: str, output: str = str(_DATA)) -> None:
    sources, folder = Path(source), Path(output)
    sphinx = next(sources.glob("venv/lib/python3*/site-packages/pocketsphinx/model/en-us"))
    model = read_model(sphinx / "en-us.lm.bin")
    words = Words(sources, model, sphinx / "cmudict-en-us.dict")
    kinds = {word: found for word, found in words.kinds().items() if found}
    rare = {word for word in kinds if words.frequency.get(word, _UNLISTED) <= _RARE}
    analogues = [line.split() for line in sources_of.lines(_DATA / "analogues.txt")]
    found = suspects(pooled(model, analogues), kinds)
    (folder / "slips.txt").write_text(slips_text(kinds, rare), "utf-8")
    confused = {word for word, meant in kinds.items() if "c" in meant.values()}
    (folder / "suspects.txt").write_text(suspects_text(found, words.frequency, confused), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
