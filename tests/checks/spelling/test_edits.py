"""The edit model: distances and kinds of slips."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spelling.edits import alignment, edit_kinds
from textlint.checks.spelling.suggest import candidates, is_near

WORDS = st.text(alphabet="abcst'", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("written", "meant", "kinds"),
    [
        ("teh", "the", {"swapped": 1, "last_letter": 1}),
        ("beginer", "beginner", {"missed_double": 1}),
        ("untill", "until", {"doubled": 1, "last_letter": 1}),
        ("seperate", "separate", {"vowel_for_vowel": 1}),
        ("hoise", "house", {"vowel_for_vowel": 1}),
        ("jouse", "house", {"adjacent_key": 1, "first_letter": 1}),
        ("dont", "don't", {"missed_apostrophe": 1}),
        ("governent", "government", {"missed_consonant": 1}),
        ("same", "same", {}),
    ],
)
def test_kinds_of_slips(written, meant, kinds):
    slips = sum(n for kind, n in kinds.items() if kind not in ("first_letter", "last_letter"))
    assert edit_kinds(written, meant) == Counter(kinds, slips=slips)


@given(WORDS, WORDS)
def test_alignment_is_a_distance(written, meant):
    edits = alignment(written, meant)
    assert len(edits) == len(alignment(meant, written))
    assert len(edits) <= max(len(written), len(meant))
    assert (not edits) == (written == meant)


@given(WORDS, WORDS)
def test_edits_turn_what_was_meant_into_what_was_written(written, meant):
    rebuilt = written
    for edit in alignment(written, meant):
        rebuilt = rebuilt[: edit.at] + edit.meant + rebuilt[edit.at + len(edit.written) :]
    assert rebuilt == meant


@pytest.mark.parametrize("word", ["", "a", "zzzzzz", "x" * 25, "q" * 24])
def test_candidates_of_odd_words_are_few(word):
    assert len(candidates(word)) < 100


def test_every_word_with_one_slip_is_near():
    assert all(is_near(word) for word in ("hose", "hous", "huose", "houuse", "hkuse"))
