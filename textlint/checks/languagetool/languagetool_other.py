"""Proper nouns, punctuation, style: what LanguageTool finds beside grammar, confusion and spelling."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool.deep import findings
from textlint.rule import Finding
from textlint.text import Document


def languagetool_other(doc: Document) -> Iterator[Finding]:
    """Every match of a rule of another category."""
    return findings(doc, "languagetool-other")
