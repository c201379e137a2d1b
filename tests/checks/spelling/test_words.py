"""What the rules of single words flag, suggest, fix and leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spelling.lexicon import frequent_forms, lexicon
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document, Project

LINTER = Linter(Settings(select=("TYP001", "TYP002", "TYP005")))


def found(text, **project):
    doc = Document(text, project=Project(**project))
    diagnostics = LINTER.lint(doc)
    assert LINTER.errors == []
    return diagnostics


def marked(text, **project):
    return [diagnostic.text for diagnostic in found(text, **project)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The council will anounce the budget on Friday.", "anounce", "announce"),
        ("She had a diffrent view of the matter.", "diffrent", "different"),
        ("They were all suprised by the result.", "suprised", "surprised"),
        ("He said teh train was late again.", "teh", "the"),
        ("It was the begining of the end.", "begining", "beginning"),
        ("Tommorrow the shops will be closed.", "Tommorrow", "Tomorrow"),
        ("We dont know who was on the boat.", "dont", "don't"),
        ("All of the childrens books were sold.", "childrens", "children's"),
        ("The teacher's and the libarian's keys are lost.", "libarian", "librarian"),
        ("He is now the presidnet of the club.", "presidnet", "president"),
        ("The wether was fine and the sea was calm.", "wether", "weather"),
    ],
)
def test_slips_are_marked_and_the_first_suggestion_is_right(text, wrong, right):
    (diagnostic,) = found(text)
    assert (diagnostic.text, diagnostic.suggestions[0]) == (wrong, right)
    assert 0.5 <= diagnostic.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The defence minister analysed the colour of the theatre's programme.",
        "The defense secretary analyzed the color of the theater's program.",
        "Isn't it o'clock yet? They'd've gone, y'all, but it's Mr O'Brien's rock'n'roll.",
        "Wojciechowski, Nguyen and Oyelaran-Oyeyinka flew from Szczecin to Ouagadougou.",
        "The 3rd, 22nd and 101st ran 5km in 20min at 12mph for 30bn in 4K.",
        "An e-mail on Covid-19, the eurozone and cryptocurrencies went to Brexiteers and vloggers.",
        "See https://exmaple.test/recieve, mail jhon@exmaple.test, or ask @recieve about #goverment.",
        "The film is called \"Inglourious Basterds\" and the song is 'Nuthin but a G Thang'.",
        "He spelt it 'recieve' [sic] in the letter that he left on the table.",
        "They were runnin' and jumpin' and singin' all night.",
        "Le gouvernement a decide de reporter le vote sur la reforme des retraites et de la sante.",
        "The hyper-localised, post-Thatcherite, un-Googleable pre-selection was over-engineered.",
        "naïve façade, jalapeño, Zürich, Łódź and the Ångström",
        "SHOUTED HEADLINES OF THE BBC, NATO, UNHCR AND THE WTFPL",
        "Hmmm, sooo, yesss and aaargh were all that she said.",
        "",
        "'",
        "''' ' '",
    ],
)
def test_right_words_are_left_alone(text):
    assert marked(text) == []


def test_the_projects_own_words_are_accepted():
    text = "The new brigde is called the Recieve, and the brigde is long."
    assert marked(text, words=frozenset({"brigde", "recieve"})) == []


def test_fixes_keep_the_case_and_only_sure_ones_are_safe():
    text = "Acommodation was found. THE GOVERMENT recieved them, and Recieve Ltd paid the bill of the hotel."
    assert apply_fixes(text, found(text)).startswith("Accommodation was found.")
    inside = [d for d in found("The letter to the Goverment was sent by post.") if d.fix and d.fix.safe]
    assert inside == []


def test_two_words_in_one_and_one_in_two():
    assert marked("They left inspite of the rain, and nobody was to gether again.") == ["inspite", "to gether"]
    assert found("They left inspite of the rain.")[0].suggestions[0] == "in spite"


def test_places_are_found_behind_curly_apostrophes_and_in_every_paragraph():
    text = "It’s what they didnt say.\n\nThe “recieved” wisdom of the day was that they didnt care about it."
    assert [text[d.span.start : d.span.end] for d in found(text)] == [d.text for d in found(text)]
    assert marked(text).count("didnt") == 2


@pytest.mark.parametrize("text", ["a" * 100_000, "x'" * 50_000, "Teh " * 20_000, "''" * 50_000, "ab-" * 30_000])
def test_long_runs_of_one_thing_do_not_hurt(text):
    assert all(0 <= d.span.start < d.span.end <= len(text) for d in found(text))


@given(st.text(alphabet=st.sampled_from("abelnorstABT '’\"-.\n\u0130\ud800é12"), max_size=200))
def test_any_text_gives_places_inside_it(text):
    for diagnostic in found(text):
        assert text[diagnostic.span.start : diagnostic.span.end] == diagnostic.text
        assert diagnostic.text


def test_frequent_forms_are_forms_that_the_lexicon_accepts():
    assert all(map(lexicon().accepts, frequent_forms()))
