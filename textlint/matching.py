"""Rules without code: all their lines, phrases, patterns and words are looked for together.

Whole lines and words are set intersections. Of phrases and patterns a prefilter says which occur at all; Python's `re`
then finds where, on the few documents and patterns concerned, so that a pattern means what `re` says it means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from textlint.diagnostic import Edit, Fix
from textlint.facts.layout import lines
from textlint.facts.protected import protected
from textlint.facts.words import occurrences, word_types
from textlint.prefilter import PhraseFilter, Prefilter
from textlint.rule import Finding, Match, Rule
from textlint.text import Document, Span

_MARGIN = 200
# In code points; a phrase with all its spaces is taken to be no longer.
_PIECE, _LONGEST_PHRASE = 1 << 15, 1000
_BLANKS = " \t\r\u00a0"
_ONE_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Faster than calling the class: there are thousands of phrases.
_new = tuple.__new__
_OUTER = " \t\r\v\f\u00a0\u2022\u00b7|*_-–—:.…!?>»›→+#\"'“”‘’()[]"


class _Entry(NamedTuple):
    """One thing to look for: the rule that asks, how it was written, and what to put in its place."""

    rule: Rule
    match: Match
    wanted: str
    replacement: str | None = None
    match_case: bool = False
    rewrites: bool = False

    def replaced(self, doc: Document, span: Span) -> str | None:
        """What to put in the place of a span where this was found, in the case in which it is written."""
        if self.replacement is None:
            return None
        template = self.replacement
        if self.rewrites:
            found = _compiled(_cased(self.wanted, self.match_case)).match(doc.text, span.start)
            template = found.expand(template) if found else template
        return _in_case_of(doc.text[span.start : span.end], template)


def normal_line(line: str) -> str:
    """A line as whole-line phrases are compared: lower case, single spaces, no outer punctuation."""
    return " ".join(line.lower().strip(_OUTER).split())


class Matcher:
    """Finds what the `[match]` tables of some rules describe."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._lines: dict[str, list[_Entry]] = defaultdict(list)
        self._words: dict[str, list[_Entry]] = defaultdict(list)
        self._patterns: list[tuple[str, _Entry]] = []
        self._phrases: list[_Entry] = []
        for rule in rules:
            if rule.match is not None:
                self._add(rule, rule.match)

    def _add(self, rule: Rule, match: Match) -> None:
        for line in match.lines:
            self._lines[normal_line(line)].append(_Entry(rule, match, line, match_case=match.match_case))
        for word in match.words:
            self._add_word(_Entry(rule, match, word, match_case=match.match_case))
        for phrase in match.phrases:
            self._add_phrase(_Entry(rule, match, phrase, match_case=match.match_case))
        for pattern in match.patterns:
            self._patterns.append(
                (_cased(pattern, match.match_case), _Entry(rule, match, pattern, match_case=match.match_case))
            )
        for pattern, template in match.rewrites.items():
            entry = _Entry(rule, match, pattern, template, match.match_case, rewrites=True)
            self._patterns.append((_cased(pattern, match.match_case), entry))
        for wanted, replacement in match.substitutions.items():
            self._add_substitution(_new(_Entry, (rule, match, wanted, replacement, match.match_case, False)))
        for preferred, *others in match.aliases:
            for other in others:
                self._add_substitution(_Entry(rule, match, other, preferred, match_case=True))

    def _add_phrase(self, entry: _Entry) -> None:
        if entry.wanted.isascii():
            self._phrases.append(entry)
        else:
            self._patterns.append((_phrase_pattern(entry.wanted, entry.match_case), entry))

    def _add_word(self, entry: _Entry) -> None:
        forms = {entry.wanted}
        if not entry.match_case:
            forms |= {entry.wanted.lower(), entry.wanted.capitalize(), entry.wanted.upper()}
        for form in forms:
            self._words[form].append(entry)

    def _add_substitution(self, entry: _Entry) -> None:
        if " " not in entry.wanted and _ONE_WORD.fullmatch(entry.wanted):
            self._add_word(entry)
        else:
            self._add_phrase(entry)

    @cached_property
    def _pattern_filter(self) -> Prefilter:
        return Prefilter([pattern for pattern, _ in self._patterns])

    @cached_property
    def _phrase_filter(self) -> PhraseFilter:
        return PhraseFilter([" ".join(entry.wanted.split()) for entry in self._phrases])

    def findings(self, doc: Document) -> dict[str, list[Finding]]:
        """What was found, by rule code; of what overlaps, a rule says the first and longest."""
        found: dict[str, list[Finding]] = defaultdict(list)
        ends: dict[str, int] = defaultdict(int)
        places = sorted((*self._in_lines(doc), *self._in_words(doc), *self._in_text(doc)), key=_first_and_longest)
        for entry, span in places:
            code = entry.rule.code
            if span.start >= ends[code] and (entry.match.protected or not protected(doc).covers(*span)):
                found[code].append(_finding(doc, entry, span))
                ends[code] = span.end
        return found

    def _in_lines(self, doc: Document) -> Iterator[tuple[_Entry, Span]]:
        if not self._lines:
            return
        for span in lines(doc):
            if span.end - span.start < 200:
                for entry in self._lines.get(normal_line(doc.text[span.start : span.end]), ()):
                    yield entry, span

    def _in_words(self, doc: Document) -> Iterator[tuple[_Entry, Span]]:
        wanted = word_types(doc) & self._words.keys() if self._words else set()
        for word, span in occurrences(doc, wanted) if wanted else ():
            for entry in self._words[word]:
                yield entry, span

    def _in_text(self, doc: Document) -> Iterator[tuple[_Entry, Span]]:
        for index in self._pattern_filter.occurring(doc.utf8) if self._patterns else ():
            pattern, entry = self._patterns[index]
            for match in _compiled(pattern).finditer(doc.text):
                if match.end() > match.start():
                    yield entry, Span(*match.span())
        for start in range(0, len(doc.text), _PIECE) if self._phrases else ():
            yield from self._in_piece(doc, start, start + _PIECE)

    def _in_piece(self, doc: Document, start: int, end: int) -> Iterator[tuple[_Entry, Span]]:
        """The phrases that begin in a piece: a long text holds so many that to seek each in all of it takes long."""
        last = end + _LONGEST_PHRASE
        for index in self._phrase_filter.occurring(doc.text[start:last]):
            entry = self._phrases[index]
            for match in _compiled_phrase(entry.wanted, entry.match_case).finditer(doc.text, start, last):
                if match.start() < end:
                    yield entry, Span(*match.span())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, kept for good: the cache of `re` holds fewer patterns than the packs."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


