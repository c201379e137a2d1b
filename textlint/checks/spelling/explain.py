"""What textlint knows of words: proposals for a project's dictionary, and why one word is accepted or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textlint.checks.spelling.judge import Unlisted, probability, unlisted_words
from textlint.checks.spelling.lexicon import (
    CAPITAL,
    COMMON,
    COMMON_NAME,
    DICTIONARY,
    LOWER,
    RARE,
    corrections,
    is_foreign,
    lexicon,
)
from textlint.checks.spelling.morphology import has_affix, is_compound, run_together
from textlint.checks.spelling.unlisted import is_listed, is_word, not_accepted, possessed, unlisted_types
from textlint.facts.words import word_types
from textlint.text import Document, Project

_DOUBTFUL = 0.5
_EXAMPLES = 3
_SUGGESTIONS = 5
_AROUND = 30
_EVIDENCE = {
    COMMON: "in a dictionary of common words",
    COMMON_NAME: "in a dictionary of common words, with a capital",
    RARE: "in a dictionary, but rare and like a far more frequent word",
    LOWER: "accepted in any case",
    CAPITAL: "accepted with a capital",
    DICTIONARY: "in some curated list",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An unlisted word of a corpus, as it is mostly written.

    `documents` counts the documents that hold it; `doubt` is the highest probability that a place of it is misspelt.
    """

    word: str
    count: int
    documents: int
    doubt: float
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether a word passes as it is written, the reasons, and what may have been meant instead."""

    word: str
    accepted: bool
    reasons: tuple[str, ...]
    suggestions: tuple[str, ...] = ()


def proposals(docs: Iterable[Document], *, least: int = 2) -> list[Proposal]:
    """The words that no list has and that occur at least so often, the most frequent first.

    Words of the documents' own projects are left out.
    """
    counts: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    doubts: dict[str, float] = defaultdict(float)
    examples: dict[str, list[str]] = defaultdict(list)
    for doc in docs:
        seen = set()
        for found in _strange(doc):
            form = doc.text[found.span.start : found.span.end]
            counts[form] += 1
            seen.add(form)
            doubts[form] = max(doubts[form], probability(found))
            if len(examples[form]) < _EXAMPLES:
                examples[form].append(_excerpt(doc.text, found))
        documents.update(seen)
    return [
        Proposal(form, count, documents[form], round(doubts[form], 3), tuple(examples[form]))
        for form, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
    ]


def _strange(doc: Document) -> Iterator[Unlisted]:
    return unlisted_words(doc, not_accepted(doc, unlisted_types(word_types(doc))))


def _excerpt(text: str, found: Unlisted) -> str:
    return " ".join(text[max(found.span.start - _AROUND, 0) : found.span.end + _AROUND].split())


def explain(word: str, project: Project | None = None) -> Explanation:
    """Which list or judgement accepts or rejects a word, as it would by itself inside a sentence."""
    base = possessed(word)
    if project and not project.words.isdisjoint((base, base.lower())):
        return Explanation(word, accepted=True, reasons=("one of the project's own words",))
    known = corrections(base.lower())
    reasons = [*_listing(base), *([f"on record as a misspelling of {' or '.join(known)}"] if known else [])]
    if is_listed(word) or not is_word(word):
        return Explanation(word, True, (*reasons, *([] if is_word(word) else ["not of a form that is judged"])))
    found = _alone(base)
    doubt = probability(found)
    judged = f"judged misspelt with a probability of {doubt:.2f} where nothing around speaks for or against it"
    suggestions = tuple(candidate.word for candidate in found.candidates[:_SUGGESTIONS])
    return Explanation(word, doubt < _DOUBTFUL, (*reasons, *_making(base.lower()), judged), suggestions)


def _listing(word: str) -> list[str]:
    entry = lexicon().entry(word.lower())
    said = [text for flag, text in _EVIDENCE.items() if entry.flags & flag] or ["in no list"]
    frequency = f"zipf frequency {entry.zipf:.1f}" if entry.zipf else "not counted on the web"
    return [*said, frequency, *(["usual in another language"] if is_foreign(word.lower()) else [])]


def _making(word: str) -> Iterator[str]:
    if has_affix(word):
        yield "made of a listed word and an affix"
    if is_compound(word):
        yield "made of two frequent words"
    if parted := run_together(word):
        yield f'may be "{parted}" run together'


def _alone(word: str) -> Unlisted:
    """The word in the middle of an otherwise empty sentence."""
    return next(unlisted_words(Document(f"we saw that the {word} was there and it is not what they had"), {word}))
