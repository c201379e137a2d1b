"""Grammar: agreement, verb forms, articles, collocations."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool.deep import findings
from textlint.rule import Finding
from textlint.text import Document


def languagetool_grammar(doc: Document) -> Iterator[Finding]:
    """Every match of a grammar rule."""
    return findings(doc, "languagetool-grammar")
