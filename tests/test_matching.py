from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.diagnostic import Severity
from textlint.matching import Matcher, normal_line
from textlint.prefilter import PhraseFilter, Prefilter
from textlint.rule import Match, Rule
from textlint.text import Document


def rule_with(match: Match) -> Rule:
    return Rule(
        code="XXX001", name="x", family="x", summary="", message="", why="", remedy="",
        severity=Severity.WARNING, source="", match=match,
    )  # fmt: skip


def found(match: Match, text: str) -> list[str]:
    findings = Matcher([rule_with(match)]).findings(Document(text)).get("XXX001", [])
    return [text[slice(*finding.span)] for finding in findings]


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        (Match(lines=("No comments yet",)), "A\n  NO comments yet...\nB", ["  NO comments yet..."]),
        (Match(lines=("No comments yet",)), "He made no comments yet.", []),
        (Match(phrases=("read more",)), "Read  More about it, already read moreover", ["Read  More"]),
        (Match(phrases=("don't miss",)), "Don’t miss it", ["Don’t miss"]),
        (Match(phrases=("NATO",), match_case=True), "nato and NATO", ["NATO"]),
        (Match(patterns=(r"\d{2}:\d{2}(?= GMT)",)), "at 12:30 GMT, 13:00 CET", ["12:30"]),
        (Match(patterns=(r"^Café$",)), "a\nCAFÉ\nb", ["CAFÉ"]),
        (Match(words=("foobar",)), "Foobar foobar foobars FOOBAR", ["Foobar", "foobar", "FOOBAR"]),
        (
            Match(phrases=("I cant", "cant see", "I cant see it")),
            "I cant see it. Cant see",
            ["I cant see it", "Cant see"],
        ),
        (Match(phrases=("more",)), "see https://example.org/more for more", ["more"]),
        (Match(phrases=("more",), protected=True), "see https://example.org/more", ["more"]),
    ],
)
def test_finds(match, text, expected):
    assert found(match, text) == expected


@pytest.mark.parametrize(
    ("match", "text", "suggestion"),
    [
        (Match(substitutions={"colour": "color"}), "Colour", "Color"),
        (Match(substitutions={"of the the": "of the"}), "OF THE THE", "OF THE"),
        (Match(aliases=(("Kyiv", "Kiev"),)), "Kiev", "Kyiv"),
        (Match(rewrites={r"\b(would|could) of(?= \w+ed\b)": r"\1 have"}), "It Could of rained", "Could have"),
        (Match(rewrites={r"\b(would|could) of(?= \w+ed\b)": r"\1 have"}), "IT WOULD OF RAINED", "WOULD HAVE"),
    ],
)
def test_suggests_in_the_case_of_the_text(match, text, suggestion):
    (finding,) = Matcher([rule_with(match)]).findings(Document(text))["XXX001"]
    assert finding.suggestions == (suggestion,)


@pytest.mark.parametrize(
    ("text", "left"),
    [("a\nAdvert\nb", "a\nb"), ("Advert\nb", "b"), ("a Advert b", "a b"), ("a\n\nAdvert", "a\n\n")],
)
def test_removal_leaves_no_half_line(text, left):
    match = Match(phrases=("advert",), fix="remove")
    (finding,) = Matcher([rule_with(match)]).findings(Document(text))["XXX001"]
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.content + text[edit.span.end :] == left


def test_normal_line():
    assert normal_line("  » No   Comments Yet… ") == "no comments yet"


PATTERNS = [r"\bread\s{1,3}more\b", r"(?<!\w)it's", "^café", r"[0-9]{2}:[0-9]{2}", r"ends?$", r"(?P<q>['\"])x(?P=q)"]


@given(st.text(st.sampled_from("readmo it's'\"x\n café 0129:end’ \u0130\U0001f600"), max_size=60))
def test_prefilter_misses_nothing_that_re_finds(text):
    occurring = Prefilter(PATTERNS).occurring(Document(text).utf8)
    for at, pattern in enumerate(PATTERNS):
        if re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
            assert at in occurring


PHRASES = ["its a", "it's a", "a it", "-a"]


@given(st.text(st.sampled_from("its a'’-Å\n \t\r\xa0_é"), max_size=40))
def test_phrase_filter_names_what_stands_between_word_edges(text):
    spaced = re.sub(r"\s+", " ", text.replace("’", "'"))
    occurring = PhraseFilter(PHRASES).occurring(text)
    assert occurring == [
        at
        for at, phrase in enumerate(PHRASES)
        if re.search(rf"(?<![a-z]){phrase}(?![a-z])" if phrase[0] != "-" else rf"{phrase}(?![a-z])", spaced)
    ]


@pytest.mark.parametrize("at", [*range(32_755, 32_770), 65_530, 100_000])
def test_phrases_of_a_long_text_are_found_wherever_it_is_cut(at):
    text = " " * (at % 5) + "word " * (at // 5) + "read  more" + " word" * 20_000 + " read more"
    assert found(Match(phrases=("read more",)), text) == ["read  more", "read more"]


def test_a_change_of_how_an_expression_is_read_is_compiled_anew():
    Prefilter(["x"], ["é", "y"])
    assert Prefilter(["x", "é"], ["y"]).occurring("É".encode()) == [1]
