"""The phrase packs: sorted, said once, in the form that lines are compared in, and each with its reason."""

from __future__ import annotations

import csv
import re

import pytest

from textlint.checks.boilerplate.features import Neighbourhood
from textlint.checks.boilerplate.kinds import kind_of_line
from textlint.checks.boilerplate.model import FIRST, line_model
from textlint.checks.boilerplate.page import Line, Page
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


def features_of(node):
    if isinstance(node, tuple):
        yield node[0]
        yield from features_of(node[3])
        yield from features_of(node[4])


def test_every_feature_of_the_model_has_its_evidence():
    model = line_model()
    used = {feature for tree in model.trees for feature in features_of(tree)}
    assert used <= model.evidence_of.keys()


def test_a_glance_at_a_line_shows_what_the_first_trees_ask_for():
    model, book = line_model(), phrasebook("en")
    page = Page([Line(0, 1, "x"), Line(2, 3, "1")], [0, 1])
    around = Neighbourhood(page, book, model.word_weights)
    for at in page.candidates:
        asked = {feature for tree in model.trees[:FIRST] for feature in features_of(tree)}
        assert asked <= around.glance(at).keys()
