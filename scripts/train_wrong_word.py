"""Train the classifier of wrong-word: `wrong-word.json`.

Usage: train_wrong_word.py CLEAN.jsonl[.gz] ...    (needs numpy and scikit-learn)

CLEAN holds edited English, one {"text", "known_errors": [[start, end], ...]} a line. Slips are put into copies of the
texts (words of `slips.txt` for what may have been meant), and boosted trees (Friedman 2001) learn to tell them from the
places of the unchanged texts that `places` finds suspicious too. The trees weigh log-probabilities and kinds of slips;
they, and the rates of words and pairs, say nothing of any one text. Thresholds, a kind of slip each, are what a budget
of alarms on text left out of the training allows.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np  # type: ignore[import-not-found,unused-ignore]
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-not-found,import-untyped,unused-ignore]

from textlint.checks.spelling.evidence import features, fit, promising
from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.places import places
from textlint.checks.spelling.slips import slips
from textlint.checks.spelling.trees import Tree
from textlint.facts.words import occurrences, words
from textlint.text import Document

_DATA = Path(__file__).parents[1] / "rules/spelling/data"
_FOLDS, _PARTS = 3, 6
_TREES = 80
_SMOOTHING = 2.0
_SLIP_EVERY = 18
_SLACK = 1.4
"""log10: how much less than the rule the training asks of a place, so that rates and trees rest on more."""
_KIND_WEIGHT = {"c": 8, "a": 8, "t": 5, "h": 2, "e": 1}
_BUDGET = {"c": 0.14, "a": 0.005, "t": 0.12, "h": 0.02, "e": 0.18}
"""Alarms per 10,000 clean words that each kind of slip may cost."""
Array: TypeAlias = "np.ndarray[Any, Any]"


@dataclass
class Row:
    """One alternative at one suspicious place."""

    document: int
    start: int
    word: str
    other: str
    kind: str
    slip: bool
    right: bool
    values: dict[str, float]

    @property
    def keys(self) -> tuple[str, str]:
        """What the rates are kept by: the word, and the pair."""
        return self.word, f"{self.word} {self.other}"


def read_records(paths: list[str]) -> list[dict[str, Any]]:
    records = []
    for path in paths:
        data = Path(path).read_bytes()
        text = (gzip.decompress(data) if path.endswith(".gz") else data).decode()
        records += [json.loads(line) for line in text.split("\n") if line.strip()]
    return records


def rows_of(document: int, text: str, slipped: dict[int, str]) -> Iterator[Row]:
    """The rows of a text; `slipped` says by offset which words were put wrong and what stood there."""
    model, known = ngrams(), slips()
    for place in places(Document(text), slack=_SLACK):
        meant = slipped.get(place.start)
        for other in promising(place.word, place.before, place.after, slack=2 * _SLACK):
            written, form = fit(model, known, place, place.word), fit(model, known, place, other.word)
            values, slip = features(place, other, written, form), meant is not None
            yield Row(document, place.start, place.word, other.word, other.kind, slip, other.word == meant, values)


def put_slips(
    text: str, may_become: dict[str, list[tuple[str, str]]], chance: random.Random
) -> tuple[str, dict[int, str]]:
    """The text with a slip in every 18th word or so."""
    doc = Document(text)
    parts, slipped, at, length = [], {}, 0, 0
    for word, span in occurrences(doc, may_become.keys() & set(words(doc))):
        if chance.random() * _SLIP_EVERY > 1:
            continue
        choices = may_become[word]
        wrong, _ = chance.choices(choices, [_KIND_WEIGHT[kind] for _, kind in choices])[0]
        parts += [text[at : span.start], wrong]
        length += span.start - at
        slipped[length] = word
        length += len(wrong)
        at = span.end
    return "".join([*parts, text[at:]]), slipped


def gather(records: list[dict[str, Any]]) -> list[Row]:
    may_become: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in slips().lines:
        for other in slips().alternatives(word):
            may_become[other.word].append((word, other.kind))
    chance = random.Random(0)
    rows = []
    for number, record in enumerate(records):
        text = record["text"]
        known = record.get("known_errors", [])
        rows += [row for row in rows_of(number, text, {}) if not any(a <= row.start < b for a, b in known)]
        wrong, slipped = put_slips(text, may_become, chance)
        rows += [row for row in rows_of(number, wrong, slipped) if row.right]
    return rows


def rates_of(rows: list[Row]) -> dict[str, float]:
    """Smoothed log-odds that a suspicious place of a word, and of a pair, is a slip."""
    slips_of, others_of = Counter[str](), Counter[str]()
    for row in rows:
        (slips_of if row.slip else others_of).update(row.keys)
    return {
        key: round(log((slips_of[key] + _SMOOTHING) / (others_of[key] + _SMOOTHING)), 2)
        for key in sorted(slips_of | others_of)
    }


def rated(rows: list[Row], names: list[str], rates: dict[str, float]) -> Array:
    """The features of the rows with the rates of their words and pairs."""
    return np.array(
        [[*(row.values[name] for name in names), *(rates.get(key, 0.0) for key in row.keys)] for row in rows],
        dtype=np.float32,
    )


def rated_by_others(rows: list[Row], names: list[str]) -> Array:
    """The same, a row's rates being those of other documents, so that no row tells the trees what it is."""
    part = np.array([row.document * 40503 % 89 % _PARTS for row in rows])
    found = np.zeros((len(rows), len(names) + 2), dtype=np.float32)
    for number in range(_PARTS):
        rates = rates_of([row for row, own in zip(rows, part, strict=True) if own != number])
        found[part == number] = rated([row for row, own in zip(rows, part, strict=True) if own == number], names, rates)
    return found


