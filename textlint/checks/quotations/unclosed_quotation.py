"""QUO002: a quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textlint.diagnostic import Edit, Fix, Related
from textlint.facts.language import is_english
from textlint.facts.quotations import Unpaired, quotations
from textlint.facts.quotations.genre import is_sentence_list
from textlint.facts.quotations.marks import PARTNERS
from textlint.rule import Finding
from textlint.text import Document, Span

_WORD_AFTER = re.compile(r"\W{0,2}[\w'’-]{1,40}")
_WORD_BEFORE = re.compile(r"[\w'’-]{1,40}\W{0,3}\Z")


# A document with more quotations than this opened again without a break gets one finding that stands for all of them.
_FEW = 2
# In double marks, a quotation that opens again is most often one of several paragraphs whose breaks were lost: its
# words are still all the speaker's. A single mark may as well be an apostrophe, and then they are not.
_UNMISTAKABLE = frozenset('"“')
_BREAK_LOST = 0.6


def unclosed_quotation(doc: Document) -> Iterator[Finding]:
    """Every mark that the document's quotation model could not pair."""
    model = quotations(doc)
    unpaired = model.unpaired
    if not unpaired or model.beyond_prose(len(unpaired)) or not is_english(doc) or is_sentence_list(doc):
        return
    glued = []
    for item in unpaired:
        if _reopened(doc.text, item):
            glued.append(item)
        else:
            yield _unclosed(doc.text, item) if item.opens else _unopened(doc.text, item)
    heads = [item for before, item in zip([None, *glued], glued, strict=False) if not _follows(before, item)]
    for item in heads if len(heads) <= _FEW else heads[:1]:
        yield _glued(doc.text, item, () if len(heads) <= _FEW else heads[1:])


def _reopened(text: str, item: Unpaired) -> bool:
    """Whether another quotation opens where this one should have closed."""
    after = text[item.expected : min(item.expected + 3, item.paragraph.end)].lstrip()
    return item.opens and after[:1] == item.mark.glyph[:1]


def _follows(before: Unpaired | None, item: Unpaired) -> bool:
    return before is not None and 0 <= item.mark.start - before.expected <= 2


def _glued(text: str, item: Unpaired, others: Sequence[Unpaired]) -> Finding:
    finding = _unclosed(text, item)
    finding.variant = "glued"
    if item.mark.glyph in _UNMISTAKABLE:
        finding.confidence = _BREAK_LOST
    finding.related += tuple(Related(Span(other.mark.start, other.mark.end), "and here") for other in others)
    finding.facts["others"] = f"; so are {len(others)} more in this document" if others else ""
    return finding


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
    return (
        "before the paragraph ends" if item.expected >= item.paragraph.end else f"before {_words(text, item.expected)}"
    )


def _words(text: str, at: int) -> str:
    """The first words from `at` on, to name a place."""
    return f"“{' '.join(text[at : at + 60].split()[:3]).strip('.,')}”"


def _unopened(text: str, item: Unpaired) -> Finding:
    mark = item.mark
    word = _WORD_BEFORE.search(text, max(item.paragraph.start, mark.start - 43), mark.start)
    return Finding(
        word.start() if word else mark.start,
        mark.end,
        variant="unopened",
        partner=PARTNERS[mark.glyph],
        place=_words(text, item.expected),
    )
