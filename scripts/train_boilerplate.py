"""Train the line model of the boilerplate family and write it to rules/boilerplate/data/.

    python scripts/train_boilerplate.py --labelled LABELLED.jsonl.gz... --clean CLEAN.jsonl.gz... [--validate]

LABELLED holds {"id", "lines", "labels"} (1 boilerplate, 0 content, null unknown), CLEAN {"id", "text"} without
boilerplate. The texts are only measured: what is written are weights of words that lines of at least six sites share,
and small decision trees over the named features. Needs lightgbm 4, scikit-learn 1 and numpy; the same input gives the
same files. `--validate` prints five-fold cross-validation by site instead.

Method: words weighed by logistic regression (weights of a line's own site are kept out of its features); then
gradient-boosted trees of at most eight leaves over all features.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import lightgbm  # type: ignore[import-not-found,unused-ignore]
import numpy as np  # type: ignore[import-not-found,unused-ignore]
from sklearn.feature_extraction.text import CountVectorizer  # type: ignore[import-not-found,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]

from textlint.checks.boilerplate.features import Neighbourhood, word_context
from textlint.checks.boilerplate.page import read_page
from textlint.checks.boilerplate.phrasebook import phrasebook
from textlint.checks.boilerplate.words import in_lower_case, line_words, tokens
from textlint.text import Document

OUT = Path(__file__).resolve().parent.parent / "rules" / "boilerplate" / "data"
FOLDS = 5
WORD_FOLDS = 4
SITES_OF_A_WORD = 6
TREES = 120
TREE_OPTIONS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 8, "learning_rate": 0.12, "min_data_in_leaf": 20, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 63, "num_threads": 1, "seed": 1,
    "deterministic": True, "verbose": -1,
}  # fmt: skip
Floats: TypeAlias = Any
"""An array of float64: one per row, or a table of rows by features."""
Mask: TypeAlias = Any
"""An array of bool, one per row."""


@dataclass
class Row:
    """A candidate line: its page's set, id and number of lines, its place, label, tokens and features."""

    source: str
    page: str
    document: int
    lines: int
    at: int
    text: str
    label: int | None
    tokens: list[str]
    features: dict[str, float]


@dataclass
class Page:
    source: str
    id: str
    lines: list[str]
    labels: list[int | None]


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def read_pages(labelled: Iterable[Path], clean: Iterable[Path]) -> Iterator[Page]:
    """All pages, their blank lines left out."""
    for path in labelled:
        for record in read_jsonl(path):
            kept = [pair for pair in zip(record["lines"], record["labels"], strict=True) if pair[0].strip()]
            yield Page(path.name, record["id"].split("#")[0], [line for line, _ in kept], [label for _, label in kept])
    for path in clean:
        for record in read_jsonl(path):
            lines = [line for line in record["text"].split("\n") if line.strip()]
            yield Page(path.name, _page_id(record["id"]), lines, [0] * len(lines))


def _page_id(record: str) -> str:
    """The id of a labelled page whose clean text this is: `aeb_1234.txt` is `aeb/1234`."""
    return record.removesuffix(".txt").replace("_", "/", 1) if record.endswith(".txt") else record


def sites(pages: list[Page]) -> dict[str, str]:
    """The site of each page, as far as it can be told.

    Pages are of one site if their ids say so (`news/Site_3`), or if they share long boilerplate lines.
    """
    parent = {page.id: page.id for page in pages}

    def root(page: str) -> str:
        while parent.setdefault(page, page) != page:
            page = parent[page]
        return page

    for page in pages:
        site, _, number = page.id.rpartition("_")
        if "/" in site and number.isdigit():
            parent[root(page.id)] = root(site)
    for one, other in _sharing(pages):
        parent[root(one)] = root(other)
    return {page.id: root(page.id) for page in pages}