def train(x: Array, y: Array) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=_TREES, learning_rate=0.12, max_leaf_nodes=10, min_samples_leaf=60, l2_regularization=1.0,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(x, y)


def thresholds(rows: list[Row], scores: Array, words_of_clean: int) -> dict[str, float]:
    """Per kind, the score over which the best alternatives of unchanged places stay within the budget."""
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for row, score in zip(rows, scores.tolist(), strict=True):
        if not row.slip:
            best[row.document, row.start] = max(best.get((row.document, row.start), (-99.0, "")), (score, row.kind))
    found = {}
    for kind, budget in _BUDGET.items():
        ranked = sorted((score for score, k in best.values() if k == kind), reverse=True)
        found[kind] = ranked[min(int(budget * words_of_clean / 1e4), len(ranked) - 1)] if ranked else 0.0
    return found


def tree_of(nodes: Array, names: list[str], at: int = 0) -> Tree:
    """A tree as nested lists: a leaf's value, or [feature, threshold, at most, above]."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 3)
    below, above = tree_of(nodes, names, node["left"]), tree_of(nodes, names, node["right"])
    return [names[node["feature_idx"]], round(float(node["num_threshold"]), 3), below, above]


def scores_of_left_out(rows: list[Row], names: list[str]) -> Array:
    """Each row scored by trees that saw nothing of its document."""
    fold = np.array([row.document * 2654435761 % 97 % _FOLDS for row in rows])
    scores = np.zeros(len(rows))
    for number in range(_FOLDS):
        seen = [row for row, own in zip(rows, fold, strict=True) if own != number]
        left_out = [row for row, own in zip(rows, fold, strict=True) if own == number]
        model = train(rated_by_others(seen, names), np.array([row.slip for row in seen]))
        scores[fold == number] = model.decision_function(rated(left_out, names, rates_of(seen)))
    return scores


def main(*paths: str) -> None:
    records = read_records(list(paths))
    rows = gather(records)
    names = list(rows[0].values)
    scores = scores_of_left_out(rows, names)
    limits = thresholds(rows, scores, sum(len(record["text"].split()) for record in records))
    for kind, limit in limits.items():
        own = np.array([row.slip and row.kind == kind for row in rows])
        print(f"{kind}: threshold {limit:.2f}, {(scores[own] > limit).sum()} of {own.sum()} slips put in")
    model = train(rated_by_others(rows, names), np.array([row.slip for row in rows]))
    all_names = [*names, "word_rate", "pair_rate"]
    table = {
        "bias": round(float(model._baseline_prediction[0, 0]), 3),
        "thresholds": {kind: round(limit, 2) for kind, limit in limits.items()},
        "rates": {key: rate for key, rate in rates_of(rows).items() if rate},
        "trees": [tree_of(trees[0].nodes, all_names) for trees in model._predictors],
    }
    (_DATA / "wrong-word.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
