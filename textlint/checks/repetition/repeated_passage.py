"""DUP001: a passage that the document holds twice, word for word or nearly so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from textlint.checks.repetition.twins import Twins, twins
from textlint.diagnostic import Edit, Fix, Related
from textlint.facts.language import is_function_word
from textlint.facts.protected import protected
from textlint.matching import removal
from textlint.rule import Finding
from textlint.text import Document, Span

_FEWEST_SHARED = 6
_MOST_RELATED = 20
_LONGEST_SENTENCE = 500
_NEARBY = 60
# What is rare in a text comes first, and looks behind itself for the rest.
_ENDS = re.compile(r"[.!?…](?<!\b[A-Z]\.)(?<!\b[MDS][rst]\.)(?<!\bMrs\.)[\"'”’)\]]{0,2}(?=\s|\Z)")
_BEGINS = re.compile(r"\s(?:(?<=\n)|(?<=[.!?…:]\s)|(?<=[.!?…][\"'”’)\]]\s))\s{0,3}(?=\S)")
_BEGINS_TEXT = re.compile(r"\s{0,3}(?=\S)")
_OPENING = re.compile(r"[\"'“‘(\[]?\w")
_TITLE_END = re.compile(r" [\"'“‘]?[A-Z]")


def repeated_passage(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Passages that stand twice, marked at the second place; more copies of a passage belong to the same finding."""
    copies: dict[str, list[Twins]] = {}
    for pair in _passages(doc, options):
        copies.setdefault(doc.text[pair.second.start : pair.second.end], []).append(pair)
    for pairs in copies.values():
        yield _finding(doc, pairs)


def _passages(doc: Document, options: Mapping[str, Any]) -> Iterator[Twins]:
    """Whole sentences with an earlier copy, or an earlier sentence nearly the same, in the order of the text."""
    done = 0
    for pair in twins(doc.text):
        if pair.second.end <= done or _words(doc.text, pair.second) < _FEWEST_SHARED:
            continue
        found = _whole_units(doc.text, pair)
        if found is None or _words(doc.text, found.second) < options["fewest-words"]:
            found = _similar_sentences(doc.text, pair, options["similarity"])
        if found and found.second.start >= done and _is_passage(doc, found.second, options["fewest-words"]):
            done = found.second.end
            yield found


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _whole_units(text: str, pair: Twins) -> Twins | None:
    """The pair without the halves of sentences at its ends: from where one begins to where one ends in both places."""
    start, end = pair.second.start, pair.second.start + len(text[slice(*pair.second)].rstrip())
    before = max(0, start - 3)
    first = next((begin for begin in _begins(text, before, end) if begin >= start), None)
    if first is None:
        return None
    shift = pair.first.start - pair.second.start
    last = _last_end(text, Span(first, end), shift)
    if last is None:
        return None
    return Twins(Span(first + shift, last + shift), Span(first, last))


def _last_end(text: str, span: Span, shift: int) -> int | None:
    """The last end of a sentence in the span, or of a title: in both places, a new sentence follows it."""
    ends = [match.end() for match in _ENDS.finditer(text[span.start : span.end + 1])]
    whole_word = not (
        text[span.end : span.end + 1].isalnum() or text[span.end + shift : span.end + shift + 1].isalnum()
    )
    at = span.end if whole_word else text.rfind(" ", span.start, span.end)
    if at > span.start and _ends_title(text, at) and _ends_title(text, at + shift):
        return at
    return min(span.start + ends[-1], span.end) if ends else None


def _ends_title(text: str, at: int) -> bool:
    """Whether a unit without a full stop may end here: a line end, or a capital behind a word that can be the last."""
    if at >= len(text) or text[at] == "\n":
        return True
    last = text[max(0, at - 20) : at].lower().split()[-1:]
    return _TITLE_END.match(text, at) is not None and not any(map(is_function_word, last))


def _similar_sentences(text: str, pair: Twins, similarity: float) -> Twins | None:
    """The sentences around the pair, where they share most of their words and differ in no number."""
    one, other = _sentence_around(text, pair.first), _sentence_around(text, pair.second)
    if one.end > other.start or max(one.end - one.start, other.end - other.start) > _LONGEST_SENTENCE:
        return None
    if text[one.start : one.end] == text[other.start : other.end]:
        return Twins(one, other)
    here, there = (Counter(text[span.start : span.end].lower().split()) for span in (one, other))
    alike = (here & there).total() >= similarity * max(here.total(), there.total())
    own = "".join((here - there) + (there - here))
    return Twins(one, other) if alike and not any(map(str.isdigit, own)) else None


def _sentence_around(text: str, span: Span) -> Span:
    return Span(_last_begin(text, span.start), _next_end(text, max(span.start, span.end - 2), span.end))


def _next_end(text: str, start: int, end: int) -> int:
    """Where the sentence or line ends that goes on at a place, as far as the longest sentence reaches."""
    limit = min(end + _LONGEST_SENTENCE, len(text))
    line_end = text.find("\n", start, limit)
    last = _ENDS.search(text, start, limit if line_end < 0 else line_end + 1)
    return last.end() if last else limit if line_end < 0 else line_end


def _last_begin(text: str, at: int) -> int:
    """Where the sentence at a place begins: looked for nearby, then as far back as the longest sentence reaches."""
    for reach in (_NEARBY, _LONGEST_SENTENCE):
        begins = list(_begins(text, max(0, at - reach), at + 1))
        if begins:
            return begins[-1]
    return max(0, at - _LONGEST_SENTENCE)


def _begins(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences begin in a stretch of the text."""
    first = _BEGINS_TEXT.match(text, 0, end) if start == 0 else None
    if first:
        yield first.end()
    for match in _BEGINS.finditer(text, first.end() if first else start, end):
        yield match.end()


def _is_passage(doc: Document, span: Span, fewest_words: int) -> bool:
    """Whether it reads as prose: a long line with enough words, no verse, list, table, quotation or code."""
    written = doc.text[span.start : span.end]
    longest = max(written.split("\n"), key=len)
    if len(longest.split()) < fewest_words or not _OPENING.match(written):
        return False
    letters = sum(map(str.isalpha, longest))
    return letters * 4 >= len(longest) * 3 - 20 and not protected(doc).covers(span.start, span.start + 1)


def _finding(doc: Document, pairs: list[Twins]) -> Finding:
    (first, second), text = pairs[0], doc.text
    edits = tuple(Edit(removal(doc, pair.second), "") for pair in pairs)
    later = tuple(Related(pair.second, "and here again") for pair in pairs[1:_MOST_RELATED])
    return Finding(
        *second,
        related=(Related(first, "it stands here first"), *later),
        fix=Fix(edits, safe=False, message="Remove the repetition"),
        variant=None if text[first.start : first.end] == text[second.start : second.end] else "near",
        words=_words(text, second),
        row=doc.positions.location(first.start).row,
        more=f", and {len(pairs) - 1} times more below" if len(pairs) > 1 else "",
    )
