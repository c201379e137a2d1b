"""The names rules beyond the examples of their files: which spelling wins, who is one person, hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.names.keys import romanisation_keys
from textlint.checks.names.table import NameRow, name_table
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.names import similarity
from textlint.text import Document, Project

LINTER = Linter(Settings(select=("NAM",)))


def found(text: str, **project: object):
    return LINTER.lint(Document(text, project=Project(**project)))


def marked(text: str, **project: object) -> list[str]:
    return [diagnostic.text for diagnostic in found(text, **project)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Olena Shevchuk won. Later Olena Shevchuk spoke, and Olena Shevtchuk left.", ["Shevtchuk"]),
        ("Dr. Karim Haddad opened the ward. Mr Hadad thanked him.", ["Hadad"]),
        ("Ivan Petrenko's boat sank. Petrenko swam; Petrenko's dog too. Petrenco said it was old.", ["Petrenco"]),
        ("The poet Yusuf Karimov read; Jusuf Karimov was applauded.", ["Jusuf"]),
        ("Coach Vigurdsson resigned. The players of Anna Vigurdsson wept, and Vigurdson said nothing.", ["Vigurdson"]),
    ],
)
def test_the_rarer_spelling_is_marked(text, marks):
    assert marked(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Bondar and Sergey Lysenko shook hands.",
        "Tom Abbott met Jane Abbot. Abbott smiled; Abbot did not.",
        "An Iraqi, two Iraqis, a Russian and Russia's envoy sat with the Houthis and a Houthi.",
        "Esfahan, also spelt Isfahan, is a city; the bridges of Esfahan are old.",
        "Write to haddad@example.org or hadad@example.org, or see https://example.org/Haddad/Hadad today.",
        "Paris and Parish are not one, nor are May and Mary, nor Will and Wills.",
        "",
    ],
)
def test_two_people_are_not_one(text):
    assert marked(text) == []


def test_a_finding_tells_counts_places_and_the_other_spelling():
    text = "Denys Kravchuk spoke. Kravchuk left. Mr Kravtchuk said no."
    (diagnostic,) = found(text)
    assert diagnostic.suggestions == ("Kravchuk",)
    assert '"Kravchuk" (twice)' in diagnostic.message
    assert [related.span.start for related in diagnostic.related] == [text.index("Kravchuk"), text.index("Kravtchuk")]
    assert not diagnostic.fix.safe
    assert apply_fixes(text, [diagnostic], unsafe=True) == text.replace("Kravtchuk", "Kravchuk")


def test_a_slip_is_told_apart():
    (diagnostic,) = found("Rahm Emanuel is mayor. Mr Emanuel spoke. Rahm Emanual left.")
    assert "misspelling" in diagnostic.message


def test_the_form_that_the_project_prefers_wins():
    text = "Andriy Sybiga spoke. Sybiga left. Andriy Sybiha came."
    assert marked(text) == ["Sybiha"]
    assert set(marked(text, prefer_names=("Sybiha",))) == {"Sybiga"}


@pytest.mark.parametrize(
    ("text", "project", "marks"),
    [
        ("Gaddafi's tent stood in Kiev.", {"name_style": "ap"}, ["Gaddafi", "Kiev"]),
        ("Gaddafi's tent stood in Kiev.", {"name_style": "bbc"}, ["Kiev"]),
        ("Zelenski and Zelinsky met.", {"prefer_names": ("Zelenskyy",)}, ["Zelenski"]),
        ("Kyiv is Kyiv.", {"prefer_names": ("Kyiv",)}, []),
    ],
)
def test_preferred_forms(text, project, marks):
    assert marked(text, **project) == marks


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Sybiga", "Sybiha", True),
        ("Yevgeny Prigozhin", "Evgeniy Prigojin", True),
        ("Tchaikovsky", "Chaykovskiy", True),
        ("Mohammed", "Muhammad", True),
        ("Jeong", "Jung", True),
        ("González", "Gonzalez", True),
        ("Haddad", "al-Haddad", True),
        ("Johnson", "Johnston", False),
        ("Austin", "Houston", False),
        ("Andriy Sybiga", "Sybiga", False),
    ],
)
def test_similarity(a, b, alike):
    assert (similarity(a, b) >= 0.5) == alike
    assert similarity(a, b) == similarity(b, a)


NAME = st.text(st.sampled_from("aeiouhkstchyABZéłж'- .,\n"), max_size=40)


@given(NAME, NAME)
def test_similarity_is_a_probability_of_any_text(a, b):
    assert 0.0 <= similarity(a, b) <= 1.0


WORD = st.text(st.sampled_from("aeiouhkstcgjwznpdéł'-"), min_size=1, max_size=12)


@given(st.lists(WORD, min_size=1, max_size=12))
def test_a_name_has_the_same_keys_among_others_as_alone(names):
    assert romanisation_keys(names) == [keys for name in names for keys in romanisation_keys([name])]


def test_a_text_is_judged_alike_on_second_sight():
    text = "The goal of Khaled Nazeer stood. Nazir said he was tired. Will's brother and Will left."
    assert marked(text) == marked(text) == ["Nazir"]


@given(
    st.lists(st.sampled_from(["Zelensky", "Zelenskiy", "Mr", "Kiev", "Kyiv", "said.", "(", "-", "al-", "\n", "”", "о"]))
)
def test_findings_stand_in_the_text(words):
    text = " ".join(words)
    for diagnostic in found(text, prefer_names=("Kyiv",)):
        assert text[slice(*diagnostic.span)] == diagnostic.text


def test_the_table_shows_the_most_inconsistent_name_first():
    texts = ["Denys Kravchuk spoke. Kravchuk left. Mr Kravtchuk said no.", "Olena Shevchuk met Denys Kravchuk."]
    first, *others = name_table(Document(text) for text in texts)
    assert first == NameRow("Kravchuk", 4, 2, {"Kravchuk": 3, "Kravtchuk": 1})
    assert {row.name for row in others} == {"Denys", "Olena", "Shevchuk"}
