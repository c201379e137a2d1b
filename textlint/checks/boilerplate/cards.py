"""Source cards: what an aggregator sets around a related article, its paper, how long ago, and the paper again."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.boilerplate.page import Page
from textlint.checks.boilerplate.shapes import RELATIVE_TIME

_BULLETS = "-–—•· "
_LONGEST_NAME = 60


def cards(page: Page) -> Iterator[int]:
    """The indices of the lines of source cards, three each."""
    lines = page.lines
    for at in page.candidates:
        text = lines[at]
        if 0 < at < len(lines) - 1 and len(text) < 30 and RELATIVE_TIME.match(text):
            above, below = lines[at - 1], lines[at + 1]
            if len(above) <= _LONGEST_NAME and below[0] in _BULLETS and below.lstrip(_BULLETS) == above:
                yield from (at - 1, at, at + 1)