@cache
def _compiled_phrase(phrase: str, match_case: bool) -> re.Pattern[str]:
    return re.compile(_phrase_pattern(phrase, match_case), re.IGNORECASE)


def _first_and_longest(place: tuple[_Entry, Span]) -> tuple[int, int]:
    return place[1].start, -place[1].end


def _cased(pattern: str, match_case: bool) -> str:
    return f"(?-i:{pattern})" if match_case else pattern


def _phrase_pattern(phrase: str, match_case: bool) -> str:
    """A regex for a phrase: any run of up to three spaces between its words, and word edges around it.

    A long dash that follows at once cuts the last word off (`your a—`).
    """
    spaced = r"\s{1,3}".join(re.escape(word).replace("'", "['’]") for word in phrase.split())
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?![\w—])" if phrase[-1:].isalnum() else ""
    return _cased(f"{before}{spaced}{after}", match_case)


def _finding(doc: Document, entry: _Entry, span: Span) -> Finding:
    replacement = entry.replaced(doc, span)
    return Finding(
        *span,
        suggestions=(replacement,) if replacement is not None else (),
        fix=_fix(doc, entry.match, span, replacement),
        phrase=entry.wanted,
        replacement=replacement,
    )


def _fix(doc: Document, match: Match, span: Span, replacement: str | None) -> Fix | None:
    if match.fix == "remove":
        return Fix((Edit(removal(doc, span), ""),), match.safe, "Remove it")
    if replacement is not None and match.fix == "replace":
        return Fix((Edit(span, replacement),), match.safe, f"Replace by {replacement}")
    return None


def removal(doc: Document, span: Span) -> Span:
    """The span to delete so that no half line stays: with its line end if it fills its line, else with one space."""
    text, (start, end) = doc.text, span
    head, tail = text[max(0, start - _MARGIN) : start], text[end : end + _MARGIN]
    first, last = start - len(head) + len(head.rstrip(_BLANKS)), end + len(tail) - len(tail.lstrip(_BLANKS))
    if text[first - 1 : first] in ("", "\n") and text[last : last + 1] in ("", "\n"):
        return Span(first, min(last + 1, len(text)))
    if text[end : end + 1] == " ":
        return Span(start, end + 1)
    return span


def _in_case_of(written: str, replacement: str) -> str:
    """The replacement in upper case or with a capital, as the text was written."""
    if written.isupper() and len(written) > 1 and (replacement.islower() or " " in written):
        return replacement.upper()
    if written[:1].isupper() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement
