"""Words whose spelling tells American, British, Canadian and Australian English apart."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from textlint.facts.words import word_types
from textlint.packs import data_path
from textlint.text import Document

_LETTERS = {"us": "A", "gb": "B", "uk": "B", "ie": "B", "za": "B", "in": "B", "ca": "C", "au": "D", "nz": "D"}
NAMES = {"A": "American", "B": "British", "C": "Canadian", "D": "Australian"}


class Spelling(NamedTuple):
    """The letters of the dialects that prefer a spelling, and what each other dialect writes."""

    dialects: str
    elsewhere: Mapping[str, str]


def letter_of(tag: str) -> str | None:
    """The letter of a dialect tag such as `en-GB`; None for plain `en` and for dialects without data."""
    return _LETTERS.get(tag.lower().replace("_", "-").partition("-")[2])


@cache
def spellings() -> Mapping[str, Spelling]:
    """The telling words, in lower case."""
    with data_path("spelling", "dialects.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {
            row["word"]: Spelling(row["dialects"], dict(pair.split(":") for pair in row["elsewhere"].split()))
            for row in rows
        }


def telling_words(doc: Document) -> dict[str, Spelling]:
    """The telling words of a document as written, lower case or capitalised."""
    table = spellings()
    forms = word_types(doc)
    lower = {form: form for form in forms & table.keys()}
    capital = {form: form.lower() for form in forms - table.keys() if form.istitle() and form.lower() in table}
    return {form: table[word] for form, word in (lower | capital).items()}
