"""BPL001: share buttons, prompts to follow, the furniture of comments."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def site_chrome(doc: Document) -> Iterator[Finding]:
    """Lines of a share bar, a comment section or a prompt to follow the site."""
    return line_findings(doc, "site-chrome")
