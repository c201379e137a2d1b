"""The opt-in rules of dialect."""

from __future__ import annotations

import pytest

from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.text import Document, Project

TEXT = "The colour of the theater was Grey. They organize and analyse it at see colour.example.com."


@pytest.mark.parametrize(
    ("dialect", "wrong"),
    [
        ("en", []),
        ("en-US", ["colour", "Grey", "analyse"]),
        ("en-GB", ["theater"]),
        ("en-AU", ["theater", "organize"]),
        ("en-XX", []),
    ],
)
def test_other_dialect(dialect, wrong):
    linter = Linter(Settings(select=("TYP006",)))
    found = linter.lint(Document(TEXT, project=Project(dialect=dialect)))
    assert [d.text for d in found] == wrong
    assert linter.errors == []


def test_other_dialect_suggests_in_the_case_of_the_text():
    found = Linter(Settings(select=("TYP006",))).lint(Document(TEXT, project=Project(dialect="en-US")))
    assert [d.suggestions for d in found] == [("color",), ("Gray",), ("analyze",)]


def test_mixed_dialect_marks_the_lesser_side_and_names_the_other():
    found = Linter(Settings(select=("TYP007",))).lint(Document("A grey harbour, a color and an honour."))
    assert [(d.text, d.suggestions, d.related[0].message) for d in found] == [
        ("color", ("colour",), 'British spelling: "grey"')
    ]
