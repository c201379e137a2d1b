"""The quotations of a document: every quotation mark paired, continued in the next paragraph, or left unpaired."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textlint.facts.layout import paragraphs
from textlint.facts.quotations.continuation import goes_on, tag_in
from textlint.facts.quotations.marks import PARTNERS, SINGLES, Mark, Marks, Role, marks
from textlint.facts.quotations.pairing import Paired, pair_marks, scoped
from textlint.text import Document, Span, fact

# A quotation that is not opened again in each paragraph (a poem, a list) is closed within so many paragraphs.
_BLOCK = 8
# Where an unclosed quotation should end is looked for before so many further openings.
_LOOK = 4
# A paragraph with more quotations is not searched for places.
_CROWD = 200
# Odd quotations are defects of prose up to so many, and up to half of all.
_MANY = 50
# A mark every so many characters is a table, code or noise.
_DENSE = 5
# The letters of most paragraphs' marks: each quotation closes before the next one opens. Weak single marks are
# apostrophes where no other mark is single.
_TURNS = re.compile(r"(?:'*\('*[)}])*'*|(?:\(\)|\[\])*")
# Without a partner these are arrows: "Next »".
_ARROWS = frozenset("«»‹›")
# Faster than calling the class.
_new = tuple.__new__
_CLAUSE_ENDS = tuple(".,?!…:;—–-")


class Quotation(NamedTuple):
    """One quotation of one paragraph, from `start` to `end` with its marks.

    `opener` and `closer` are the marks as printed; the closer is empty where the quotation goes on in the next
    paragraph, which opens it again. `resumes` says that it comes from the paragraph before.
    """

    start: int
    end: int
    opener: str
    closer: str
    paragraph: Span
    resumes: bool = False

    @property
    def inner(self) -> Span:
        """What is quoted, without the marks."""
        return Span(self.start + len(self.opener), self.end - len(self.closer))


class Unpaired(NamedTuple):
    """A mark without a partner in its paragraph; `expected` is where the partner should be: an opener not before it."""

    mark: Mark
    opens: bool
    expected: int
    paragraph: Span


class Quotations:
    """The quotations of one document and the marks that could not be paired, both in the order of the text.

    `outermost` are the quotations that are inside no other.
    """

    def __init__(self, quotes: list[Quotation], unpaired: list[Unpaired]) -> None:
        self.quotes = quotes
        self.unpaired = unpaired
        self.outermost: list[Quotation] = []
        end = 0
        for quote in quotes:
            if quote[0] >= end:
                self.outermost.append(quote)
                end = quote[1]

    def beyond_prose(self, count: int) -> bool:
        """Whether `count` odd quotations are so many that the document is a table, code or a broken conversion."""
        return count > _MANY and 2 * count > len(self.quotes) + len(self.unpaired)

    def nested(self) -> Iterator[tuple[str, Quotation]]:
        """Every quotation inside another, with the opening mark (as printed) of the innermost one around it.

        One that was never closed counts if it is known where it should have been closed.
        """
        unclosed = [item for item in self.unpaired if item.opens and item.expected < item.paragraph.end]
        if not unclosed and len(self.outermost) == len(self.quotes):
            return
        spans: list[tuple[int, int, str, Quotation | None]]
        spans = [(quote.start, quote.end, quote.opener, quote) for quote in self.quotes]
        spans += [(item.mark.start, item.expected, item.mark.glyph, None) for item in unclosed]
        around: list[tuple[int, str]] = []
        for start, end, opener, quote in sorted(spans, key=lambda span: (span[0], -span[1])):
            while around and around[-1][0] <= start:
                around.pop()
            if around and quote:
                yield around[-1][1], quote
            around.append((end, opener))


@fact
def quotations(doc: Document) -> Quotations:
    """The one model of what is quoted in the document."""
    found = marks(doc.text)
    count = len(found.starts)
    only_apostrophes = not found.letters.strip("'")
    if only_apostrophes or (count > _MANY and count * _DENSE > len(doc.text)):
        return Quotations([], [])
    builder = _Builder(doc.text, found)
    first = 0
    for number, span in enumerate(paragraphs(doc)):
        if first < count and found.starts[first] < span[1]:
            last = bisect_left(found.starts, span[1], first)
            builder.add(number, span, first, last)
            first = last
    return builder.finish()


class _Open(NamedTuple):
    """A quotation still open at the end of its paragraph: the next one decides whether it goes on."""

    mark: Mark
    number: int
    paragraph: Span
    resumes: bool


class _Builder:
    """Takes the paragraphs of a document one by one, and carries what stays open from each to the next."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.text = text
        self.marks = marks
        self.quotes: list[Quotation] = []
        self.unpaired: list[Unpaired] = []
        self.open: list[_Open] = []

    def add(self, number: int, span: Span, first: int, last: int) -> None:
        """Pair the marks `first` to `last` (exclusive) of paragraph `number`."""
        letters = self.marks.letters[first:last]
        if not self.open and not letters.replace("()", ""):
            self._take_turns(span, range(first, last))
            return
        if not self.open and _TURNS.fullmatch(letters):
            self._take_turns(span, [number for number in range(first, last) if letters[number - first] != "'"])
            return
        found = self.marks.between(first, last)
        singles = [mark for mark in found if mark.single]
        if singles and all(mark.weak for mark in singles):  # only apostrophes
            found, singles = [mark for mark in found if not mark.single], []
        if found:
            self._pair(number, span, found, singles)

    def _take_turns(self, span: Span, numbers: Sequence[int]) -> None:
        """Keep the quotations of a paragraph where each mark has its partner next to it."""
        starts, sorts, _ = self.marks
        for one, other in zip(numbers[::2], numbers[1::2], strict=True):
            closer = sorts[other][0]
            quote = (starts[one], starts[other] + len(closer), sorts[one][0], closer, span, False)
            self.quotes.append(_new(Quotation, quote))

    def _pair(self, number: int, span: Span, found: list[Mark], singles: list[Mark]) -> None:
        families = [pair_marks(self.text, [mark for mark in found if not mark.single] if singles else found)]
        if singles:
            families += [pair_marks(self.text, group) for group in scoped(singles, families[0].pairs)]
        resumed = self._settle(number, span, found, families) if self.open else set()
        for paired in families:
            self._keep(paired, span, resumed)
            self._leave(paired, number, span, resumed)

    def _keep(self, paired: Paired, span: Span, resumed: set[Mark]) -> None:
        for opener, closer in paired.pairs:
            self.quotes.append(_quotation(opener, closer, span, opener in resumed))
        ends = sorted(pair.closer.end for pair in paired.pairs) if paired.closers else []
        for closer in paired.closers:
            before = bisect(ends, closer.start)
            self.unpaired.append(Unpaired(closer, False, ends[before - 1] if before else span.start, span))

    def _leave(self, paired: Paired, number: int, span: Span, resumed: set[Mark]) -> None:
        """Openers without a partner: the last mark of its kind may go on in the next paragraph, others may not."""
        if not paired.openers:
            return
        last = {pair.opener.glyph: pair.closer.start for pair in sorted(paired.pairs)}
        starts = sorted([pair.opener.start for pair in paired.pairs] + [opener.start for opener in paired.openers])
        for opener in paired.openers:
            if opener is paired.openers[-1] and opener.start > last.get(opener.glyph, -1):
                self.open.append(_Open(opener, number, span, opener in resumed))
            else:
                self.unpaired.append(Unpaired(opener, True, self._expected(opener, starts, span), span))

    def _expected(self, opener: Mark, starts: list[int], span: Span) -> int:
        """Where the closing mark should be: before a speech tag, or where a sentence ends before another opening."""
        if len(starts) > _CROWD:
            return span.end
        after = bisect(starts, opener.start)
        for start in starts[after : after + _LOOK]:
            before = self.text[max(0, start - 3) : start].rstrip()
            end = max(0, start - 3) + len(before)
            if end > opener.end and before.endswith(_CLAUSE_ENDS):
                return tag_in(self.text, Span(opener.end, end)) or end
        return tag_in(self.text, Span(opener.end, span.end)) or span.end

    def _settle(self, number: int, span: Span, found: list[Mark], families: list[Paired]) -> set[Mark]:
        """Decide on the quotations that were still open; return the marks that open them again here."""
        resumed: set[Mark] = set()
        leads = self._leads(span, found)
        still_open = []
        for mark, opened, paragraph, resumes in self.open:
            lead = next((lead for lead in leads if lead.single == mark.single), None)
            closer = _first_closer(mark, found, families) if number <= opened + _BLOCK else None
            if lead and number == opened + 1 and goes_on(self.text, Span(mark.end, paragraph.end)):
                resumed.add(lead)
                self.quotes.append(Quotation(mark.start, paragraph.end, mark.glyph, "", paragraph, resumes))
            elif closer:
                self.quotes.append(_quotation(mark, closer, paragraph, resumes))
            elif lead or number > opened + _BLOCK or any(paired.openers for paired in families):
                self.unpaired.append(self._unclosed(mark, paragraph))
            else:
                still_open.append(_Open(mark, opened, paragraph, resumes))
        self.open = still_open
        return resumed

    def _leads(self, span: Span, found: list[Mark]) -> list[Mark]:
        """The opening marks that the paragraph begins with."""
        leads, at = [], span.start
        for mark in found[:3]:
            if mark.role is Role.CLOSE or self.text[at : mark.start].strip():
                break
            leads.append(mark)
            at = mark.end
        return leads

    def finish(self) -> Quotations:
        """What was found, once the last paragraph has been added."""
        for mark, _, paragraph, _ in self.open:
            self.unpaired.append(self._unclosed(mark, paragraph))
        quotes = sorted(self.quotes)
        return Quotations(quotes, sorted(_credible(self.text, quotes, self.unpaired)))

    def _unclosed(self, mark: Mark, paragraph: Span) -> Unpaired:
        tag = tag_in(self.text, Span(mark.end, paragraph.end))
        return Unpaired(mark, True, tag or paragraph.end, paragraph)


