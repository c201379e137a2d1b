"""Where a name stands, and the other names of its run: `Foreign Minister Andrii Sybiha`, `Mr Sybiha`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from textlint.checks.names.scorer import same_name
from textlint.checks.spelling.lexicon import COMMON_NAME, LOWER, lexicon
from textlint.facts.protected import protected
from textlint.facts.words import occurrences
from textlint.packs import data_path
from textlint.text import Document, Span

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|['’](?!s\b)){{0,30}}"
_BEFORE = re.compile(rf"(?:(?<![\w.'’-])|(?<=\b[a-z]-))({_WORD}|{_LETTER}(?:\.{_LETTER}){{0,2}})(\.?)[ \xa0-]$")
_AFTER = re.compile(rf"\)?(?:[ \xa0][^\W\d_a-z]\.){{0,2}}[ \xa0]({_WORD})")
_PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "abu", "de", "del", "der", "den", "di", "da", "van", "von", "la", "le", "ben", "ul")
)
_HYPHENED = re.compile(rf"[-‑]{_LETTER}")
_COMPOUND = re.compile(rf"{_LETTER}{{3,}}[-‑]$")
_WINDOW = 44
_SPELLING = re.compile(
    r"(?:\bspel[lt]|\bwritten\b|\btranscri|\btranslit|\bromani[sz]|\bvariants?\b|\balso known as\b|\bappears as\b"
    r"|\(also )[^.!?\n]{0,32}$"
)
_SPELLING_TELLS = ("spel", "written", "tran", "romani", "variant", "known as", "appears as", "(also ")
_ALTERNATIVE = re.compile(rf"({_WORD})(?:(?:,? (?:or|and) |, |/)[\"“‘]?| ?[(\[\"“‘″]{{1,2}}(?:{_WORD} )?)$")
_LISTS = (", ", "or ", "and ")
_OPENED = re.compile(r"[(\[/\"“‘″](?:\S* )?$")
_FOREIGN = re.compile(
    r"(?:^|[\s\"“‘(])(?:[a-zà-ÿ]+|\w*[À-ÿ]\w*|) "
    r"(?:de|du|des|le|la|les|el|los|las|del|dem|der|den|das|und|et|y|en|saint)(?: la| las| los)? $"
)
_FOREIGN_TELLS = tuple(
    f" {word} " for word in "de du des le la les las los el del dem der den das und et y en saint".split()
)
_FOREIGN_AFTER = re.compile(r" (?:pour|du|des|und|et|für)\b")
_ALIKE = 0.5
_MOST = 2_000
_STEPS = 4
_WORD_ZIPF = 3.0
_SPEAKS = re.compile(
    r",? (?:also |later |then )?(?:said|says|told|tells|added|adds|noted|wrote|tweeted|asked|argued|explained|suggested"
    r"|hinted|continued|admitted|insisted|stressed|claimed)\b"
)


class Mention(NamedTuple):
    """One place of a name: the names before and after it in its run, nearest first.

    `titled`: a title stands before it; `speaks`: a verb of speech follows it.
    """

    name: str
    span: Span
    before: tuple[str, ...]
    after: tuple[str, ...]
    titled: bool
    speaks: bool


@cache
def titles() -> frozenset[str]:
    """Titles and capitalised roles that stand before a name, in lower case, without dots."""
    lines = data_path("names", "titles.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def mentions(doc: Document, names: Collection[str]) -> Iterator[Mention]:
    """The first 2,000 places where one of the names stands alone, possessives included, in the order of the text."""
    forms = {form: name for name in names for form in (name, f"{name}'s")}
    last = -1
    for form, found in islice(occurrences(doc, forms), _MOST):
        span = Span(found.start, found.start + len(forms[form]))
        if span.start != last and _stands_alone(doc, span):
            yield _mention(doc.text, forms[form], span)
        last = span.start


def _stands_alone(doc: Document, span: Span) -> bool:
    return not _is_part(doc.text, span) and not _names_spelling(doc.text, span) and not protected(doc).covers(*span)


def _names_spelling(text: str, span: Span) -> bool:
    """Whether the text speaks of the spelling, as in `also written Esfahan`, or quotes another language."""
    before = text[max(0, span.start - _WINDOW) : span.start]
    if any(tell in before for tell in _SPELLING_TELLS) and _SPELLING.search(before):
        return True
    line = before.removesuffix("\n")  # the patterns end there too
    if (line.endswith(_FOREIGN_TELLS) and _FOREIGN.search(before)) or _FOREIGN_AFTER.match(text, span.end):
        return True
    other = _ALTERNATIVE.search(before) if line.endswith(_LISTS) or _OPENED.search(before) else None
    return other is not None and same_name(other[1], text[span.start : span.end]) >= _ALIKE


def _is_part(text: str, span: Span) -> bool:
    """Whether hyphens make the word part of a longer name, other than behind an article (`al-`)."""
    return bool(_HYPHENED.match(text, span.end)) or bool(_COMPOUND.search(text[max(0, span.start - 12) : span.start]))


def _mention(text: str, name: str, span: Span) -> Mention:
    before, titled = _names_before(text, span.start)
    return Mention(name, span, before, _names_after(text, span.end), titled, bool(_SPEAKS.match(text, span.end)))


def _names_before(text: str, at: int) -> tuple[tuple[str, ...], bool]:
    found: list[str] = []
    for _ in range(_STEPS):
        match = _word_before(text, at)
        if match is None:
            break
        word = match[1]
        bare = word.replace(".", "").lower()
        if bare in titles():
            return tuple(found), True
        at = max(0, at - _WINDOW) + match.start()
        if (match[2] and len(bare) > 1) or not (is_name_part(word) or _is_inside_sentence(text, at, word)):
            break
        if len(bare) > 1 and bare not in _PARTICLES:
            found.append(word)
    return tuple(found), False


def _word_before(text: str, at: int) -> re.Match[str] | None:
    """The word before a place, in the window that ends there: it begins no earlier than behind the last space."""
    window = text[max(0, at - _WINDOW) : at]
    return _BEFORE.search(window, max(0, *(window.rfind(space, 0, -2) for space in " \xa0\n")))


def _names_after(text: str, at: int) -> tuple[str, ...]:
    found: list[str] = []
    for _ in range(_STEPS):
        match = _AFTER.match(text, at)
        if match is None or not (is_name_part(match[1]) or _ends_run(text, match)):
            break
        at = match.end()
        if len(match[1]) > 1 and match[1].lower() not in _PARTICLES | titles():
            found.append(match[1])
    return tuple(found)


def is_name_part(word: str) -> bool:
    """Whether the word by itself can be part of a name: a particle, or capitalised and no plain word."""
    if word[0].islower():
        return word in _PARTICLES
    entry = lexicon().entry(word.lower())
    return not entry.flags & LOWER or bool(entry.flags & COMMON_NAME) or entry.zipf < _WORD_ZIPF


def _is_inside_sentence(text: str, at: int, word: str) -> bool:
    """Whether a plain word has its capital in the middle of a sentence or behind a title, and so is part of a name."""
    if not word[0].isupper() or text[at - 1 : at] != " ":
        return False
    before = _word_before(text, at)
    return text[at - 2 : at - 1].islower() or (before is not None and before[1].replace(".", "").lower() in titles())


def _ends_run(text: str, match: re.Match[str]) -> bool:
    """Whether a plain word with a capital is the last one of its run, as in a name, not one of a headline."""
    return match[1][0].isupper() and not text[match.end() + 1 : match.end() + 2].isupper()
