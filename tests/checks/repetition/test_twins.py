"""Equal stretches of a text, and the rules that read them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.repetition.twins import twins
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document

LINTER = Linter(Settings(select=("DUP001", "DUP002")))
SENTENCE = "The council of the old harbour town voted on Monday to close the swimming pool for good. "
OTHERS = [
    "A ferry ran aground in fog near the lighthouse, and all passengers walked home. ",
    "Prices of bread rose again in spring, which the bakers blame on flour. ",
    "Nobody knew the name of the stranger who painted the railings blue. ",
]


@pytest.mark.parametrize("between", ["", OTHERS[0], "\n\n", "Maria Lindgren 14 March "])
def test_a_copy_is_found_wherever_it_stands(between):
    text = OTHERS[1] + SENTENCE + between + SENTENCE + OTHERS[2]
    pairs = list(twins(text))
    assert [text[pair.second.start : pair.second.end].strip(" .") for pair in pairs] == [SENTENCE.strip(" .")]


def test_a_copy_in_cyrillic_is_found():
    sentence = "Городской совет проголосовал в понедельник за закрытие старого бассейна в конце сезона. "
    text = sentence + "Жители возмущены и собирают подписи. " + sentence
    assert [found.text for found in LINTER.lint(Document(text))] == [sentence.strip()]


@given(st.lists(st.sampled_from([SENTENCE, *OTHERS, "x", "\n", "É", "“"]), max_size=12).map("".join))
def test_twins_are_equal_ordered_and_apart(text):
    done = 0
    for first, second in twins(text):
        assert text[first.start : first.end] == text[second.start : second.end]
        assert first.end <= second.start
        assert second.start >= done
        done = second.end


@pytest.mark.parametrize(
    "text",
    [
        "It was the best of days. " * 40,
        "\n".join(["Home", "News", "Sport", "Weather and traffic in the whole of the region"] * 20),
        "Q. Did you see him that night? A. No. " * 20,
        "The share of revenue rose to 4 per cent in the quarter, the company said in a report. "
        "The share of revenue rose to 7 per cent in the quarter, the company said in a report.",
    ],
    ids=["refrain", "menu", "hearing", "other number"],
)
def test_silent(text):
    assert LINTER.lint(Document(text)) == []


def test_the_earlier_place_is_named():
    text = OTHERS[0] + "\n" + SENTENCE + "\n" + OTHERS[1] + SENTENCE
    (found,) = LINTER.lint(Document(text))
    assert found.related[0].location.row == 2
    assert found.message.endswith("line 2")


def test_copies_of_one_passage_are_one_finding():
    text = "".join(SENTENCE + other for other in OTHERS) + SENTENCE
    (found,) = LINTER.lint(Document(text))
    assert found.message.endswith("in line 1, and 2 times more below")
    assert apply_fixes(text, [found], unsafe=True).count(SENTENCE.strip()) == 1


@given(st.text(st.sampled_from("ab .\nA“") | st.characters(), max_size=80).map(lambda text: text * 2))
def test_any_text_can_be_checked(text):
    for diagnostic in LINTER.lint(Document(text)):
        assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(text)
    assert LINTER.errors == []


@pytest.mark.parametrize("unit", ["a", "a" * 30 + ".", "word and word and word again\n", SENTENCE, "“", "Word "])
def test_time_grows_with_the_length(unit):
    def seconds(length):
        begin = time.process_time()
        LINTER.lint(Document(unit * (length // len(unit))))
        return time.process_time() - begin

    assert seconds(400_000) < 30 * max(seconds(50_000), 0.005)
