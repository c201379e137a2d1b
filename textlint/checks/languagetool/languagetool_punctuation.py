"""Punctuation, typography, capitals, compounds."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool.deep import findings
from textlint.rule import Finding
from textlint.text import Document


def languagetool_punctuation(doc: Document) -> Iterator[Finding]:
    """Every match of a punctuation rule."""
    return findings(doc, "languagetool-punctuation")
