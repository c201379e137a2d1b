"""The shapes of a line that say what it is: dates, counts, credits, code; each is a named feature of the line model."""

from __future__ import annotations

import re
from re import Pattern

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
SHAPES: dict[str, Pattern[str]] = {
    "date": DATE,
    "time": TIME,
    "relative_time": RELATIVE_TIME,
    "count": re.compile(
        rf"^\W{{0,3}}[\d,.]{{1,7}}[km]?\+?\s?(?:{_COUNTED})\b|\b\d{{1,3}}\s?-?min(?:ute)?s?\.?\s(?:read|listen|watch|video)\b"
        r"|\bcomments?\s?\(\W{0,2}\d{0,5}\W{0,2}\)",
        re.IGNORECASE,
    ),
    "url": re.compile(r"https?://|www\.|\b[\w-]{2,40}\.(?:com|org|net|co\.uk|gov|edu|io)\b", re.IGNORECASE),
    "email": re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w"),
    "handle": re.compile(r"(?:^|[\s(])@\w{2,30}"),
    "hashtag": re.compile(r"(?:^|\s)#\w{2,30}"),
    "phone": re.compile(r"\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\+\d[\d\s()-]{7,15}|\b0\d{3,4}\s\d{3}\s?\d{3,4}\b"),
    "price": re.compile(r"[$£€]\s?\d"),
    "bullet": re.compile(r"[-–—*•·▪►»›]\s"),
    "enumerated": re.compile(r"(?:\d{1,3}[.):]|#\d|step \d|[a-z][.)])", re.IGNORECASE),
    "by": re.compile(r"(?:by|words by|story by|posted by|written by|reported by|from|text by)[:\s]", re.IGNORECASE),
    "credit": re.compile(
        r"\b(?:photos?|images?|pictures?|photograph|credit|illustration|screenshot|graphic|courtesy|getty|shutterstock"
        r"|reuters|afp|istock|alamy|unsplash)\b",
        re.IGNORECASE,
    ),
    "copyright": re.compile(r"©|\(c\) ?\d{4}|\bcopyright\b", re.IGNORECASE),
    "name_like": re.compile(r"(?:[A-Z][\w'’.-]{0,20}\s){1,3}[A-Z][\w'’-]{1,20}$"),
}
"""Searched in the line, but for `bullet`, `enumerated`, `by` and `name_like`, which are matched at its start."""
AT_START = frozenset({"bullet", "enumerated", "by", "name_like"})

COUNTED_SHAPES: dict[str, Pattern[str]] = {
    "code": re.compile(r"[{}<>;=]|\(\)|\$\(|&&|\bfunction\b|\bvar\b|\bwindow\.|\bdocument\.|\bnull\b"),
    "glued": re.compile(r"[a-zé][A-Z][a-z]|[a-z]{2}\d{1,2}\s[A-Z]|\d[A-Z][a-z]{2}|[.!?][A-Z][a-z]"),
    "separators": re.compile(r"\s[|•·›»/>–—-]\s|[|•·›»→]"),
}
"""Counted up to six times."""


def shape_features(line: str) -> dict[str, float]:
    """The shapes that a line has; a missing name is 0."""
    found = {
        name: 1.0 for name, shape in SHAPES.items() if (shape.match(line) if name in AT_START else shape.search(line))
    }
    for name, shape in COUNTED_SHAPES.items():
        count = len(shape.findall(line))
        if count:
            found[name] = float(min(count, 6))
    if "date" in found and (date := DATE.search(line)):
        found["date_share"] = len(date[0]) / len(line)
    return found