def _quotation(opener: Mark, closer: Mark, paragraph: Span, resumes: bool) -> Quotation:
    return Quotation(opener.start, closer.end, opener.glyph, closer.glyph, paragraph, resumes)


def _first_closer(opener: Mark, found: list[Mark], families: list[Paired]) -> Mark | None:
    """Take the closing mark without an opener that the paragraph's marks begin with: it closes an earlier quotation."""
    for paired in families:
        if paired.closers and paired.closers[0].glyph == PARTNERS[opener.glyph]:
            first = next(mark for mark in found if mark.single == opener.single and not mark.weak)
            if paired.closers[0] is first:
                return paired.closers.pop(0)
    return None


def _credible(text: str, quotes: list[Quotation], unpaired: list[Unpaired]) -> Iterator[Unpaired]:
    """Leave out single marks without a partner that may be apostrophes, unless the document quotes with them."""
    singles = [item for item in unpaired if item.mark.single]
    quoting = (
        sum(quote.opener in SINGLES and " " in text[quote.start : quote.end] for quote in quotes) if singles else 0
    )
    for item in unpaired:
        if item.mark.glyph in _ARROWS:
            continue
        if not item.mark.single:
            yield item
        elif quoting > max(1, len(singles)) and not item.mark.weak:
            after, before = text[item.mark.end : item.mark.end + 1], text[item.mark.start - 1 : item.mark.start]
            if after.isupper() if item.opens else before.endswith(_CLAUSE_ENDS):
                yield item
