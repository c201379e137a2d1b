"""Who said a quotation, and where the text says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from textlint.facts.layout import paragraphs, sentences
from textlint.facts.quotations.model import Quotation, quotations
from textlint.facts.quotations.speech import source_words, speaking_verbs, speech_verbs
from textlint.text import Document, Span, fact

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OPENING = frozenset("\"“'‘«„")
_SENTENCE_END = frozenset(".?!…")
_CLAUSE_END = _SENTENCE_END | frozenset(",—–-")
_CLOSERS = " \t\u00a0)]}*_\"'”’"
_SOURCE_LINE = re.compile(r"\s{0,3}[—–-]{1,2}\s?[A-Z]")
_POINTS_BACK = re.compile(
    r"(?:(?:That|This|Those|These|Such)(?:['’]s| is| was| were| are| came| comes) (?:how|what|from|the words?)"
    r"|So (?:said|says|wrote|writes|went|goes|ran|runs|began|begins)|Thus"
    r"|The (?:quote|quotation|words?|statement|remarks?|comments?|message|post|tweet|line|note|letter|e-?mail|caption"
    r"|passage|slogan|sentence|phrase|text)) "
)
_FEWEST_WORDS = 5
_SHORT_LINE = 8
_TAG_WORDS = 8
# What stands right after something follows it in so many characters.
_GAP = 3
# A fragment's verb stands within so many characters.
_REACH = 150
# A paragraph of so few words ("But she did not stop there.") does not part what stands before it from what follows.
_INTERLUDE_WORDS = 6


class Means(StrEnum):
    """How a text gives the speaker of a quotation."""

    FRAGMENT = "part of a sentence"
    TAG = "speech verb"
    INTRODUCED = "introduced"
    CONTINUED = "continued"
    SOURCE = "source line"
    DISPLAY = "display text"
    NONE = "none"


class Attribution(NamedTuple):
    """One outermost quotation, how its speaker is given, and the verb or sign that gives it."""

    quotation: Quotation
    means: Means
    cue: Span | None = None


@fact
def attributions(doc: Document) -> list[Attribution]:
    """The attribution of every outermost quotation of the document."""
    reader = _Reader(doc)
    return [found for place in range(len(reader.groups)) for found in reader.judge(place)]


@fact
def unattributed(doc: Document) -> list[Quotation]:
    """The sentence-long quotations whose speaker is not given; only paragraphs where one may be are read."""
    near = _near_others(doc.text, quotations(doc).outermost)
    if not near:
        return []
    reader = _Reader(doc)
    suspects = (place for place, (span, _) in enumerate(reader.groups) if span in near and reader.suspicious(place))
    return [found.quotation for place in suspects for found in reader.judge(place) if found.means is Means.NONE]


def _near_others(text: str, quotes: list[Quotation]) -> set[Span]:
    """The paragraphs that may be all quotation, or have one right after another."""
    found: set[Span] = set()
    after: Quotation | None = None
    for quote in reversed(quotes):
        _, end, _, _, paragraph, _ = quote
        if after is None or after[4] != paragraph:
            # Most paragraphs begin or end with the writer's words.
            if not text[paragraph[0]].isalpha() and not _WORD.search(text, end, paragraph[1]):
                found.add(paragraph)
        elif after[0] - end <= _GAP:
            found.add(paragraph)
        after = quote
    return found


class _Reader:
    """Judges the quotations of each paragraph in the light of the paragraphs around it."""

    def __init__(self, doc: Document) -> None:
        self.model = quotations(doc)
        self.text = doc.text
        self.paragraphs = paragraphs(doc)
        self.groups = [
            (span, list(group)) for span, group in groupby(self.model.outermost, key=attrgetter("paragraph"))
        ]
        self._judged: dict[int, list[Attribution]] = {}

    @cached_property
    def unclosed(self) -> set[Span]:
        """The paragraphs with a quotation that never closes."""
        return {item.paragraph for item in self.model.unpaired if item.opens}

    @cached_property
    def _place(self) -> dict[Span, int]:
        return {span: place for place, (span, _) in enumerate(self.groups)}

    def suspicious(self, place: int) -> bool:
        """Whether a paragraph is all quotation, or has a whole sentence right after a quoted fragment."""
        span, quotes = self.groups[place]
        if self._is_bare(span, quotes):
            return True
        return any(map(self._stands_apart, quotes, quotes[1:]))

    def judge(self, place: int) -> list[Attribution]:
        """The attributions of one paragraph with quotations. Ask in the order of the text: runs of them are long."""
        if place not in self._judged:
            span, quotes = self.groups[place]
            bare = self._is_bare(span, quotes)
            self._judged[place] = self._bare(span, quotes) if bare else list(self._within(span, quotes))
        return self._judged[place]

    def _is_bare(self, paragraph: Span, quotes: list[Quotation]) -> bool:
        if self.text[paragraph[0]].isalpha():
            return False
        return next(self._narrative(paragraph, quotes), None) is None

    def _narrative(self, paragraph: Span, quotes: list[Quotation]) -> Iterator[Span]:
        """The writer's own words in a paragraph: what no quotation covers."""
        at = paragraph.start
        for quote in quotes:
            if _WORD.search(self.text, at, quote.start):
                yield Span(at, quote.start)
            at = quote.end
        if _WORD.search(self.text, at, paragraph.end):
            yield Span(at, paragraph.end)

    def _within(self, paragraph: Span, quotes: list[Quotation]) -> Iterator[Attribution]:
        """Quotations that share a paragraph with the writer's words: a speech verb nearby names their speaker."""
        cues = [cue for span in self._narrative(paragraph, quotes) for cue in self._cues(span, speech_verbs())]
        previous: Quotation | None = None
        for quote in quotes:
            cue = self._nearest(cues, quote)
            if previous and self._stands_apart(previous, quote):
                yield Attribution(quote, Means.NONE)
            elif cue and self._is_clause(quote):
                yield Attribution(quote, Means.TAG, cue)
            else:
                yield Attribution(quote, Means.INTRODUCED if self._is_sentence(quote) else Means.FRAGMENT, cue)
            previous = quote

    def _nearest(self, cues: list[Span], quote: Quotation) -> Span | None:
        """The verb of speech nearest to a quotation; a fragment has its own close by, a sentence anywhere around."""
        after = bisect_left(cues, Span(quote.end, 0))
        beside = [(quote.start - cue.end, cue) for cue in cues[max(0, after - 1) : after]]
        beside += [(cue.start - quote.end, cue) for cue in cues[after : after + 1]]
        distance, cue = min(beside, default=(0, None))
        return cue if distance <= _REACH or self._is_clause(quote) else None

    def _stands_apart(self, before: Quotation, quote: Quotation) -> bool:
        """Whether a whole sentence follows a quoted fragment directly: nobody quotes on without a word between."""
        if quote.start - before.end > _GAP or self.text[before.end : quote.start].strip():
            return False
        fragment = self._words(before)
        if not fragment[:1].islower() or fragment[-1] not in _SENTENCE_END or not self._is_speech([quote]):
            return False
        after = self.text[quote.end : min(quote.end + 120, quote.paragraph.end)]
        words = [word[0].lower() for word in islice(_WORD.finditer(after), _TAG_WORDS)]
        said = [place for place, word in enumerate(words) if word in speech_verbs()]
        return all(words[place + 1 : place + 2] == ["that"] for place in said)

    def _cues(self, span: Span, verbs: frozenset[str]) -> Iterator[Span]:
        """The verbs in a span; capital letters make a verb a name, but for the first word of the span."""
        for word in _WORD.finditer(self.text, *span):
            if word[0] in verbs or (word[0].lower() in verbs and not self.text[span.start : word.start()].strip()):
                yield Span(*word.span())

    def _words(self, quote: Quotation) -> str:
        return self.text[slice(*quote.inner)].strip(_CLOSERS)

    def _is_sentence(self, quote: Quotation) -> bool:
        inner = self._words(quote)
        return inner[-1:] in _SENTENCE_END and not inner[:1].islower()

    def _is_clause(self, quote: Quotation) -> bool:
        """Whether a quotation is a whole sentence, or one that a speech tag completes."""
        inner = self._words(quote)
        return inner[-1:] in _CLAUSE_END and not inner[:1].islower() and inner.count(" ") + 1 >= _FEWEST_WORDS

    def _bare(self, paragraph: Span, quotes: list[Quotation]) -> list[Attribution]:
        """Quotations that fill their paragraph: the paragraphs around must tell the speaker."""
        means, cue = self._around(paragraph, quotes)
        return [Attribution(quote, means, cue) for quote in quotes]

    def _around(self, paragraph: Span, quotes: list[Quotation]) -> tuple[Means, Span | None]:
        number = bisect_left(self.paragraphs, paragraph)
        if number == 0 or not self._is_speech(quotes):
            return Means.DISPLAY, None
        before = self.paragraphs[number - 1]
        if quotes[0].resumes or before in self.unclosed:
            return Means.CONTINUED, None
        given = self._given(before)
        if not given and number > 1 and self.text[before.start : before.end].count(" ") < _INTERLUDE_WORDS:
            given = self._given(self.paragraphs[number - 2])
        if not given and number + 1 < len(self.paragraphs):
            given = self._afterwards(self.paragraphs[number + 1])
        return given or (Means.NONE, None)

    def _given(self, before: Span) -> tuple[Means, Span | None] | None:
        """How a paragraph gives the speaker of the quotation after it: by one of its own, or by its last sentence."""
        spoken = self._spoken(before)
        if spoken:
            return (Means.NONE if spoken.means is Means.NONE else Means.CONTINUED), spoken.cue
        introduction = self._introduction(before)
        return (Means.INTRODUCED, introduction) if introduction else None

    def _spoken(self, paragraph: Span) -> Attribution | None:
        """The last sentence-long quotation of a paragraph."""
        place = self._place.get(paragraph)
        found = self.judge(place) if place is not None else []
        return next((item for item in reversed(found) if item.means is not Means.FRAGMENT), None)

    def _is_speech(self, quotes: list[Quotation]) -> bool:
        """Whether quotations in a row are running speech: whole sentences on one line, and not too short."""
        text = self.text[quotes[0].start : quotes[-1].end]
        return (
            "\n" not in text
            and len(_WORD.findall(text[:400])) >= _FEWEST_WORDS
            and self._is_sentence(quotes[-1])
            and not self._words(quotes[0])[:1].islower()
        )

    def _introduction(self, before: Span) -> Span | None:
        """What in the paragraph before introduces a quotation: its end, or a verb of speech in its last sentence."""
        end = before.start + len(self.text[before.start : before.end].rstrip(_CLOSERS))
        if self.text[end - 1] not in _SENTENCE_END:
            return Span(end - 1, end)
        *_, sentence = sentences(self.text, before)
        return next(self._cues(sentence, speaking_verbs() | source_words()), None)

    def _afterwards(self, after: Span) -> tuple[Means, Span | None] | None:
        """Whether the paragraph after names the source (a dash or name, words that point back) or goes on."""
        text = self.text[after.start : min(after.end, after.start + 120)].rstrip()
        named = _SOURCE_LINE.match(text) or (text[:1].isupper() and text[-1:] not in _SENTENCE_END)
        if _POINTS_BACK.match(text) or (named and text.count(" ") < _SHORT_LINE):
            return Means.SOURCE, Span(after.start, after.start + len(text))
        return (Means.CONTINUED, None) if text[:1] in _OPENING else None