def _sharing(pages: list[Page]) -> Iterator[tuple[str, str]]:
    """Pairs of pages that share two boilerplate lines of four words, or one of seven, that few others have."""
    holders: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for line, label in zip(page.lines, page.labels, strict=True):
            if label == 1 and line.count(" ") >= 3:
                holders[line.strip()].add(page.id)
    weight: Counter[tuple[str, str]] = Counter()
    for line, those in holders.items():
        if len(those) <= 12:
            weight.update(dict.fromkeys(combinations(sorted(those), 2), 2 if line.count(" ") >= 6 else 1))
    yield from (pair for pair, count in weight.items() if count >= 2)


def read_rows(pages: list[Page]) -> Iterator[Row]:
    book = phrasebook("en")
    for number, page in enumerate(pages):
        doc = Document("\n".join(page.lines))
        read = read_page(doc, book, book.see(doc).hits)
        if len(read.lines) != len(page.lines) or not read.candidates:
            continue  # a line with a line end of its own inside
        around = Neighbourhood(read, book, {})
        for at in read.candidates:
            text = read.lines[at]
            found = tokens(in_lower_case(line_words(text)), text)
            features = around.features(at)
            label = 0 if page.labels[at] is None and _is_title(at, features) else page.labels[at]
            yield Row(page.source, page.id, number, len(read.lines), at, text, label, found, features)


def _is_title(at: int, features: dict[str, float]) -> bool:
    """Whether a line that the labels leave open is the title: above the text, and of its words."""
    return at < 6 and features["words"] >= 4 and features.get("known_in_text", 0) >= 0.5 and not features["phrases"]


class Trainer:
    """The rows as arrays, and the two steps of training over any part of them."""

    def __init__(self, rows: list[Row], site_of: dict[str, str]) -> None:
        self.rows = rows
        self.labels = np.array([-1 if row.label is None else row.label for row in rows])
        self.names = sorted({name for row in rows for name in row.features})
        self.sites = np.array([site_of[row.page] for row in rows])
        copies = Counter((row.page, row.text) for row in rows)
        self.weights = np.array([copies[row.page, row.text] ** -0.5 for row in rows])
        place = {name: index for index, name in enumerate(self.names)}
        self._plain = np.zeros((len(rows), len(self.names)))
        for index, row in enumerate(rows):
            for name, value in row.features.items():
                self._plain[index, place[name]] = value
        self._place = place

    def folds(self, count: int, salt: str = "") -> Floats:
        return np.array([zlib.crc32((salt + site).encode()) % count for site in self.sites])

    def word_weights(self, mask: Mask) -> dict[str, float]:
        """Logistic regression over the tokens that lines of enough sites share."""
        spread: dict[str, set[str]] = defaultdict(set)
        for index in np.flatnonzero(mask):
            for token in self.rows[index].tokens:
                spread[token].add(self.sites[index])
        vocabulary = sorted(token for token, those in spread.items() if len(those) >= SITES_OF_A_WORD)
        vectorizer = CountVectorizer(analyzer=lambda row: row.tokens, vocabulary=vocabulary, binary=True)
        counts = vectorizer.transform([self.rows[index] for index in np.flatnonzero(mask)])
        model = LogisticRegression(C=0.3, max_iter=300, solver="liblinear", random_state=1)
        model.fit(counts, self.labels[mask], sample_weight=self.weights[mask])
        return {token: round(float(weight), 2) for token, weight in zip(vocabulary, model.coef_[0], strict=True)}

    def word_scores(self, mask: Mask) -> Floats:
        """What the words of each row weigh; for the masked rows, by weights learnt from other sites."""
        scores = self._weigh(self.word_weights(mask), np.ones(len(self.rows), dtype=bool))
        fold = self.folds(WORD_FOLDS, "words")
        trained = np.isin(self.sites, np.unique(self.sites[mask]))
        for number in range(WORD_FOLDS):
            held_out = trained & (fold == number)
            scores[held_out] = self._weigh(self.word_weights(mask & (fold != number)), held_out)[held_out]
        return scores

    def _weigh(self, weights: dict[str, float], wanted: Mask) -> Floats:
        scores = np.zeros(len(self.rows))
        for index in np.flatnonzero(wanted):
            scores[index] = sum(weights.get(token, 0.0) for token in self.rows[index].tokens)
        return scores

    def matrix(self, word_scores: Floats) -> Floats:
        """The features of all rows, with the given scores of their words and of their neighbours' words."""
        table = self._plain.copy()
        of_document: dict[int, dict[int, float]] = defaultdict(dict)
        for row, score in zip(self.rows, word_scores, strict=True):
            of_document[row.document][row.at] = float(score)
        for index, row in enumerate(self.rows):
            for name, value in word_context(of_document[row.document], row.at, row.lines).items():
                table[index, self._place[name]] = value
        return table

    def trees(self, table: Floats, mask: Mask) -> lightgbm.Booster:
        data = lightgbm.Dataset(table[mask], self.labels[mask], weight=self.weights[mask], feature_name=self.names)
        return lightgbm.train(TREE_OPTIONS, data, TREES)


