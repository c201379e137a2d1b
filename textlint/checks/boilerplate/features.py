"""The named features of a line by itself and among its neighbours: what the line model reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate, repeat

from textlint.checks.boilerplate.page import TERMINAL, Line, Page
from textlint.checks.boilerplate.phrasebook import LABEL, NOT_ALONE, Phrasebook
from textlint.checks.boilerplate.shapes import count_features, shape_features
from textlint.checks.boilerplate.words import STOP_WORDS, edge_features, line_words, tokens, word_features

Features = dict[str, float]
CERTAIN = "whole_phrase"
"""The feature of a line that is a phrase or has a pattern of the book which needs no neighbours to be known."""
_AROUND = {"previous": -1, "next": 1, "second_previous": -2, "second_next": 2}
_AROUND_IN_BRIEF = [
    (f"{name}_length", f"{name}_label", f"{name}_phrases", f"{name}_edge", step) for name, step in _AROUND.items()
]
_LINE_LABEL = f"line_{LABEL}"
_NO_TOPICS = dict.fromkeys(("known_in_text", "known_in_lead", "known_below", "novel_words"), 0.0)
_COUNTED_FIRST = ("code", "separators")
_NO_PHRASES = {"phrases": 0.0}
_WINDOW = 10
_LEAD = 1500
_TEXT = 100_000
_SETTLED = -4.0


class Neighbourhood:
    """The features of the candidate lines of a page; `word_weights` is what the model has learnt of single words."""

    def __init__(self, page: Page, book: Phrasebook, word_weights: Mapping[str, float]) -> None:
        self.page = page
        self._book = book
        self._count = len(page.lines)
        self._words = {at: line_words(page.lines[at].text) for at in page.candidates}
        self._phrases = {at: self._phrase_features(page.lines[at]) for at in page.candidates}
        self._own: dict[int, Features] = {}
        self._word_weights = {at: self._word_weight(at, word_weights) for at in page.candidates}
        self._runs = _runs(page.candidates)
        self._prose = [0, *accumulate(self._is_prose(at) for at in range(self._count))]
        self._phrased = [0, *accumulate(self._phrased_line(at) for at in range(self._count))]
        self._seen = Counter(line.text.lower() for line in page.lines)
        lengths = sorted(len(line.text) for line in page.lines)
        self._median = float(min(lengths[self._count // 2], 400))
        self._text = "\n".join(self._settled_around())[:_TEXT].lower()
        self._first_places: dict[str, int] = {}
        self._heading_distance = self._headings()

    def _is_prose(self, at: int) -> bool:
        line = self.page.lines[at].text
        return at not in self._phrases and len(line) > 80 and line[-1] in TERMINAL

    def _phrased_line(self, at: int) -> bool:
        return at in self._phrases and self._phrases[at]["phrases"] > 0

    def own(self, at: int) -> Features:
        """The features of the candidate line with index `at` by itself."""
        if at not in self._own:
            line, words = self.page.lines[at].text, self._words[at]
            self._own[at] = word_features(line, words) | shape_features(line) | self._phrases[at]
        return self._own[at]

    def certain(self, at: int) -> bool:
        """Whether the candidate line needs no neighbours to be known."""
        return CERTAIN in self._phrases[at]

    def _word_weight(self, at: int, weights: Mapping[str, float]) -> float:
        return sum(map(weights.get, tokens(self._words[at], self.page.lines[at].text), repeat(0.0)))

    def _phrase_features(self, line: Line) -> Features:
        kind, pattern = self._book.kind_of(line.text), self._book.pattern_kind(line.text)
        kinds = {hit.kind for hit in line.hits}
        features = {f"inside_{inside}": 1.0 for inside in kinds}
        if kind:
            features[f"line_{kind}"] = 1.0
        if pattern:
            features[f"pattern_{pattern}"] = 1.0
        if {kind, pattern} - NOT_ALONE - {None}:
            features[CERTAIN] = 1.0
        whole = pattern is not None or (kind is not None and kind != LABEL)
        covered = sum(hit.end - hit.start for hit in line.hits) / len(line.text)
        return features | {
            "phrases": len(kinds) + 2.0 * whole,
            "hits": float(min(len(line.hits), 6)),
            "phrase_share": min(covered, 1.0),
            "begins_with_phrase": float(bool(line.hits) and line.hits[0].start == line.start),
        }

    def _settled_around(self) -> Iterator[str]:
        """The lines that are no candidates: the text as far as it is known."""
        return (line.text for at, line in enumerate(self.page.lines) if at not in self._phrases)

    def _headings(self) -> dict[int, float]:
        """For each candidate, how many lines above it, in its run, a line stands that is all phrase (0: none)."""
        distance, last, previous = {}, -1, -2
        for at in self.page.candidates:
            if at != previous + 1:
                last = -1
            distance[at] = float(at - last) if last >= 0 else 0.0
            if self._phrases[at]["phrases"] >= 2:
                last = at
            previous = at
        return distance

    def features(self, at: int, glance: Features | None = None) -> Features:
        """All features of the candidate line with index `at`, at which one may have glanced already."""
        return self.own(at) | (glance or self.glance(at)) | self._neighbours(at)

    def glance(self, at: int) -> Features:
        """The features of the candidate line that the first trees of the model ask for: they cost little."""
        line = self.page.lines[at].text
        known = (
            {CERTAIN: 0.0, "words": float(len(self._words[at]))}
            | edge_features(line)
            | count_features(line, _COUNTED_FIRST)
        )
        return known | self._phrases[at] | self._surroundings(at) | self._neighbours_in_brief(at)

    def _surroundings(self, at: int) -> Features:
        context = word_context(self._word_weights, at, self._count)
        return self._place(at) | self._run(at) | self._vocabulary(at) | context

    def _place(self, at: int) -> Features:
        last = self._count - 1
        return {
            "from_start": float(min(at, 10)),
            "from_end": float(min(last - at, 10)),
            "place": at / last if last else 0.0,
            "prose_before": float(min(self._prose[at], 6)),
            "prose_after": float(min(self._prose[-1] - self._prose[at], 6)),
            "lines": float(min(self._count, 100)),
            "candidate_share": len(self.page.candidates) / self._count,
            "median_length": self._median,
        }

    def _run(self, at: int) -> Features:
        start, end = self._runs[at]
        low, high = max(start, at - _WINDOW), min(end, at + _WINDOW)
        own = self._phrased_line(at)
        around = self._phrased[high + 1] - self._phrased[low] - own
        return {
            "run_length": float(min(end - start + 1, 20)),
            "from_run_start": float(min(at - start, 8)),
            "from_run_end": float(min(end - at, 8)),
            "run_opens_page": float(start == 0),
            "run_closes_page": float(end == self._count - 1),
            "phrased_share_of_run": around / max(high - low, 1),
            "phrased_in_run": float(min(around, 6)),
            "after_heading": self._heading_distance[at],
        }

    def _vocabulary(self, at: int) -> Features:
        """Whether the words of the line are those of the text, of its beginning, and of what follows the line."""
        line = self.page.lines[at]
        features = {
            "repeats": float(min(self._seen[line.text.lower()], 4) - 1),
            "length_to_median": len(line.text) / self._median,
        }
        topics = {word for word in map(str.lower, self._words[at]) if len(word) > 3} - STOP_WORDS
        if topics:
            below = " ".join(other.text for other in self.page.lines[at + 1 : at + 3]).lower()
            ends = [place + len(word) for word in topics if (place := self._first_place(word)) >= 0]
            features["known_in_text"] = len(ends) / len(topics)
            features["novel_words"] = float(len(topics) - len(ends))
            features["known_in_lead"] = sum(end <= _LEAD for end in ends) / len(topics)
            features["known_below"] = sum(word in below for word in topics) / len(topics)
        return _NO_TOPICS | features

    def _first_place(self, word: str) -> int:
        """Where a word first stands in the settled text, -1 if it does not."""
        place = self._first_places.get(word)
        if place is None:
            place = self._first_places[word] = self._text.find(word)
        return place

    def _neighbours_in_brief(self, at: int) -> Features:
        features: Features = {}
        for length, label, phrases, edge, step in _AROUND_IN_BRIEF:
            other = at + step
            inside = 0 <= other < self._count
            known = self._phrases.get(other, _NO_PHRASES)
            features[length] = float(min(len(self.page.lines[other].text), 400)) if inside else 0.0
            features[label] = known.get(_LINE_LABEL, 0.0)
            features[phrases] = known["phrases"]
            features[edge] = float(not inside)
        return features

    def _neighbours(self, at: int) -> Features:
        features: Features = {}
        for name, step in _AROUND.items():
            if 0 <= at + step < self._count:
                features |= {f"{name}_{key}": value for key, value in self._seen_from(at, at + step).items()}
            else:
                features[f"{name}_edge"] = 1.0
        return features

    def _seen_from(self, at: int, other: int) -> Features:
        text = self.page.lines[other].text
        features = {"length": float(min(len(text), 400)), "colon": float(text[-1] == ":")}
        if other not in self._phrases:
            return features | {"settled": 1.0}
        own, mine = self.own(other), self.own(at)
        same = (
            abs(own["words"] - mine["words"]) <= 2
            and (own["capital_ratio"] > 0.7) == (mine["capital_ratio"] > 0.7)
            and text[-1].isalnum() == self.page.lines[at].text[-1].isalnum()
        )
        return features | {
            "words": own["words"],
            "capital_ratio": own["capital_ratio"],
            "phrases": own["phrases"],
            "label": own.get(_LINE_LABEL, 0.0),
            "dated": float("date" in own or "relative_time" in own),
            "listed": float("bullet" in own or "enumerated" in own),
            "same_shape": float(same),
        }


def word_context(weights: Mapping[int, float], at: int, count: int) -> Features:
    """What the words of a line and of its neighbours weigh; a line that is no candidate weighs against."""

    above = [weights.get(other, _SETTLED) for other in range(at - 1, max(at - 5, -1), -1)]
    below = [weights.get(other, _SETTLED) for other in range(at + 1, min(at + 5, count))]
    return {
        "word_weight": weights[at],
        "previous_word_weight": above[0] if above else 0.0,
        "next_word_weight": below[0] if below else 0.0,
        "word_weight_above": sum(above) / 4,
        "word_weight_below": sum(below) / 4,
    }


def _runs(candidates: list[int]) -> dict[int, tuple[int, int]]:
    """The first and last index of the unbroken run of candidates around each."""
    runs: dict[int, tuple[int, int]] = {}
    start = 0
    for end in range(1, len(candidates) + 1):
        if end == len(candidates) or candidates[end] != candidates[end - 1] + 1:
            runs |= dict.fromkeys(candidates[start:end], (candidates[start], candidates[end - 1]))
            start = end
    return runs
