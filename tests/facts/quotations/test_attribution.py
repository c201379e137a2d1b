"""Who said it: speech verbs, introductions, continuations, source lines, and nobody."""

from __future__ import annotations

import pytest

from textlint.facts.quotations.attribution import Means, attributions
from textlint.facts.quotations.genre import is_sentence_list
from textlint.facts.quotations.speaker import speaker
from textlint.facts.quotations.speech import speaking_verbs, speech_verbs
from textlint.text import Document

SPEECH = '"We have waited for this for twenty years."'
AROUND = "The ferry comes back in June.\n\n{before}\n\n" + SPEECH + "\n\n{after}"
MEANS = {
    ("The pier was sold soon after that year.", "The harbour was closed in 1998."): Means.NONE,
    ("The mayor told the council about the pier.", "The harbour was closed in 1998."): Means.INTRODUCED,
    ("The pier was sold, as a statement made clear.", "The harbour was closed in 1998."): Means.INTRODUCED,
    ("On the wall of the office hangs a note:", "The harbour was closed in 1998."): Means.INTRODUCED,
    ("Ana Petrov, captain", "The harbour was closed in 1998."): Means.INTRODUCED,
    ('"The ferry comes back in June," the mayor said.', "The harbour was closed in 1998."): Means.CONTINUED,
    ("The pier was sold soon after that year.", "— Ana Petrov, captain"): Means.SOURCE,
    ("The pier was sold soon after that year.", "That is how the captain put it in June."): Means.SOURCE,
    ("The pier was sold soon after that year.", '"And now it is here," said the captain.'): Means.CONTINUED,
}
SPEAKERS = {
    '"We go," Ana Petrov, a captain, later said.': "Ana Petrov",
    '"We go," said Mr. J. Petrov of the harbour office.': "Mr. J. Petrov",
    '"We go," she said.': "she",
    '"We go," said the old captain.': "the old captain",
    '"We go," someone said.': None,
}


@pytest.mark.parametrize(("before", "after"), MEANS)
def test_quotations_that_fill_their_paragraph(before, after):
    found = attributions(Document(AROUND.format(before=before, after=after)))
    (means,) = [item.means for item in found if item.quotation.end - item.quotation.start == len(SPEECH)]
    assert means is MEANS[before, after]


@pytest.mark.parametrize("text", SPEAKERS)
def test_speaker(text):
    doc = Document(text)
    (found,) = attributions(doc)
    named = speaker(text, found.cue, found.quotation.paragraph)
    assert (text[slice(*named)] if named else None) == SPEAKERS[text]


def test_the_nearest_verb_is_the_cue():
    text = 'Ann added nothing. "We have to leave the house now," Ben shouted. Later he said he was sorry.'
    (found,) = attributions(Document(text))
    assert text[slice(*found.cue)] == "shouted"


@pytest.mark.parametrize(
    "form", ["says", "said", "cries", "cried", "quipped", "quipping", "agreeing", "wrote", "echoes"]
)
def test_inflections(form):
    assert form in speech_verbs()


def test_nouns_and_everyday_verbs_do_not_tell_of_speech_alone():
    assert {"said", "tells", "claimed"} <= speaking_verbs()
    assert not {"claims", "demands", "believed", "found", "say", "saying"} & speaking_verbs()


def test_a_list_of_sentences_is_no_running_text():
    sentences = [f"{'TFAW'[number % 4]}erry number {number} comes back in June." for number in range(20)]
    assert is_sentence_list(Document("\n".join(sentences)))
    longer = ["The ferry comes back. Nobody waits.", "A man waits. He sings."]
    assert not is_sentence_list(Document("\n".join(sentences[:12] + longer)))
    assert is_sentence_list(Document("\n".join(sorted(sentences[:12] + longer))))
