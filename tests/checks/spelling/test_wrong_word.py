"""What wrong-word and doubled-word say, at the level of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spelling.doubled_word import doubled_word
from textlint.checks.spelling.ngrams import ngrams
from textlint.checks.spelling.wrong_word import wrong_word
from textlint.text import Document, Project

OPTIONS = {"surely": ["the", "be"], "rightly": ["had"]}


def found(text: str, **project: object) -> list[tuple[str, str]]:
    doc = Document(text, project=Project(**project))
    return [(text[f.span.start : f.span.end], f.suggestions[0]) for f in wrong_word(doc)]


@pytest.mark.parametrize(
    ("text", "wrong", "meant"),
    [
        ("The farmers have lost there homes and most of the cattle.", "there", "their"),
        ("It was the fist time in years that the team had won.", "fist", "first"),
        ("The road was closed for they first time since the war.", "they", "the"),
        ("An total of five people were hurt in the crash.", "An", "A"),
    ],
)
def test_a_slip_is_found_with_what_was_meant(text: str, wrong: str, meant: str) -> None:
    assert found(text) == [(wrong, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the",
        "Its own fist closed, and then they led it to their trial; the lead was lost.",
        "The rain kept pouring in, he said, and the river rose.",
        "See https://example.com/fist-time and first_time, or the fist-time of Mr Fist.",
        "Il faut que la fist time soit dans les mains de la police qui se trouve au bout de la rue.",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert not found(text)


def test_the_words_of_the_project_are_right() -> None:
    assert not found("It was the fist time in years that the team had won.", words=frozenset({"fist"}))


def test_a_place_far_into_a_long_text_is_found() -> None:
    text = "Nothing happened on that day. " * 9000 + "It was the fist time in years that the team had won."
    assert found(text) == [("fist", "first")]


def test_the_message_names_the_evidence() -> None:
    (finding,) = wrong_word(Document("It was the fist time in years that the team had won."))
    assert (finding.facts["usual"], finding.facts["unusual"]) == ("first time", "fist time")


@given(st.text(alphabet="the fisor'’\n.-A", max_size=200))
def test_any_text_is_survived_and_spans_lie_in_it(text: str) -> None:
    doc = Document(text)
    for finding in [*wrong_word(doc), *doubled_word(doc, OPTIONS)]:
        assert 0 <= finding.span.start < finding.span.end <= len(text)


def test_seen_ngrams_are_likelier_than_unseen_ones() -> None:
    model = ngrams()
    lasting, lasing, peace = map(model.id, ("lasting", "lasing", "peace"))
    assert model.bigram(lasting, peace)[1]
    assert model.bigram(lasting, peace)[0] > model.bigram(lasing, peace)[0]
    assert model.unigram(model.unknown) < model.unigram(peace) < model.unigram(model.id("the"))


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("Over the the hill.", ["the the"]),
        ("It will be\nbe there.", ["be\nbe"]),
        ("He had had it, the the the end, the-the, the 'the' of it.", []),
    ],
)
def test_doubled_words(text: str, doubled: list[str]) -> None:
    assert [text[f.span.start : f.span.end] for f in doubled_word(Document(text), OPTIONS)] == doubled
