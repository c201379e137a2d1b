"""The shapes of a line that say what it is: dates, counts, credits, code; each is a named feature of the line model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Pattern
from typing import NamedTuple

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\b(?:{MONTH}\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{{1,2}}\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}{MONTH}(?:,?\s{{1,2}}\d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b",
    re.IGNORECASE,
)
TIME = re.compile(r"\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?|[a-z]{2,4}\b)?|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
RELATIVE_TIME = re.compile(
    r"\b(?:\d{1,3}\+?|an?|one|two|few)\s?(?:s|m|h|d|w|mo|y|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?"
    r"|seconds?|secs?)\s{1,2}ago\b|\byesterday\b|\bjust now\b",
    re.IGNORECASE,
)
_COUNTED = (
    "comments?|shares?|views?|likes?|repl(?:y|ies)|votes?|reads?|followers?|subscribers?|points?|reactions?|photos?"
    "|images?|restacks?"
)
_DIGITS = frozenset("0123456789")


class Shape(NamedTuple):
    """A form that a line may have or hold: sought only where one of `signs`, or of `words`, stands in the line.

    Without either it is sought everywhere.
    """

    pattern: Pattern[str]
    signs: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


SHAPES: dict[str, Shape] = {
    "date": Shape(DATE, _DIGITS),
    "time": Shape(TIME, _DIGITS),
    "relative_time": Shape(RELATIVE_TIME, words=(" ago", "yesterday", "just now")),
    "count": Shape(
        re.compile(
            rf"^\W{{0,3}}[\d,.]{{1,7}}[km]?\+?\s?(?:{_COUNTED})\b"
            r"|\b\d{1,3}\s?-?min(?:ute)?s?\.?\s(?:read|listen|watch|video)\b|\bcomments?\s?\(\W{0,2}\d{0,5}\W{0,2}\)",
            re.IGNORECASE,
        ),
        _DIGITS,
        ("comment",),
    ),
    "url": Shape(
        re.compile(r"https?://|www\.|\b[\w-]{2,40}\.(?:com|org|net|co\.uk|gov|edu|io)\b", re.IGNORECASE),
        words=("http", "www.", ".com", ".org", ".net", ".co.uk", ".gov", ".edu", ".io"),
    ),
    "email": Shape(re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w"), frozenset("@")),
    "handle": Shape(re.compile(r"(?:^|[\s(])@\w{2,30}"), frozenset("@")),
    "hashtag": Shape(re.compile(r"(?:^|\s)#\w{2,30}"), frozenset("#")),
    "phone": Shape(
        re.compile(r"\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\+\d[\d\s()-]{7,15}|\b0\d{3,4}\s\d{3}\s?\d{3,4}\b"),
        _DIGITS,
    ),
    "price": Shape(re.compile(r"[$£€]\s?\d"), frozenset("$£€")),
    "bullet": Shape(re.compile(r"^[-–—*•·▪►»›]\s")),
    "enumerated": Shape(re.compile(r"^(?:\d{1,3}[.):]|#\d|step \d|[a-z][.)])", re.IGNORECASE)),
    "by": Shape(re.compile(r"^(?:(?:(?:words|story|posted|written|reported|text) )?by|from)[:\s]", re.IGNORECASE)),
    "credit": Shape(
        re.compile(
            r"\b(?:photos?|images?|pictures?|photograph|credit|illustration|screenshot|graphic|courtesy|getty|shutterstock"
            r"|reuters|afp|istock|alamy|unsplash)\b",
            re.IGNORECASE,
        ),
        words=("phot", "image", "pict", "credit", "illus", "screen", "graph", "court", "getty", "shutter", "reuter",
               "afp", "istock", "alamy", "unspl"),
    ),
    "copyright": Shape(
        re.compile(r"©|\(c\) ?\d{4}|\bcopyright\b", re.IGNORECASE), frozenset("©"), ("(c)", "copyright")
    ),
    "name_like": Shape(re.compile(r"^(?:[A-Z][\w'’.-]{0,20}\s){1,3}[A-Z][\w'’-]{1,20}$")),
}  # fmt: skip

SHAPES_BESIDE = frozenset({"date", "relative_time", "bullet", "enumerated"})
"""What a line is asked for by the lines around it."""
COUNTED_SHAPES: dict[str, Shape] = {
    "code": Shape(
        re.compile(r"[{}<>;=]|\(\)|\$\(|&&|\bfunction\b|\bvar\b|\bwindow\.|\bdocument\.|\bnull\b"),
        frozenset("{}<>;="),
        ("()", "$(", "&&", "function", "var", "window.", "document.", "null"),
    ),
    "glued": Shape(re.compile(r"[A-Z\d](?:(?<=[a-zé.!?][A-Z])[a-z]|(?<=\d[A-Z])[a-z]{2}|(?<=[a-z]{2}\d)\d?\s[A-Z])")),
    "separators": Shape(re.compile(r"\s[|•·›»/>–—-]\s|[|•·›»→]"), frozenset("|•·›»/>–—-→")),
}
"""Counted up to six times."""


_SIGNS = frozenset().union(*(shape.signs for shape in (SHAPES | COUNTED_SHAPES).values()))


def shape_features(line: str, names: Iterable[str] = SHAPES) -> dict[str, float]:
    """The shapes, of those named, that a line has; a missing name is 0."""
    lower = line.lower()
    present = _SIGNS.intersection(lower)
    found: dict[str, float] = {}
    for name in names:
        pattern, signs, words = SHAPES[name]
        if _possible(lower, present, signs, words) and (match := pattern.search(line)):
            found[name] = 1.0
            if name == "date":
                found["date_share"] = len(match[0]) / len(line)
    for name, (pattern, signs, words) in COUNTED_SHAPES.items():
        if _possible(lower, present, signs, words) and (count := len(pattern.findall(line))):
            found[name] = min(count, 6)
    return found


def _possible(lower: str, present: frozenset[str], signs: frozenset[str], words: tuple[str, ...]) -> bool:
    """Whether a line, some of whose characters are given, holds a sign or a word of a shape."""
    if not signs and not words:
        return True
    return not signs.isdisjoint(present) or any(map(lower.__contains__, words))
