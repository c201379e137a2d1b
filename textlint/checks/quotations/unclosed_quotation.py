"""QUO002: a quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.diagnostic import Edit, Fix, Related
from textlint.facts.language import is_english
from textlint.facts.quotations import Unpaired, quotations
from textlint.facts.quotations.marks import PARTNERS
from textlint.rule import Finding
from textlint.text import Document, Span

_WORD_AFTER = re.compile(r"\W{0,2}[\w'’-]{1,40}")
_WORD_BEFORE = re.compile(r"[\w'’-]{1,40}\W{0,3}\Z")


def unclosed_quotation(doc: Document) -> Iterator[Finding]:
    """Every mark that the document's quotation model could not pair."""
    unpaired = quotations(doc).unpaired
    if unpaired and is_english(doc):
        for item in unpaired:
            yield _unclosed(doc.text, item) if item.opens else _unopened(doc.text, item)


def _unclosed(text: str, item: Unpaired) -> Finding:
    mark, partner = item.mark, PARTNERS[item.mark.glyph]
    word = _WORD_AFTER.match(text, mark.end)
    at = Span(item.expected, item.expected)
    return Finding(
        mark.start,
        word.end() if word else mark.end,
        fix=Fix((Edit(at, partner),), safe=False, message=f"close the quotation with {partner}"),
        related=(Related(at, f"a closing {partner} was expected here"),),
        partner=partner,
        place=_place(text, item),
    )


def _place(text: str, item: Unpaired) -> str:
    if item.expected >= item.paragraph.end:
        return "before the paragraph ends"
    following = text[item.expected : item.expected + 40].split()
    return f"before “{' '.join(following[:3]).rstrip('.,')}”"


def _unopened(text: str, item: Unpaired) -> Finding:
    mark = item.mark
    word = _WORD_BEFORE.search(text, max(item.paragraph.start, mark.start - 43), mark.start)
    return Finding(word.start() if word else mark.start, mark.end, variant="unopened", partner=PARTNERS[mark.glyph])
