"""BPL005: newsletter forms, paywalls, consent banners, terms and rights."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.findings import line_findings
from textlint.rule import Finding
from textlint.text import Document


def subscription_or_legal(doc: Document) -> Iterator[Finding]:
    """Lines that ask the reader to subscribe, pay or consent, or that speak of rights and terms."""
    return line_findings(doc, "subscription-or-legal")
