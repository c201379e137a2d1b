"""Words confused with others that sound or look alike."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.languagetool.deep import findings
from textlint.rule import Finding
from textlint.text import Document


def languagetool_confusion(doc: Document) -> Iterator[Finding]:
    """Every match of a rule on confused words."""
    return findings(doc, "languagetool-confusion")
