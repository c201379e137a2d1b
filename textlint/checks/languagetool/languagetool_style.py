"""Style, redundancy, variants."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool.deep import findings
from textlint.rule import Finding
from textlint.text import Document


def languagetool_style(doc: Document) -> Iterator[Finding]:
    """Every match of any other rule."""
    return findings(doc, "languagetool-style")
