"""Word types and their places: what splits words, and that each type is found again."""

from __future__ import annotations

import time
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.facts import words as module
from textlint.facts.words import occurrences, split_words, word_types, words
from textlint.text import Document

TEXTS = st.text(st.sampled_from("abé'’ -.\n“”—\u00a0日\u0301ı²µ") | st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s a well-known fact.", ["It's", "a", "well", "known", "fact"]),
        ("Bryony Gooch21 August", ["Bryony", "Gooch21", "August"]),
        ("“Yes” – said\u00a0O'Neil… no", ["Yes", "said", "O'Neil", "no"]),
        ("snake_case a/b c@d", ["snake", "case", "a", "b", "c", "d"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(Document(text)) == expected
    assert split_words(text) == expected


@given(TEXTS)
def test_types_are_the_words_without_order(text):
    with mock.patch.object(module, "_PIECE", 8):  # read piece by piece
        assert word_types(Document(text)) == set(words(Document(text)))


@given(TEXTS)
def test_every_type_is_found_again_and_nothing_else(text):
    doc = Document(text)
    types = {word.strip("'") for word in word_types(doc)} - {""}
    scanned = sorted(module._scan(text, types), key=lambda place: place[1])
    assert {word for word, _ in scanned} == types
    assert sorted(module._find(text, types), key=lambda place: place[1]) == scanned


@given(TEXTS)
def test_places_are_ordered_and_spell_the_type(text):
    doc = Document(text)
    places = list(occurrences(doc, {word.strip("'") for word in word_types(doc)} - {""}))
    assert [span for _, span in places] == sorted(span for _, span in places)
    assert all(text[span.start : span.end].replace("’", "'") == word for word, span in places)


def test_part_of_a_word_is_no_occurrence():
    doc = Document("don and don't, mastodon, don’t, 'don'")
    assert [span.start for _, span in occurrences(doc, ["don"])] == [0, 33]


@pytest.mark.parametrize("unit", ["a", "a ", "'", "é", "“", "\n", "Word "])
def test_time_grows_with_the_length(unit):
    def seconds(count):
        doc = Document(unit * count)
        begin = time.process_time()
        word_types(doc)
        return time.process_time() - begin

    small = 100_000
    assert seconds(8 * small) < 40 * max(seconds(small), 0.002)
