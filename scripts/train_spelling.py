"""Train the spelling models and write rules/spelling/data/judge.toml.

Usage: train_spelling.py LABELLED_DIRECTORY [MISPRINTS]    (needs numpy, scipy, scikit-learn)

The directory holds `spelling_*.jsonl.gz` ({"id", "text", "errors": [{"start", "end", "right", "kind"}]}) and
`clean_*.jsonl.gz` ({"id", "text", "known_errors": [[start, end]]}, edited text in which all else is right).
MISPRINTS lists, one a line, words that were found to be misprinted in the edited text where no label says so.
Prints what cross-validation by document says; the weights that are written are trained on everything.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from textlint.checks.spelling.features import PLACE_FEATURES
from textlint.checks.spelling.judge import Unlisted, unlisted_words
from textlint.checks.spelling.suggest import Candidate, candidates
from textlint.checks.spelling.unlisted import unlisted_types
from textlint.checks.spelling.weights import weights
from textlint.facts.words import word_types
from textlint.packs import data_path
from textlint.text import Document

_FLOOR = 0.3
_RANK_PENALTY = 1.0
_JUDGE_STRENGTH = 0.3
_PLACE_QUANTILE = 0.95
_NOT_JUDGED = ("confusions", "injected_realword")


class Example(NamedTuple):
    """An unlisted word of a labelled text: which set and document, whether it is wrong, and what was meant."""

    source: str
    document: str
    unlisted: Unlisted
    wrong: bool
    right: str | None


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def examples(directory: Path, misprints: frozenset[str] = frozenset()) -> Iterator[Example]:
    """Every unlisted word of the labelled sets; the misprints are wrong wherever they stand."""
    for path in sorted(directory.glob("*.jsonl.gz")):
        source = path.name.removesuffix(".jsonl.gz")
        if source.startswith(("spelling_", "clean_")) and not source.endswith(_NOT_JUDGED):
            for record in records(path):
                found = _of_record(source, record)
                yield from (e._replace(wrong=True) if e.unlisted.word in misprints else e for e in found)


def _of_record(source: str, record: dict[str, Any]) -> Iterator[Example]:
    doc = Document(record["text"])
    spans = [(start, end, None) for start, end in record.get("known_errors", ())]
    spans += [(error["start"], error["end"], error["right"]) for error in record.get("errors", ())]
    group = re.sub(r"-\d+$", "", str(record["id"]))
    for unlisted in unlisted_words(doc, unlisted_types(word_types(doc))):
        over = [right for start, end, right in spans if start < unlisted.span.end and unlisted.span.start < end]
        yield Example(source, group, unlisted, bool(over), over[0] if over else None)


def train_rank(found: Sequence[Example]) -> dict[str, float]:
    """A conditional logit over the candidates of each misspelling: which one was meant."""
    sets = {(e.document, e.unlisted.word): (e.unlisted.candidates, e.right.lower()) for e in found if e.right}
    names = sorted({kind for ranked, _ in sets.values() for c in ranked for kind in c.kinds} | {"zipf", "fit"})
    choices = [
        (np.array([_rank_row(c, names) for c in ranked]), [c.word.lower() for c in ranked].index(right))
        for ranked, right in sets.values()
        if len(ranked) > 1 and right in [c.word.lower() for c in ranked]
    ]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = _RANK_PENALTY / 2 * weights @ weights, _RANK_PENALTY * weights
        for rows, chosen in choices:
            scores = rows @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            value -= np.log(shares[chosen] + 1e-12)
            slope = slope + shares @ rows - rows[chosen]
        return float(value), slope

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return dict(zip(names, map(float, best.x), strict=True))


def _rank_row(candidate: Candidate, names: Sequence[str]) -> list[float]:
    own = {"zipf": candidate.zipf, "fit": candidate.fit}
    return [own[name] if name in own else float(candidate.kinds.get(name, 0)) for name in names]


def train_judge(found: Sequence[Example]) -> tuple[dict[str, float], np.ndarray]:
    """A logistic model, and for each example the probability from the fold that did not see its document."""
    names = sorted({name for example in found for name in example.unlisted.features})
    rows = np.array([[example.unlisted.features.get(name, 0.0) for name in names] for example in found])
    wrong = np.array([example.wrong for example in found])
    spread = rows.std(axis=0)
    spread[spread == 0] = 1.0
    unseen = np.zeros(len(found))
    for train, test in GroupKFold(5).split(rows, wrong, [example.document for example in found]):
        unseen[test] = _logistic(rows[train] / spread, wrong[train]).predict_proba(rows[test] / spread)[:, 1]
    model = _logistic(rows / spread, wrong)
    weights = dict(zip(names, map(float, model.coef_[0] / spread), strict=True))
    weights["bias"] += float(model.intercept_[0])
    return weights, unseen


def _logistic(rows: np.ndarray, wrong: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=_JUDGE_STRENGTH, max_iter=5000).fit(rows, wrong)


def calibration(found: Sequence[Example], unseen: np.ndarray) -> Iterator[str]:
    """A table: of the words given a probability, how many were wrong."""
    wrong = np.array([example.wrong for example in found])
    for low, high in ((0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        inside = (unseen >= low) & (unseen < high)
        if inside.any():
            mean, share = unseen[inside].mean(), wrong[inside].mean()
            yield f"| {low:.2f}-{min(high, 1):.2f} | {inside.sum()} | {mean:.3f} | {share:.3f} |"


def most_of_place(found: Sequence[Example], weights: dict[str, float]) -> float:
    """The log-odds that the place adds to a misspelt word, but for the very greatest."""
    added = [sum(weights[name] * e.unlisted.features[name] for name in PLACE_FEATURES) for e in found if e.wrong]
    return float(np.quantile(added, _PLACE_QUANTILE))


def write(tables: dict[str, dict[str, float]]) -> None:
    """Write the weights, largest first."""
    lines = ["# Weights of the spelling models, by feature; written by scripts/train_spelling.py.", f"floor = {_FLOOR}"]
    for name, table in tables.items():
        lines += ["", f"[{name}]"]
        lines += [
            f"{key} = {value:.3f}"
            for key, value in sorted(table.items(), key=lambda item: -abs(item[1]))
            if abs(value) >= 5e-4
        ]
    data_path("spelling", "judge.toml").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Train on the labelled sets in the directory named on the command line."""
    directory = Path(sys.argv[1])
    misprints = frozenset(Path(sys.argv[2]).read_text("utf-8").split()) if len(sys.argv) > 2 else frozenset()
    rank = train_rank(list(examples(directory, misprints)))
    write({"rank": rank, "lower": {}, "capital": {}, "place": {}})
    _forget_weights()
    found = list(examples(directory, misprints))
    tables: dict[str, dict[str, float]] = {"rank": rank, "place": {}}
    for name, capital in (("lower", False), ("capital", True)):
        part = [example for example in found if example.unlisted.capital == capital]
        tables[name], unseen = train_judge(part)
        tables["place"][name] = most_of_place(part, tables[name])
        print(f"\n{name}: {len(part)} unlisted words, {sum(e.wrong for e in part)} misspelt; cross-validated:")
        print(
            "| probability | words | mean probability | misspelt |\n|---|---|---|---|",
            *calibration(part, unseen),
            sep="\n",
        )
    write(tables)


def _forget_weights() -> None:
    weights.cache_clear()
    candidates.cache_clear()


if __name__ == "__main__":
    main()
