"""What `textlint inspect` says of words."""

from __future__ import annotations

from textlint.checks.spelling.explain import explain, proposals
from textlint.text import Document, Project


def test_listed_words_are_accepted_with_the_list():
    assert explain("house").accepted
    assert "in a dictionary of common words" in explain("house").reasons
    assert explain("London").accepted


def test_slips_are_rejected_with_what_was_meant():
    explained = explain("recieve")
    assert not explained.accepted
    assert explained.suggestions[0] == "receive"
    assert "on record as a misspelling of receive" in explained.reasons


def test_the_projects_words_come_first():
    assert explain("recieve", Project(words=frozenset({"recieve"}))).reasons == ("one of the project's own words",)


def test_forms_that_are_not_judged_are_accepted():
    assert explain("B2B").accepted
    assert explain("").accepted


def test_proposals_count_unlisted_words_over_documents():
    texts = [
        "Zorblax and the other Zorblax met in Qwertia.",
        "The Zorblax of old was here, and Dwimmer too.",
    ]
    first, *rest = proposals((Document(text) for text in texts), least=1)
    assert (first.word, first.count, first.documents) == ("Zorblax", 3, 2)
    assert all("Zorblax" in example for example in first.examples)
    assert {proposal.word for proposal in rest} == {"Qwertia", "Dwimmer"}
    assert proposals([Document(texts[0], project=Project(words=frozenset({"zorblax"})))]) == []
