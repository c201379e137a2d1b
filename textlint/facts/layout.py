"""Lines, paragraphs and sentences of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from textlint.text import Document, Span, fact

_LINE_END = re.compile(r"\r\n?|\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col sen rep gov capt lt sgt maj rev hon no vs etc inc ltd co corp fig jan feb mar "
    "apr jun jul aug sep sept oct nov dec mt ft al approx dept est".split()
)
_SPACE = re.compile(r"\s*")
# A third of the time of calling the class: every line of a corpus is one.
_new = tuple.__new__
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s+[\"'“‘(\[]{0,3}[^\W_a-z])")


@fact
def lines(doc: Document) -> list[Span]:
    """The lines of the text without their line ends, empty ones included."""
    return _mixed_lines(doc.text) if "\r" in doc.text else _plain_lines(doc.text)


def _plain_lines(text: str) -> list[Span]:
    spans = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        spans.append(_new(Span, (start, end)))
        start = end + 1
    return spans


def _mixed_lines(text: str) -> list[Span]:
    spans = []
    start = 0
    for end in _LINE_END.finditer(text):
        spans.append(Span(start, end.start()))
        start = end.end()
    return [*spans, Span(start, len(text))]


@fact
def paragraphs(doc: Document) -> list[Span]:
    """The paragraphs of the text: lines, or runs of lines where the text is hard-wrapped."""
    text = doc.text
    nonempty = [span for span in lines(doc) if span[0] < span[1]]
    filled = [span for span in nonempty if not (text[span[0]].isspace() and text[span[0] : span[1]].isspace())]
    if not _hard_wrapped(text, nonempty):
        return filled
    joined: list[Span] = []
    for span in filled:
        gap = text[joined[-1].end : span.start] if joined else ""
        if joined and gap in ("\n", "\r\n", "\r"):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _hard_wrapped(text: str, nonempty: list[Span]) -> bool:
    """Whether most lines run on in the next: they are of like length and the next begins in lower case.

    Only lines that are not empty count.
    """
    inside = [
        (start, end, after)
        for (start, end), (after, _) in pairwise(nonempty)
        if after - end == 1 or text[end:after] == "\r\n"
    ]
    running_on = sum(
        40 <= end - start <= 130 and text[end - 1] not in ".!?:" and text[after].islower()
        for start, end, after in inside
    )
    return running_on >= 3 and running_on * 4 >= len(inside)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences inside a span of the text, split at final punctuation before a capital.

    Abbreviations, initials and numbers do not end a sentence.
    """
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        before = text[max(start, match.start() - 12) : match.start()].rsplit(None, 1)
        word = before[-1].strip("(\"'“‘") if before else ""
        if match[0][0] == "." and _abbreviates(word):
            continue
        yield Span(start, match.end())
        start = _SPACE.match(text, match.end(), span.end).end()  # type: ignore[union-attr]
    if start < span.end:
        yield Span(start, span.end)


def _abbreviates(word: str) -> bool:
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word
