"""Verbs of speech, inflected from the base forms in `rules/quotations/data/speech-verbs.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from textlint.packs import data_path

_SIBILANT = re.compile(r"(?:s|x|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


class _Verb(NamedTuple):
    """A line of the list: irregular forms may be empty; `mark` is `~`, `^` or empty."""

    base: str
    past: str
    participle: str
    mark: str


@cache
def speech_verbs() -> frozenset[str]:
    """Every inflected form of every verb of speech, in lower case."""
    return frozenset(form for verb in _verbs() for form in (verb.base, *_past(verb), _present(verb), _ing(verb)))


@cache
def speaking_verbs() -> frozenset[str]:
    """The forms that tell of speech even away from a quotation: finite, and of no other everyday use."""
    verbs = [verb for verb in _verbs() if verb.mark != "~"]
    past = {form for verb in verbs for form in _past(verb)}
    return frozenset(past | {_present(verb) for verb in verbs if not verb.mark})


@cache
def source_words() -> frozenset[str]:
    """Nouns that name where words come from, in lower case."""
    lines = data_path("quotations", "source-words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and line[0] != "#")


@cache
def _verbs() -> tuple[_Verb, ...]:
    verbs = []
    for line in data_path("quotations", "speech-verbs.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            base, past, participle, *_ = [*line.rstrip(" ~^").split(), "", ""]
            verbs.append(_Verb(base, past, participle, line[-1] if line[-1] in "~^" else ""))
    return tuple(verbs)


def _present(verb: _Verb) -> str:
    return _CONSONANT_Y.sub("ie", _SIBILANT.sub(r"\g<0>e", verb.base)) + "s"


def _past(verb: _Verb) -> Iterator[str]:
    """Past tense and participle."""
    yield verb.past or _CONSONANT_Y.sub("i", verb.base) + ("d" if verb.base.endswith("e") else "ed")
    if verb.participle:
        yield verb.participle


def _ing(verb: _Verb) -> str:
    base = verb.base
    if verb.past.endswith(2 * base[-1] + "ed") or base.endswith("gin"):
        return base + base[-1] + "ing"
    return (base if base.endswith(("ee", "oe", "ye")) else base.removesuffix("e")) + "ing"
