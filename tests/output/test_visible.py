"""What is printed of scraped text: nothing hidden, nothing too wide, carets under the right letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.diagnostic import Diagnostic, Severity
from textlint.output.full import excerpt
from textlint.output.visible import cells, visible, visible_path
from textlint.positions import Location
from textlint.text import Span

ONE = Diagnostic(
    "DEM001", "known-slip", Severity.ERROR, 1.0, "", "a.txt", None, Span(0, 0), "", Location(1, 1, 1), Location(1, 1, 1)
)
TEXT = st.text(st.one_of(st.characters(), st.sampled_from("ab \t\n\x1b\u202e\u200b東\u0301\U0001f600")), max_size=300)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\u202eb\u200bc\ufeff", "a<U+202E>b<U+200B>c<U+FEFF>"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("##[group]", "#<U+0023>[group]"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_hidden_characters_are_written_out(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(("path", "shown"), [("a.txt", "a.txt"), ("::error::x", "./::error::x")])
def test_a_file_name_is_no_command(path, shown):
    assert visible_path(path) == shown


@given(TEXT)
def test_nothing_hidden_is_left(text):
    assert {unicodedata.category(char) for char in visible(text)}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})


@given(TEXT, TEXT, TEXT, st.integers(20, 140))
def test_excerpts_fit_and_carets_stand_under_the_marked_text(before, text, after, width):
    line, indent, length = excerpt(ONE._replace(before=before, text=text, after=after), width)
    assert cells(line) <= width + 3
    assert indent + length <= cells(line) + 1
    assert length >= 1
    assert "\n" not in line
    if cells(visible(before) + visible(text) + visible(after)) <= width // 2 and "\n" not in text and "\r" not in text:
        assert line == visible(before) + visible(text) + visible(after)


def test_wide_characters_take_two_columns():
    assert excerpt(ONE._replace(before="東京 ", text="teh", after=" end"), 80) == ("東京 teh end", 5, 3)


def test_a_long_line_is_clipped_around_the_mark():
    clipped = excerpt(ONE._replace(before="b" * 500, text="teh", after="a" * 500), 43)
    assert clipped == ("…" + "b" * 19 + "teh" + "a" * 19 + "…", 20, 3)
