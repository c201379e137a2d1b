"""BPL012: menus, labels and runs of links."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def navigation(doc: Document) -> Iterator[Finding]:
    """Labels of menus and other ways about the site."""
    return line_findings(doc, "navigation")
