"""Train the costs and weights of the name scorer: rules/names/data/operations.csv and similarity.csv.

    train_name_similarity.py PAIRS.jsonl [...] [--weight 0.5 ...]

A pair is {"a", "b", "same"}. The first round aligns by plain edit costs; each round fits a logistic regression to the
features of the alignments and makes the next round's costs of the weights of its letter changes. Needs scikit-learn.
Deterministic.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scipy.sparse import csr_matrix  # type: ignore[import-not-found,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]

from textlint.checks.names.alignment import Costs, partners
from textlint.checks.names.features import features

DATA = Path(__file__).parent.parent / "rules" / "names" / "data"
SEEN_AT_LEAST = 8
REGULARISATION = 0.3
ROUNDS = 3
NOISE = 16.0
"""A "same" pair whose alignment costs more than this for ten letters is a mistake of its source, and left out."""
HEADER = "# Trained by scripts/train_name_similarity.py; sources and licences: LICENSES.md\n"

Pair = tuple[str, str, bool]
Model = dict[str, float]


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["a"], row["b"], bool(row["same"])) for row in rows]


def first_costs(pairs: Sequence[Pair]) -> Costs:
    """Every change of letter groups that a few pairs need, at a cost that grows with its size."""
    counts: Counter[tuple[str, str]] = Counter()
    for a, b, same in pairs:
        if same:
            start, end = _common(a, b)
            left, right = sorted((a[start : len(a) - end], b[start : len(b) - end]))
            if len(left) <= 3 and len(right) <= 3:
                counts[left, right] += 1
    return {change: 1.5 + 0.8 * len(change[0] + change[1]) for change, count in counts.items() if count >= 5}


def _common(a: str, b: str) -> tuple[int, int]:
    shorter = min(len(a), len(b))
    start = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    end = next((i for i in range(shorter - start) if a[-1 - i] != b[-1 - i]), shorter - start)
    return start, end


def next_costs(model: Model) -> Costs:
    changes = (
        (feature.split(":"), weight) for feature, weight in model.items() if ":" in feature and " " not in feature
    )
    return {
        (left, right): round(max(0.3, 2.5 - weight) + 0.2 * (len(left + right) - 1), 2)
        for (left, right), weight in changes
    }


def fit(rows: Sequence[dict[str, float]], same: Sequence[bool], weights: Sequence[float], penalty: str) -> Model:
    """The weights of a logistic regression, `bias` among them; "l1" leaves few that are not zero."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)
    column = {name: at for at, name in enumerate(names)}
    cells = [(i, column[name], value) for i, row in enumerate(rows) for name, value in row.items() if name in column]
    at_row, at_column, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (at_row, at_column)), shape=(len(rows), len(names)))
    shape: dict[str, Any] = {"penalty": penalty, "solver": "liblinear", "max_iter": 200, "random_state": 0}
    model = LogisticRegression(C=REGULARISATION, **shape).fit(matrix, same, sample_weight=weights)
    fitted = {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True) if abs(weight) > 1e-3}
    return {"bias": float(model.intercept_[0]), **fitted}


def train(pairs: Sequence[Pair], weights: Sequence[float]) -> tuple[Costs, Model]:
    costs: Costs = first_costs(pairs)
    model: Model = {}
    for turn in range(ROUNDS):
        table = partners(costs)
        rows = [features(a, b, table) for a, b, _ in pairs]
        kept = [
            at
            for at, (_, _, same) in enumerate(pairs)
            if rows[at] and not (same and rows[at]["cost a letter"] * 10 > NOISE)
        ]
        last = turn == ROUNDS - 1
        model = fit(
            [rows[at] for at in kept],
            [pairs[at][2] for at in kept],
            [weights[at] for at in kept],
            "l1" if last else "l2",
        )
        if not last:
            costs = next_costs(model)
    return costs, model


def write(costs: Costs, model: Model) -> None:
    with (DATA / "operations.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "# letters of one spelling, of the other, cost\n")
        csv.writer(file, lineterminator="\n").writerows((*change, cost) for change, cost in sorted(costs.items()))
    with (DATA / "similarity.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "# feature, weight\n")
        csv.writer(file, lineterminator="\n").writerows(
            (name, f"{weight:.3f}") for name, weight in sorted(model.items())
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--weight", nargs="*", type=float, default=[], help="weight of each file's pairs, default 1")
    args = parser.parse_args()
    pairs: list[Pair] = []
    weights: list[float] = []
    for at, path in enumerate(args.pairs):
        found = read_pairs(path)
        pairs += found
        weights += [args.weight[at] if at < len(args.weight) else 1.0] * len(found)
    write(*train(pairs, weights))


if __name__ == "__main__":
    main()
