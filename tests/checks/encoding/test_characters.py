"""What was decoded wrongly, is invisible, or was never decoded: beyond the rules' own examples."""

from __future__ import annotations

import time

import ftfy.bad_codecs  # noqa: F401 - registers sloppy-windows-1252
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.encoding.leaked_entity import decoded
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document

LINTER = Linter(Settings(select=("ENC001", "ENC002", "ENC003")))


def fixed(text):
    return apply_fixes(text, LINTER.lint(Document(text)), unsafe=True)


@pytest.mark.parametrize(
    ("entity", "character"),
    [
        ("&amp;", "&"),
        ("&amp;amp;", "&"),
        ("&amp;nbsp;", "\u00a0"),
        ("&#8217;", "’"),
        ("&#x2019;", "’"),
        ("&amp;#39;", "'"),
        ("&eacute;", "é"),
        ("rdquo;", "”"),
        ("&nbsp", "\u00a0"),
        ("&unknown;", None),
        ("&T;", None),
    ],
)
def test_entities(entity, character):
    assert decoded(entity) == character


@pytest.mark.parametrize(
    "text", ["“We’re naïve,” said René – café, 5° and £3…", "¡Año nuevo! Ça va?", "Ürümqi, Łódź, Þór"]
)
@pytest.mark.parametrize("wrong", ["sloppy-windows-1252", "latin-1"])
def test_text_read_in_another_character_set_is_repaired(text, wrong):
    broken = text.encode().decode(wrong)
    assert broken != text
    assert fixed(broken) == text


def test_places_of_one_character_are_one_finding():
    text = "\u200b".join("some words that a page hid marks in".split())
    found = LINTER.lint(Document(text))
    assert [(d.code, len(d.related)) for d in found] == [("ENC002", 6)]
    assert fixed(text) == "somewordsthatapagehidmarksin"


@given(st.text(st.sampled_from("aÃ©â€™Â \u200b\u00ad&;#amp1Ð¿\ufffd") | st.characters(), max_size=60))
def test_any_text_can_be_checked(text):
    for diagnostic in LINTER.lint(Document(text)):
        assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(text)
    assert LINTER.errors == []


@pytest.mark.parametrize("unit", ["â€", "Ã©", "Ã© ", "&amp;", "&", "\u200b", "a\u200b", "é’", "\ufffd"])
def test_time_grows_with_the_length(unit):
    def seconds(count):
        begin = time.process_time()
        LINTER.lint(Document(unit * count))
        return time.process_time() - begin

    assert seconds(8_000) < 30 * max(seconds(1_000), 0.005)
