"""Train the classifier of wrong-word: `wrong-word.json`.

Usage: train_wrong_word.py CLEAN.jsonl[.gz] ...    (needs numpy and scikit-learn)

CLEAN holds edited English, one {"text", "known_errors": [[start, end], ...]} a line. Slips are put into copies of the
texts (words of `slips.txt` for what may have been meant), and boosted trees (Friedman 2001) learn to tell them from the
places of the unchanged texts that `places` finds suspicious too. The trees weigh log-probabilities and kinds of slips;
they hold no word of the texts. Thresholds, a kind of slip each, are what a budget of alarms on text left out of the
training allows.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from textlint.checks.spelling.evidence import features, fit, promising
from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.places import places
from textlint.checks.spelling.slips import slips
from textlint.facts.words import occurrences, words
from textlint.text import Document

_DATA = Path(__file__).parents[1] / "rules/spelling/data"
_FOLDS = 3
_SLIP_EVERY = 18
_KIND_WEIGHT = {"c": 8, "a": 8, "t": 5, "h": 2, "e": 1, "i": 0.5, "p": 0.5}
_BUDGET = {"c": 0.14, "a": 0.02, "t": 0.10, "h": 0.02, "p": 0.01, "e": 0.12, "i": 0.03}
"""Alarms per 10,000 clean words that each kind of slip may cost."""
Array = np.ndarray[Any, Any]


@dataclass
class Row:
    """One alternative at one suspicious place."""

    document: int
    start: int
    kind: str
    slip: bool
    right: bool
    values: dict[str, float]


def read_records(paths: list[str]) -> list[dict[str, Any]]:
    records = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as file:
            records += [json.loads(line) for line in file if line.strip()]
    return records


def rows_of(document: int, text: str, slipped: dict[int, str]) -> Iterator[Row]:
    """The rows of a text; `slipped` says by offset which words were put wrong and what stood there."""
    model, known = ngrams(), slips()
    for place in places(Document(text)):
        written = fit(model, known, place, place.word)
        meant = slipped.get(place.start)
        for other in known.alternatives(place.word):
            form = fit(model, known, place, other.word)
            if promising(written, form):
                values = features(place, other, written, form)
                yield Row(document, place.start, other.kind, meant is not None, other.word == meant, values)


def put_slips(text: str, may_become: dict[str, list[tuple[str, str]]], chance: random.Random) -> tuple[str, dict[int, str]]:
    """The text with a slip in every 18th word or so."""
    doc = Document(text)
    found = [place for place in occurrences(doc, may_become.keys() & set(words(doc)))]
    parts, slipped, at, length = [], {}, 0, 0
    for word, span in found:
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
        for row in rows_of(number, text, {}):
            if not any(start <= row.start < end for start, end in record.get("known_errors", [])):
                rows.append(row)
        wrong, slipped = put_slips(text, may_become, chance)
        rows += [row for row in rows_of(number, wrong, slipped) if row.right]
    return rows


def train(x: Array, y: Array, trees: int) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=0.12, max_leaf_nodes=10, min_samples_leaf=60, l2_regularization=1.0,
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


def tree_of(nodes: Array, names: list[str], at: int = 0) -> Any:
    """A tree as nested lists: a leaf's value, or [feature, threshold, at most, above]."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 3)
    below, above = tree_of(nodes, names, node["left"]), tree_of(nodes, names, node["right"])
    return [names[node["feature_idx"]], round(float(node["num_threshold"]), 3), below, above]


def main(*paths: str) -> None:
    records = read_records(list(paths))
    rows = gather(records)
    names = list(rows[0].values)
    x = np.array([[row.values[name] for name in names] for row in rows], dtype=np.float32)
    y = np.array([row.slip for row in rows])
    fold = np.array([row.document * 2654435761 % 97 % _FOLDS for row in rows])
    scores = np.zeros(len(rows))
    for left_out in range(_FOLDS):
        model = train(x[fold != left_out], y[fold != left_out], 60)
        scores[fold == left_out] = model.decision_function(x[fold == left_out])
    count = sum(len(record["text"].split()) for record in records)
    limits = thresholds(rows, scores, count)
    for kind, limit in limits.items():
        own = np.array([row.slip and row.kind == kind for row in rows])
        print(f"{kind}: threshold {limit:.2f}, {(scores[own] > limit).mean():.2f} of {own.sum()} slips put in")
    model = train(x, y, 60)
    table = {
        "bias": round(float(model._baseline_prediction[0, 0]), 3),
        "thresholds": {kind: round(limit, 2) for kind, limit in limits.items()},
        "trees": [tree_of(trees[0].nodes, names) for trees in model._predictors],
    }
    (_DATA / "wrong-word.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
