"""What the phrasebook of a page's language sees in it, in one pass for all checks."""

from __future__ import annotations

from textlint.checks.boilerplate.language import page_language
from textlint.checks.boilerplate.phrasebook import ANY_LANGUAGE, Seen, phrasebook
from textlint.text import Document, fact


@fact
def seen(doc: Document) -> Seen:
    """The marks and phrases of the document."""
    return phrasebook(page_language(doc) or ANY_LANGUAGE).see(doc)
