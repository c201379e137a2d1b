"""Verbs of speech, inflected from the base forms in `rules/quotations/data/speech-verbs.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textlint.packs import data_path

_SIBILANT = re.compile(r"(?:s|x|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


@cache
def speech_verbs() -> frozenset[str]:
    """Every inflected form of every verb of speech, in lower case."""
    return frozenset(form for base, past, participle, _ in _entries() for form in _inflect(base, past, participle))


@cache
def speaking_verbs() -> frozenset[str]:
    """The forms that tell of speech even away from a quotation: finite, and of no other everyday use."""
    strong = (entry for entry in _entries() if not entry[3])
    return frozenset(
        form
        for base, past, participle, _ in strong
        for form in _inflect(base, past, participle)
        if form != base and not form.endswith("ing")
    )


@cache
def source_words() -> frozenset[str]:
    """Nouns that name where words come from, in lower case."""
    lines = data_path("quotations", "source-words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and line[0] != "#")


def _entries() -> Iterator[tuple[str, str, str, bool]]:
    """Base form, irregular past, irregular participle (either may be empty), and whether the verb is marked `~`."""
    for line in data_path("quotations", "speech-verbs.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            base, past, participle, *_ = [*line.removesuffix(" ~").split(), "", ""]
            yield base, past, participle, line.endswith("~")


def _inflect(base: str, past: str, participle: str) -> Iterator[str]:
    yield base
    yield _CONSONANT_Y.sub("ie", _SIBILANT.sub(r"\g<0>e", base)) + "s"
    yield past or _CONSONANT_Y.sub("i", base) + ("d" if base.endswith("e") else "ed")
    if participle:
        yield participle
    doubled = past.endswith(2 * base[-1] + "ed") or (past and base.endswith("gin"))
    stem = base.removesuffix("e") if not base.endswith(("ee", "oe", "ye")) else base
    yield (base + base[-1] if doubled else stem) + "ing"
