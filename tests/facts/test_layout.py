"""Lines, paragraphs and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.facts.layout import lines, paragraphs, sentences
from textlint.text import Document, Span

TEXTS = st.text(st.sampled_from("ab .!?\n\r“”'A1") | st.characters(), max_size=80)


def cut(text, spans):
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", [""]), ("a\nb", ["a", "b"]), ("a\r\nb\rc\n", ["a", "b", "c", ""]), ("a\u2028b\x0cc", ["a\u2028b\x0cc"])],
)
def test_lines(text, expected):
    assert cut(text, lines(Document(text))) == expected


@given(TEXTS)
def test_lines_are_what_line_ends_separate(text):
    assert cut(text, lines(Document(text))) == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS)
def test_paragraphs_are_ordered_and_hold_all_that_is_written(text):
    spans = paragraphs(Document(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(cut(text, spans)).split()) == "".join(text.split())


def test_hard_wrapped_lines_are_one_paragraph():
    line = "the harbour was closed for the whole of that long and windy"
    text = "\n".join([line] * 5) + "\n\n" + "\n".join([line] * 3)
    assert [span.start for span in paragraphs(Document(text))] == [0, text.index("\n\n") + 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        (
            "Mr. Lind of the U.S. Navy paid $3.5 to J. Berg. He left.",
            ["Mr. Lind of the U.S. Navy paid $3.5 to J. Berg.", "He left."],
        ),
        ("“Why?” “Why not!” he said.", ["“Why?”", "“Why not!” he said."]),
        ("no end here", ["no end here"]),
    ],
)
def test_sentences(text, expected):
    assert cut(text, sentences(text, Span(0, len(text)))) == expected


@given(TEXTS)
def test_sentences_are_ordered_and_hold_all_that_is_written(text):
    spans = list(sentences(text, Span(0, len(text))))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(cut(text, spans)).split()) == "".join(text.split())
