"""The phrase packs: sorted, said once, in the form that lines are compared in, and each with its reason."""

from __future__ import annotations

import csv
import re
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.boilerplate.features import word_context
from textlint.checks.boilerplate.kinds import kind_of_line
from textlint.checks.boilerplate.model import line_model
from textlint.checks.boilerplate.phrasebook import phrasebook
from textlint.packs import data_path, rules_folder
from textlint.text import Document

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
FILES = [path for language in ("any", *LANGUAGES) for path in sorted(data_path("boilerplate", language).glob("*.csv"))]
PHRASES = [path for path in FILES if path.stem != "line-patterns"]
PATTERNS = [path for path in FILES if path.stem == "line-patterns"]


def named(path):
    return f"{path.parent.name}/{path.name}"


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", PHRASES, ids=named)
def test_phrases_are_sorted_and_reasoned(path):
    rows = table(path)
    keys = [(row["phrase"], row["where"]) for row in rows]
    assert keys == sorted(set(keys))
    assert all(row["phrase"] == row["phrase"].lower() for row in rows)
    assert all(row["where"] in {"line", "inside"} and row["reason"].strip() for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_stands_in_one_file(language):
    files = [path for path in PHRASES if path.parent.name == language]
    said = [(row["phrase"], row["where"]) for path in files for row in table(path)]
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("path", PATTERNS, ids=named)
def test_patterns_are_sorted_bounded_and_reasoned(path):
    rows = table(path)
    assert rows == sorted(rows, key=lambda row: (row["kind"], row["pattern"]))
    for row in rows:
        re.compile(row["pattern"])
        assert row["reason"].strip()
        assert not re.search(r"(?<!\\)[*+](?!\])", re.sub(r"\[[^\]]*\]", "", row["pattern"])), row["pattern"]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_kind_has_a_rule(path):
    kinds = {row["kind"] for row in table(path)} if path in PATTERNS else {path.stem}
    for kind in kinds:
        rule = kind_of_line("line", {f"line_{kind}": 1.0})
        assert (rules_folder() / "boilerplate" / f"{rule}.toml").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_phrases_are_found_as_a_page_writes_them(language):
    book = phrasebook(language)
    for phrase, kind in book.whole.items():
        assert book.kind_of(f"» {phrase.upper()}:") == kind or phrase.upper().lower() != phrase


def test_phrases_stand_at_word_edges():
    doc = Document("Sign up for our newsletter. We’re told that resubscribe nowhere. Subscribe now!")
    assert [doc.text[hit.start : hit.end] for hit in phrasebook("en").see(doc).hits][-1] == "Subscribe now"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_inside_a_line_is_found(language):
    book = phrasebook(language)
    for path in PHRASES:
        if path.parent.name in ("any", language):
            for phrase in (row["phrase"] for row in table(path) if row["where"] == "inside"):
                for written in (phrase, phrase.replace("'", "’"), phrase.upper()):
                    doc = Document(f"Then {written} again")
                    assert (5, path.stem) in [(hit.start, hit.kind) for hit in book.see(doc).hits], written


def nodes_of(node):
    if isinstance(node, tuple):
        yield node[:2]
        yield from nodes_of(node[3])
        yield from nodes_of(node[4])


def features_of(tree):
    return {feature for feature, _ in nodes_of(tree)}


def test_every_feature_of_the_model_has_its_evidence():
    model = line_model()
    used = {feature for tree in model.trees for feature in features_of(tree)}
    assert used <= model.evidence_of.keys()


def score_of(node, features):
    while isinstance(node, tuple):
        feature, threshold, _, below, above = node
        node = below if features.get(feature, 0.0) <= threshold else above
    return node


@given(st.data())
def test_a_line_scores_as_its_walk_down_every_tree_says(data):
    model = line_model()
    values = st.one_of(st.sampled_from([0.0, 1.0]), st.floats(-4, 4), st.integers(0, 400))
    features = {
        name: data.draw(values) for name in sorted({name for tree in model.trees for name in features_of(tree)})
    }
    score = sum(score_of(tree, features) for tree in model.trees)
    assert model.probability(features) == pytest.approx(1 / (1 + exp(-score)))


def test_what_a_line_does_not_have_counts_as_nothing():
    model = line_model()
    signed = {name: 0.0 for tree in model.trees for name, threshold in nodes_of(tree) if threshold < 0}
    absent = {name: 0.0 for tree in model.trees for name in features_of(tree)}
    assert model.probability(signed) == model.probability(absent)
    assert signed.keys() <= word_context({0: 0.0}, 0, 1).keys()
