"""`textlint inspect`: what textlint sees, as a table and as JSON."""

from __future__ import annotations

import json

import pytest

from textlint.views import VIEWS

PAGE = (
    'Oksana Hrytsenko repsonded quickly to the question of the harbour. "We will not close the mill," she said.\n'
    "The next day Hrytsenko met the council, and Ms Hritsenko left before noon without another word.\n"
    "Related Articles\n"
)


@pytest.fixture
def inspect(textlint, tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    return lambda *argv: textlint("inspect", *argv)


def test_words(inspect):
    rows = {row["word"]: row for row in json.loads(inspect("words", "a.txt", "--output-format", "json").out)}
    assert "repsonded" in rows["repsonded"]["example"]
    assert rows["repsonded"]["misspelt"] > 0.5
    assert "harbour" not in rows


def test_project_words_are_known(inspect):
    found = json.loads(inspect("words", "a.txt", "--output-format", "json", "--config", "words=['repsonded']").out)
    assert "repsonded" not in [row["word"] for row in found]


def test_names(inspect):
    first, *_ = json.loads(inspect("names", "a.txt", "--output-format", "json").out)
    assert (first["name"], first["count"], first["spellings"]) == ("Hrytsenko", 3, "Hrytsenko 2, Hritsenko 1")


def test_quotes(inspect):
    (row,) = json.loads(inspect("quotes", "a.txt", "--output-format", "json").out)
    assert (row["row"], row["text"], row["cue"]) == (1, '"We will not close the mill,"', "said")


def test_word(inspect):
    rows = json.loads(inspect("word", "harbour", "repsonded", "--output-format", "json").out)
    assert [(row["word"], row["accepted"]) for row in rows] == [("harbour", True), ("repsonded", False)]
    assert rows[1]["why"].startswith("in no list")
    assert rows[1]["meant"].startswith("responded")


def test_a_word_of_the_project_is_accepted(inspect):
    assert "one of the project's own words" in inspect("word", "repsonded", "--config", "words=['repsonded']").out


@pytest.mark.parametrize("view", VIEWS)
def test_tables(inspect, view):
    ran = inspect(view, "a.txt")
    assert (ran.code, ran.err) == (0, "")


def test_nothing_hidden_is_shown(inspect, tmp_path):
    (tmp_path / "b.txt").write_text('She said: "We will \x1b[31mnot\u202e close the old mill this year."\n')
    out = inspect("quotes", "b.txt").out
    assert "<U+001B>" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["wrods", "a.txt"], 'did you mean "words"?'),
        (["words", "nope.txt"], "nope.txt: there is no such file"),
        (["word"], "name the words to look up"),
    ],
)
def test_mistakes(inspect, argv, said):
    ran = inspect(*argv)
    assert (ran.code, said in ran.err) == (2, True)
