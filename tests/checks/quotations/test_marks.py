"""QUO002 to QUO004 beyond the examples of their rules: many findings in one document, other languages, fixes."""

from __future__ import annotations

import pytest

from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.fix import apply_fixes
from textlint.text import Document

LINTER = Linter(Settings(select=("QUO002", "QUO003", "QUO004")))
PEDANTIC = Linter(Settings(select=("QUO002",), pedantic=True))
GLUED = 'She said: "The road is closed today. "It will open in May," and left for the town.'


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in LINTER.lint(Document(text))]


@pytest.mark.parametrize(("paragraphs", "findings"), [(1, 1), (2, 2), (3, 1), (9, 1)])
def test_one_finding_stands_for_many_glued_paragraphs(paragraphs, findings):
    found = PEDANTIC.lint(Document("\n".join([GLUED] * paragraphs)))
    assert [diagnostic.code for diagnostic in found] == ["QUO002"] * findings


def test_paragraphs_glued_in_double_marks_are_not_shown_by_default():
    assert codes(GLUED) == []


def test_it_names_the_other_places():
    (found,) = PEDANTIC.lint(Document("\n".join([GLUED] * 4)))
    assert "3 more" in found.message
    assert len(found.related) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Hon sade att ”det är sent” och gick. ”Vi ses i morgon”, sade han till henne i dörren.",
        "Sie sagte: „Das ist nicht wahr.“ Er sagte nichts und ging zu der Tür, aber »nein« war es nicht.",
        "Il a dit : « Ce n’est pas vrai. » Elle n’a rien dit et elle est partie avec lui dans la rue.",
        'print("a", "b\n' * 80,
        "The pan of 9” x 4” fits; the 12” one and the 5’11” man do not. Next »",
    ],
)
def test_silent(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ('"It is late, the man said. "Go."', '"It is late," the man said. "Go."'),
        ("“He said “no” to us,” she told him.", "“He said ‘no’ to us,” she told him."),
        ("“It is late,’’ the man said.", "“It is late,” the man said."),
    ],
)
def test_fixes(text, fixed):
    assert apply_fixes(text, LINTER.lint(Document(text)), unsafe=True) == fixed
