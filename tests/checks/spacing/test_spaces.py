"""Spaces before marks, lost spaces and old hyphens: beyond the rules' own examples."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document

LINTER = Linter(Settings(select=("SPC",)))


def fixed(text):
    return apply_fixes(text, LINTER.lint(Document(text)))


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("The mayor 's car was there , she said .", "The mayor's car was there, she said."),
        ("They wo n't go , and we ’re glad  .", "They won't go, and we’re glad."),
        ("The road ended there.The driver got out.", "The road ended there. The driver got out."),
        (
            "She had gone to work (or so he said).The rest is known.",
            "She had gone to work (or so he said). The rest is known.",
        ),
        ("It was written by Anna Berg3 May 2020 in the town.", "It was written by Anna Berg 3 May 2020 in the town."),
        ("Published on 3 May 2020Storm closes the harbour", "Published on 3 May 2020 Storm closes the harbour"),
        ("It was an impor-\n   tant depart- ment of the town.", "It was an important department of the town."),
    ],
)
def test_fixes(broken, right):
    assert fixed(broken) == right
    assert LINTER.lint(Document(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 12 ! 13 ?",
        "Wait . . . what? It was ... fine .",
        "The score was 3 : 1 , as on example.com/a , said @some.One and #This.That in file.Name.txt",
        "rock 'n' roll, the '90s, and ’s-Gravenhage",
        "Tel.: 555.Fax: 556, Inc.The, Mr.Berg, No.Ten, www.Example.Org",
        "Alpha,Beta,Gamma and red,green,blue",
        "mother- and daughter-in-law; short- to medium-term; the man- of all people - left",
        "Il est venu ; il a vu ! Il a vaincu ? Oui : voilà.",
    ],
)
def test_silent(text):
    assert [found.text for found in LINTER.lint(Document(text)) if found.text not in (" .", " ,")] == []


def test_a_tokenised_text_is_reported_once():
    text = "The crew did n't know , the pilot said , that it was late . It rained , too . Nobody spoke . " * 50
    (found,) = LINTER.lint(Document(text))
    assert "split into tokens" in found.message


@given(st.text(st.sampled_from("ab .,'’-\n!A1”s") | st.characters(), max_size=80))
def test_any_text_can_be_checked(text):
    for diagnostic in LINTER.lint(Document(text)):
        assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(text)
    assert LINTER.errors == []


@pytest.mark.parametrize(
    "unit", [" ,", "a ,", " 's", "there.The ", "there.The", "a-\n", "ab- ab ", "said,he ", "2020The"]
)
def test_time_grows_with_the_length(unit):
    def seconds(count):
        begin = time.process_time()
        LINTER.lint(Document(unit * count))
        return time.process_time() - begin

    assert seconds(8_000) < 30 * max(seconds(1_000), 0.005)