def validate(trainer: Trainer, pages: list[Page]) -> None:
    """Print precision, recall and false alarms per set at several thresholds, each site judged by the others."""
    fold = trainer.folds(FOLDS)
    scores = np.zeros(len(trainer.rows))
    for number in range(FOLDS):
        mask = (fold != number) & (trainer.labels >= 0)
        table = trainer.matrix(trainer.word_scores(mask))
        scores[fold == number] = trainer.trees(table, mask).predict(table[fold == number], raw_score=True)
    source = np.array([row.source for row in trainer.rows])
    for threshold in (0.0, 0.5, 1.0, 1.5, 2.0, 2.5):
        for name in dict.fromkeys(source):
            labels = [label for page in pages if page.source == name for label in page.labels]
            said = (source == name) & (trainer.labels >= 0) & (scores > threshold)
            right = int(trainer.labels[said].sum())
            wrong = int(said.sum()) - right
            print(
                f"over {threshold:3.1f} {name:40} precision {right / max(right + wrong, 1):.3f}"
                f" recall {right / max(labels.count(1), 1):.3f} content flagged {wrong / labels.count(0):.5f} ({wrong})"
            )


def tree_data(node: dict[str, Any], names: list[str]) -> float | list[object]:
    """A tree as nested lists: [feature, threshold, mean, at most, above]; a leaf is its score."""
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 3)
    below, above = (tree_data(node[side], names) for side in ("left_child", "right_child"))
    threshold = float(f"{node['threshold']:.4g}")
    return [names[node["split_feature"]], threshold, round(node["internal_value"], 3), below, above]


def write(trainer: Trainer) -> None:
    """Train on everything and write the weights."""
    mask = trainer.labels >= 0
    words = {token: weight for token, weight in trainer.word_weights(mask).items() if abs(weight) >= 0.05}
    with (OUT / "word-weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["token", "weight"])
        writer.writerows(sorted(words.items()))
    dump = trainer.trees(trainer.matrix(trainer.word_scores(mask)), mask).dump_model()
    trees = [tree_data(tree["tree_structure"], trainer.names) for tree in dump["tree_info"]]
    body = ",\n".join(json.dumps(tree) for tree in trees)
    (OUT / "line-model.json").write_text(f"[\n{body}\n]\n", encoding="utf-8")
    print(f"{len(words)} words, {len(trees)} trees")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", type=Path, nargs="+", required=True)
    parser.add_argument("--clean", type=Path, nargs="+", default=[])
    parser.add_argument("--validate", action="store_true")
    asked = parser.parse_args()
    pages = list(read_pages(asked.labelled, asked.clean))
    trainer = Trainer(list(read_rows(pages)), sites(pages))
    if asked.validate:
        validate(trainer, pages)
    else:
        write(trainer)


if __name__ == "__main__":
    main()
