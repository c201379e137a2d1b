"""Documents whose quotations need no speaker in each place: fiction, dialogue, and lists of loose sentences."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from math import ceil

from textlint.facts.layout import paragraphs
from textlint.facts.quotations.attribution import Means, attributions
from textlint.facts.words import words
from textlint.packs import data_path
from textlint.text import Document, fact

# Shares of all words, measured on news and on short stories: few news pages pass either, few stories stay below both.
_SCENE = 0.015
_SCENE_AND_PERSONS = 0.03
_READ = 5000
# A document is dialogue if so many quotations, and so large a share of all, stand alone.
_ALONE = 3
_ALONE_SHARE = 0.3
# A list of sentences has so many paragraphs, and so small a share of them holds more than one sentence; the share may
# be larger if most paragraphs follow each other in the order of the alphabet.
_LIST = 12
_LIST_SHARE = 0.05
_SORTED_LIST_SHARE = 0.25
_SORTED = 0.8
_PERSONS = frozenset("he she him her his hers himself herself i me my mine myself you your".split())
_FIRST_PERSON_TAG = re.compile(
    r"[,?!]['\"”’]\s(?:I\s(?:say|said|ask|asked|reply|replied|answered|told)|(?:said|asked)\sI)\b"
)
_SECOND_SENTENCE = re.compile(r"[.!?][\"”’')]{0,2}\s+[\"“‘'(]?[A-Z]")


@fact
def told_as_scene(doc: Document) -> bool:
    """Whether the document is fiction, memoir or mere dialogue, where a reader follows who speaks."""
    alone = [found for found in attributions(doc) if found.means is not Means.FRAGMENT]
    unnamed = sum(found.means is Means.NONE for found in alone)
    if unnamed >= _ALONE and unnamed >= _ALONE_SHARE * len(alone):
        return True
    return _FIRST_PERSON_TAG.search(doc.text) is not None or _reads_as_story(doc)


def _reads_as_story(doc: Document) -> bool:
    types = [word.lower() for word in words(doc)[:_READ]]
    scene = sum(word in _scene_words() for word in types) / max(1, len(types))
    persons = sum(word in _PERSONS for word in types) / max(1, len(types))
    return scene >= _SCENE and scene + persons / 4 >= _SCENE_AND_PERSONS


@fact
def is_sentence_list(doc: Document) -> bool:
    """Whether nearly every paragraph is one loose sentence: none of them tells who said another."""
    spans = paragraphs(doc)
    if len(spans) < _LIST:
        return False
    longer = (span for span in spans if _SECOND_SENTENCE.search(doc.text, *span))
    too_many = ceil(_SORTED_LIST_SHARE * len(spans))
    count = sum(1 for _ in islice(longer, too_many))
    return count < _LIST_SHARE * len(spans) or (count < too_many and _is_sorted(doc))


def _is_sorted(doc: Document) -> bool:
    keys = [doc.lower[span.start : span.start + 20].lstrip("\"'“‘(—–- ")[:8] for span in paragraphs(doc)]
    return sum(first <= second for first, second in pairwise(keys)) >= _SORTED * (len(keys) - 1)


@cache
def _scene_words() -> frozenset[str]:
    lines = data_path("quotations", "scene-words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
