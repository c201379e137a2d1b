"""The named features of a line by itself and among its neighbours: what the line model reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate, repeat

from textlint.checks.boilerplate.page import TERMINAL, Page
from textlint.checks.boilerplate.phrasebook import LABEL, NOT_ALONE, Phrasebook
from textlint.checks.boilerplate.shapes import SHAPES, shape_features
from textlint.checks.boilerplate.words import STOP_WORDS, in_lower_case, line_words, tokens, word_features

Features = dict[str, float]
CERTAIN = "whole_phrase"
"""The feature of a line that is a phrase or has a pattern of the book which needs no neighbours to be known."""
_SEEN = ("words", "capital_ratio", "phrases", "label", "dated", "listed", "same_shape")
_AROUND = [
    (step, f"{name}_length", f"{name}_colon", f"{name}_edge", f"{name}_settled", [f"{name}_{key}" for key in _SEEN])
    for name, step in {"previous": -1, "next": 1, "second_previous": -2, "second_next": 2}.items()
]
LINE_LABEL = f"line_{LABEL}"
_NO_PHRASES: Features = {"phrases": 0}
_WINDOW = 10
_LEAD = 1500
_TEXT = 100_000
_LONG = 10_000
_SETTLED = -4.0
_AMID_PROSE = -2


class Neighbourhood:
    """The features of the candidate lines of a page.

    `word_weights` is what the model has learnt of single words, `shapes` names those of the `SHAPES` to look for.
    """

    def __init__(
        self, page: Page, book: Phrasebook, word_weights: Mapping[str, float], shapes: Iterable[str] = SHAPES
    ) -> None:
        self.page = page
        self._book = book
        self._weights = word_weights
        self._shapes = shapes
        self._count = len(page.lines)
        self._phrases = {at: self._phrase_features(at) for at in page.candidates}
        self._own: dict[int, Features] = {}

    def certain(self, at: int) -> bool:
        """Whether the candidate line needs no neighbours to be known."""
        return CERTAIN in self._phrases[at]

    def labelled(self, at: int) -> bool:
        """Whether the candidate line is a label of a menu."""
        return LINE_LABEL in self._phrases[at]

    def reads_on(self, at: int) -> bool:
        """Whether the words of the line, and of those above and below, are an article's.

        Of ten thousand such labelled lines the model suspects one, and none enough to report it.
        """
        if self._phrases[at]["phrases"] or self._word_weights[at] >= 0:
            return False
        context = word_context(self._word_weights, at, self._count)
        return context["word_weight_above"] < _AMID_PROSE > context["word_weight_below"]

    def own(self, at: int) -> Features:
        """The features of the candidate line with index `at` by itself."""
        if at not in self._own:
            line = self.page.lines[at]
            words = word_features(line, *self._words[at])
            self._own[at] = words | shape_features(line, self._shapes) | self._phrases[at]
        return self._own[at]

    def features(self, at: int) -> Features:
        """All features of the candidate line with index `at`."""
        return {
            **self.own(at),
            **self._place(at),
            **self._run(at),
            **self._vocabulary(at),
            **word_context(self._word_weights, at, self._count),
            **self._neighbours(at),
        }

    def _phrase_features(self, at: int) -> Features:
        line, hits = self.page.lines[at], self.page.hits.get(at, ())
        kind, pattern = self._book.kind_of(line), self._book.pattern_kind(line)
        if not (kind or pattern or hits):
            return _NO_PHRASES
        kinds = {hit.kind for hit in hits}
        features = {f"inside_{inside}": 1.0 for inside in kinds}
        if kind:
            features[f"line_{kind}"] = 1.0
        if pattern:
            features[f"pattern_{pattern}"] = 1.0
        if {kind, pattern} - NOT_ALONE - {None}:
            features[CERTAIN] = 1.0
        whole = pattern is not None or (kind is not None and kind != LABEL)
        features["phrases"] = len(kinds) + 2.0 * whole
        if hits:
            features["hits"] = min(len(hits), 6)
            features["phrase_share"] = min(sum(hit.end - hit.start for hit in hits) / len(line), 1.0)
            features["begins_with_phrase"] = hits[0].start == self.page.starts[at]
        return features

    @cached_property
    def _words(self) -> dict[int, tuple[list[str], list[str]]]:
        """The words of each candidate, as written and in lower case."""
        written = {at: line_words(self.page.lines[at]) for at in self.page.candidates}
        return {at: (words, in_lower_case(words)) for at, words in written.items()}

    @cached_property
    def _word_weights(self) -> dict[int, float]:
        """What the words of each candidate weigh."""
        lines, weight_of = self.page.lines, self._weights.get
        return {at: sum(map(weight_of, tokens(low, lines[at]), repeat(0.0))) for at, (_, low) in self._words.items()}

    @cached_property
    def _of_page(self) -> Features:
        """The features that all lines share."""
        lengths = sorted(map(len, self.page.lines))
        return {
            "lines": min(self._count, 100),
            "candidate_share": len(self.page.candidates) / self._count,
            "median_length": min(lengths[self._count // 2], 400),
        }

    @cached_property
    def _prose(self) -> list[int]:
        """How many long lines that end as a sentence stand above each line, and in all."""
        prose = [len(line) > 80 and line[-1] in TERMINAL for line in self.page.lines]
        for at in self.page.candidates:
            prose[at] = False
        return [0, *accumulate(prose)]

    def _place(self, at: int) -> Features:
        last, above, prose = self._count - 1, self._prose[at], self._prose[-1]
        return {
            **self._of_page,
            "from_start": min(at, 10),
            "from_end": min(last - at, 10),
            "place": at / last if last else 0.0,
            "prose_before": min(above, 6),
            "prose_after": min(prose - above, 6),
        }

    @cached_property
    def _runs(self) -> dict[int, tuple[int, int]]:
        return _runs(self.page.candidates)

    @cached_property
    def _phrased(self) -> list[int]:
        """How many lines with phrases stand above each line, and in all."""
        phrased = [0] * self._count
        for at, features in self._phrases.items():
            phrased[at] = features["phrases"] > 0
        return [0, *accumulate(phrased)]

    @cached_property
    def _heading_distance(self) -> dict[int, int]:
        """For each candidate, how many lines above it, in its run, a line stands that is all phrase (0: none)."""
        distance, last, previous = {}, -1, -2
        for at in self.page.candidates:
            if at != previous + 1:
                last = -1
            distance[at] = at - last if last >= 0 else 0
            if self._phrases[at]["phrases"] >= 2:
                last = at
            previous = at
        return distance

    def _run(self, at: int) -> Features:
        start, end = self._runs[at]
        low, high = max(start, at - _WINDOW), min(end, at + _WINDOW)
        around = self._phrased[high + 1] - self._phrased[low] - (self._phrases[at]["phrases"] > 0)
        return {
            "run_length": min(end - start + 1, 20),
            "from_run_start": min(at - start, 8),
            "from_run_end": min(end - at, 8),
            "run_opens_page": start == 0,
            "run_closes_page": end == self._count - 1,
            "phrased_share_of_run": around / max(high - low, 1),
            "phrased_in_run": min(around, 6),
            "after_heading": self._heading_distance[at],
        }

    @cached_property
    def _copies(self) -> Counter[str]:
        """How often each line as long as a candidate stands on the page, in lower case."""
        lengths = {len(self.page.lines[at]) for at in self.page.candidates}
        return Counter([line.lower() for line in self.page.lines if len(line) in lengths])

    @cached_property
    def _text(self) -> str:
        """The lines that are no candidates, in lower case: the text as far as it is known."""
        settled = [line for at, line in enumerate(self.page.lines) if at not in self._phrases]
        return "\n".join(settled)[:_TEXT].lower()

    @cached_property
    def _known(self) -> str:
        """That text, or of a long one, whose words come again and again, each word once."""
        return self._text if len(self._text) < _LONG else " ".join(set(self._text.split()))

    def _vocabulary(self, at: int) -> Features:
        """Whether the words of the line are those of the text, of its beginning, and of what follows the line."""
        line = self.page.lines[at]
        features = {
            "repeats": min(self._copies[line.lower()], 4) - 1,
            "length_to_median": len(line) / self._of_page["median_length"],
        }
        topics = {word for word in map(str.lower, self._words[at][0]) if len(word) > 3} - STOP_WORDS
        if topics:
            below = " ".join(self.page.lines[at + 1 : at + 3]).lower()
            known = list(filter(self._known.__contains__, topics))
            features["known_in_text"] = len(known) / len(topics)
            features["novel_words"] = len(topics) - len(known)
            features["known_in_lead"] = sum(map(self._text[:_LEAD].__contains__, known)) / len(topics)
            features["known_below"] = sum(map(below.__contains__, topics)) / len(topics)
        return features

    def _neighbours(self, at: int) -> Features:
        features: Features = {}
        for step, length, colon, edge, settled, seen in _AROUND:
            other = at + step
            if not 0 <= other < self._count:
                features[edge] = 1.0
                continue
            text = self.page.lines[other]
            features[length] = min(len(text), 400)
            features[colon] = text[-1] == ":"
            if other in self._phrases:
                features.update(zip(seen, self._seen_from(at, other), strict=True))
            else:
                features[settled] = 1.0
        return features

    def _seen_from(self, at: int, other: int) -> tuple[float, ...]:
        """What a candidate line sees of another: the values of `_SEEN`."""
        own, mine = self.own(other), self.own(at)
        same = (
            abs(own["words"] - mine["words"]) <= 2
            and (own["capital_ratio"] > 0.7) == (mine["capital_ratio"] > 0.7)
            and self.page.lines[other][-1].isalnum() == self.page.lines[at][-1].isalnum()
        )
        return (
            own["words"],
            own["capital_ratio"],
            own["phrases"],
            own.get(LINE_LABEL, 0.0),
            "date" in own or "relative_time" in own,
            "bullet" in own or "enumerated" in own,
            same,
        )


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
