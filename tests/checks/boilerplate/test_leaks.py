"""Boilerplate as a user sees it: what is marked on a page, what is left alone, and what a fix leaves behind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import lint_paths
from textlint.checks.boilerplate.leaks import SHOWN, leaks
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document

LINTER = Linter(Settings(select=("BPL",)))
FIRST = "The ferry left the harbour at noon with forty people on board, and the sea was calm all the way to the cape."
SECOND = "Nobody on the island had expected it before the evening, so that the pier was empty when it came in at last."
THIRD = "The captain said that she would never again trust a timetable which had been printed before the war began."
STEW = "Soak the white beans overnight, and let them simmer with the onions and the bay leaf until the stew is thick."


def marked(*lines):
    return [(found.code, found.text) for found in LINTER.lint(Document("\n".join(lines)))]


def texts(*lines):
    return [text for _, text in marked(*lines)]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("BPL001", "Share this story"),
        ("BPL001", "Follow us on Facebook"),
        ("BPL001", "12 Comments"),
        ("BPL002", "5 minutes ago"),
        ("BPL002", "Last updated: 3 June 2024, 10:15"),
        ("BPL003", "By Rosa Almeida and Jon Park"),
        ("BPL004", "You might also like"),
        ("BPL004", "RELATED: Ten harbours that you should see before they close"),
        ("BPL005", "Sign up for our newsletter"),
        ("BPL005", "© 2024 Harbour Media Ltd. All rights reserved."),
        ("BPL005", "Accept all cookies"),
        ("BPL011", "- Advertisement -"),
        ("BPL012", "Skip to main content"),
    ],
)
def test_a_line_of_the_page_between_paragraphs(code, line):
    assert marked(FIRST, line, SECOND) == [(code, line)]


@pytest.mark.parametrize(
    ("language", "lines", "found"),
    [
        (
            "de",
            ("Die Fähre ist am Mittag mit vierzig Leuten an Bord aus dem Hafen und nach Süden gefahren.",),
            "Lesen Sie auch",
        ),
        ("fr", ("Le bac a quitté le port à midi avec quarante personnes à bord pour une île du sud.",), "À lire aussi"),
        (
            "es",
            ("El barco salió del puerto al mediodía con cuarenta personas para una isla que está en el sur.",),
            "Lee también",
        ),
        (
            "ru",
            ("Паром вышел из порта в полдень, и на борту было сорок человек, но он не пришёл на остров.",),
            "Читайте также",
        ),
        (
            "uk",
            ("Пором вийшов з порту опівдні, і на борту було сорок людей, але він не прийшов на острів.",),
            "Читайте також",
        ),
    ],
)
def test_other_languages_have_books_of_their_own(language, lines, found):
    assert texts(*lines, found, *lines) == [found], language


def test_a_run_of_headlines_is_one_leak():
    headlines = (
        "Related Articles",
        "Read more: Why the old pier will close",
        "Read more: A new timetable for the islands",
    )
    assert marked(FIRST, SECOND, *headlines) == [("BPL004", "\n".join(headlines))]


def test_menu_labels_are_known_by_their_neighbours():
    menu = ("Home", "News", "Sport", "Opinion", "Contact Us")
    assert "\n".join(texts(*menu, FIRST, SECOND, THIRD)).startswith("Home\nNews\nSport")
    assert texts(FIRST, "Opinion", SECOND, THIRD, FIRST.replace("noon", "ten"), SECOND.replace("pier", "quay")) in (
        [],
        ["Opinion"],
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Ferry comes early", FIRST, SECOND, THIRD),
        (FIRST, SECOND, "A quiet harbour", THIRD, FIRST.replace("noon", "ten")),
        (
            "Shall I compare thee to a summer's day?",
            "Thou art more lovely and more temperate:",
            "Rough winds do shake the darling buds of May,",
        ),
        ("“Will you come?” he asked.", "“No.”", "“Then share this with me.”", "“I would rather not.”"),
        (
            "Bean stew",
            "Ingredients:",
            "- 300 g white beans",
            "- 2 onions",
            "- 1 bay leaf",
            "Method",
            STEW,
            STEW.upper(),
        ),
        (
            "Article 7",
            "(1) The licence shall be granted by the council;",
            "(2) no fee shall be charged;",
            "(3) the terms are public.",
        ),
        ("Share this article",),
    ],
    ids=["headline", "subhead", "poem", "dialogue", "recipe", "law", "nothing else on the page"],
)
def test_content_is_left_alone(lines):
    assert texts(*lines) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{FIRST}|Share this article|{SECOND}|", f"{FIRST}|{SECOND}|"),
        (f"{FIRST}||Share this article||{SECOND}|", f"{FIRST}||{SECOND}|"),
        (f"Share this article||{FIRST}|{SECOND}", f"{FIRST}|{SECOND}"),
        (f"{FIRST}|{SECOND}||Share this article", f"{FIRST}|{SECOND}"),
        (f"{FIRST}|{SECOND}||Share this article|", f"{FIRST}|{SECOND}|"),
        (f"{FIRST}||- Advertisement -||Share this article||{SECOND}|", f"{FIRST}||{SECOND}|"),
        (f"{FIRST} Ana Cruz3 June 2024 10:15 {SECOND}|{THIRD}|", f"{FIRST} {SECOND}|{THIRD}|"),
    ],
)
def test_a_fix_leaves_clean_paragraphs(before, after, end):
    before, after = before.replace("|", end), after.replace("|", end)
    assert apply_fixes(before, LINTER.lint(Document(before)), unsafe=True) == after


def test_only_what_a_phrase_settles_is_safe():
    found = LINTER.lint(Document("\n".join((FIRST, SECOND, "Share this article", "Sport", "Opinion", "Weather"))))
    safe = {diagnostic.text: diagnostic.fix.safe for diagnostic in found if diagnostic.fix}
    assert safe.pop("Share this article") is True
    assert not any(safe.values())


def test_the_title_of_a_page_is_no_label(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"# Harbour\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n", encoding="utf-8")
    assert [result.diagnostics for result in lint_paths([page], settings=Settings(select=("BPL",)))] == [()]
    assert texts("The ferry and the captain", FIRST, SECOND, "Captain", THIRD) == []


def test_lines_are_joined_by_what_the_rules_show():
    rules = [rule for rule in LINTER.rules if rule.min_confidence]
    assert {rule.min_confidence for rule in rules} == {SHOWN}


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "Share", "Read more", FIRST, "2 hours ago", "- Cape Post", "Cape Post", "{{x}}", "Watch: A b", "..."]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_text_is_read_in_order_and_fixed_to_less(lines):
    text = "\n".join(lines)
    doc = Document(text)
    spans = [leak.span for leak in leaks(doc)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    found = LINTER.lint(doc)
    assert LINTER.errors == []
    assert len(apply_fixes(text, found, unsafe=True)) <= len(text)
