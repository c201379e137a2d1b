"""SPC002: sentences, clauses or words glued together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from textlint.checks.spelling.lexicon import COMMON, lexicon
from textlint.diagnostic import Edit, Fix
from textlint.facts.language import english_at
from textlint.facts.protected import protected
from textlint.facts.words import word_types
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Sept?|Oct|Nov|Dec)"
)
_STARTERS = "(?:The|This|That|These|There|They|He|She|We|But|And|When|While|His|Her|Their|However|Read|Advertisement)"
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st jr sr no vs prof gen lt col sgt rev hon ft mt inc ltd co vol fig ed".split()
)
_DOMAINS = frozenset("com org net edu gov fm tv io me ly ai co uk us eu ca info biz".split())
_COMMON_ZIPF = 4.5
# One letter is not counted with the comma before it and the one after.
_GLUED_COMMA = re.compile(r",(?<=[^\W\d_],)[^\W\d_](?:,(?=[^\W\d_]))?")
_NEAR = 3000
# No match reaches further from its mark, nor looks further ahead.
_BEFORE_MARK = 40
_BEHIND_MARK = 100
_NAMES_WITH_MARK = frozenset("yahoo jeopardy yum guess joomla chips oklahoma mamma oliver westward ask wham".split())


class _Glue(NamedTuple):
    """A way of gluing: the space belongs between the groups 1 and 2 of the pattern, where `real` says so.

    `tell` stands in every document that has one, and `mark` begins inside every match: it is quickly found.
    """

    variant: str
    tell: str
    mark: str
    pattern: str
    real: Callable[[Document, re.Match[str]], bool]
    safe: bool = True


def _sentences(doc: Document, match: re.Match[str]) -> bool:
    """Two sentences: a word on either side of the mark, and no abbreviation, address, brand or call of a function."""
    left, right = match.groups()
    word, mark = left.rstrip('.!?)]"”’'), left.rstrip(')]"”’')[-1:]
    around = _around(match)
    if right.lower() in _DOMAINS or word.lower() in _ABBREVIATIONS or f"{left}{right}(" in around:
        return False
    if mark == "!" and word.lower() in _NAMES_WITH_MARK:
        return False
    if word[:1].isupper() and (lexicon().zipf(right.lower()) < _COMMON_ZIPF or around.count(left + right) > 1):
        return False  # "One.Tel", "Salon.Media": a name
    return word.isdigit() or (_is_word(doc, word) and _is_word(doc, right))


def _clauses(doc: Document, match: re.Match[str]) -> bool:
    """Two clauses: words on both sides of a comma, in a text that sets a space after its other commas."""
    left, right = match.groups()
    return _is_word(doc, left[:-1]) and _is_word(doc, right) and _spaces_its_commas(_around(match))


def _spaces_its_commas(text: str) -> bool:
    spaced = text.count(", ")
    return spaced >= 3 * (text.count(",") - spaced) or spaced >= 3 * len(_GLUED_COMMA.findall(text))


def _after_word(doc: Document, match: re.Match[str]) -> bool:
    return match[1][:1].isupper() or _is_word(doc, match[1])


def _after_number(_doc: Document, _match: re.Match[str]) -> bool:
    return True


def _words(_doc: Document, match: re.Match[str]) -> bool:
    """A common word and the beginning of a sentence, and not a name that the text uses again."""
    return bool(lexicon().flags(match[1]) & COMMON) and _around(match).count(match[0]) == 1


def _around(match: re.Match[str]) -> str:
    """The text near a match: how it sets its commas, and whether it uses the same form again."""
    return match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]


def _is_word(doc: Document, word: str) -> bool:
    return lexicon().accepts(word) or bool(lexicon().flags(word.lower())) or word.lower() in word_types(doc)


_GLUES = (
    _Glue(
        "sentences",
        r"[a-z]{2}[.!?][A-Z](?:[a-z]| )",
        r"[.!?](?=[A-Z])",
        r"(?<![\w.@/#])([^\W\d_]{0,30}[a-z]{2}[.!?])((?:[A-Z][a-z]{1,30}|I|A)(?=[\s,;:'’\"”)-]|[.!?](?!\w)))",
        _sentences,
    ),
    _Glue(
        "sentences",
        r"(?:\b(?:19|20)[0-9]{2}|[a-z]\))\.[A-Z][a-z]",
        r"\.(?=[A-Z])",
        r"((?:\b(?:19|20)\d\d|\b[a-z]{2,30}\))\.)([A-Z][a-z]{1,30}(?=[\s,;'’]))",
        _sentences,
    ),
    _Glue(
        "sentences",
        r"[a-z][.,!?][”\"][A-Za-z][a-z]",
        r"”(?=[A-Za-z])",
        r"\b([^\W\d_]{0,30}[a-z]{2}[.,!?]”)([A-Za-z][a-z]{1,30})\b",
        _sentences,
    ),
    _Glue(
        "clauses",
        r"[a-z]{2},[A-Za-z][a-z]",
        r",(?=[A-Za-z])",
        r"(?<![\w,])([^\W\d_]{0,30}[a-z]{2},)([A-Za-z][a-z]{1,30}(?=[\s;.'’])(?![^,\n]{0,40},\w))",
        _clauses,
    ),
    _Glue(
        "date",
        rf"[a-z]{{3}}[0-9]{{1,2}} {_MONTH}\b",
        r"\d(?<=[a-z].)",
        rf"\b([A-Za-z][a-z]{{2,30}})(\d{{1,2}} {_MONTH}\b)",
        _after_word,
    ),
    _Glue(
        "date",
        r"(?:[a-z]\.? [0-9]{1,2},? |[0-9] [A-Z][a-z]{2,8} )(?:19|20)[0-9]{2}[A-Z][a-z]{2}",
        r"\d(?=[A-Z])",
        rf"\b((?:{_MONTH}\.? \d{{1,2}},?|\d{{1,2}} {_MONTH}) (?:19|20)\d\d)([A-Z][a-z]{{2,30}})\b",
        _after_number,
    ),
    _Glue(
        "date",
        r"[0-9]:[0-9]{2}(?: ?[AP]M)?[A-Z][a-z]{2}",
        r":(?=\d)",
        r"\b(\d{1,2}:\d\d(?: ?[AaPp][Mm])?)([A-Z][a-z]{2,30})\b",
        _after_number,
    ),
    _Glue(
        "words",
        rf"[a-z]{{3}}{_STARTERS}\b",
        r"[A-Z](?<=[a-z].)",
        rf"(?<![\w@#/.-])([a-z]{{3,30}})({_STARTERS})(?=[\s,'’])",
        _words,
        safe=False,
    ),
)


@cache
def _gate() -> Prefilter:
    return Prefilter([f"(?-i:{glue.tell})" for glue in _GLUES])


def missing_space(doc: Document) -> Iterator[Finding]:
    """Places where the space after a sentence, a clause, a date or a word was lost."""
    for index in _gate().occurring(doc.utf8):
        glue = _GLUES[index]
        for match in _matches(glue, doc.text):
            if glue.real(doc, match) and _in_prose(doc, match):
                yield _finding(glue, match)


def _matches(glue: _Glue, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, in order, each looked for around its mark."""
    pattern = re.compile(glue.pattern)
    done = 0
    for mark in re.finditer(glue.mark, text):
        if mark.start() >= done:
            match = pattern.search(text, max(done, mark.start() - _BEFORE_MARK), mark.start() + _BEHIND_MARK)
            if match and match.start() <= mark.start() < match.end():
                yield match
                done = match.end()


def _in_prose(doc: Document, match: re.Match[str]) -> bool:
    return not protected(doc).covers(*match.span()) and english_at(doc, match.start())


def _finding(glue: _Glue, match: re.Match[str]) -> Finding:
    return Finding(
        *match.span(),
        suggestions=(f"{match[1]} {match[2]}",),
        fix=Fix((Edit(Span(match.end(1), match.end(1)), " "),), safe=glue.safe, message="Insert a space"),
        left=match[1],
        right=match[2],
        variant=glue.variant,
    )
