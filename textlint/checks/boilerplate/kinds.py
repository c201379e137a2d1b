"""Under which rule a boilerplate line falls: by its phrases, then its shape."""

from __future__ import annotations

from collections.abc import Mapping

_RULE_OF_KIND = {
    "share": "site-chrome",
    "follow": "site-chrome",
    "comments": "site-chrome",
    "newsletter": "subscription-or-legal",
    "paywall": "subscription-or-legal",
    "consent": "subscription-or-legal",
    "legal": "subscription-or-legal",
    "advertising": "advertisement",
    "related": "teaser",
    "navigation": "navigation",
    "labels": "navigation",
    "byline": "glued-byline",
    "bio": "glued-byline",
    "credit": "caption-credit",
    "caption": "caption-credit",
    "time": "relative-time",
    "code": "markup-or-code",
}
_ORDER = (
    "code",
    "consent",
    "legal",
    "newsletter",
    "paywall",
    "comments",
    "share",
    "follow",
    "advertising",
    "bio",
    "related",
)
_LABEL_WORDS = 3
_CODE_SIGNS = 3


def kind_of_line(line: str, features: Mapping[str, float]) -> str:
    """The name of the rule for a line that is known to be boilerplate."""
    for source in ("pattern_", "line_"):
        for kind, rule in _RULE_OF_KIND.items():
            if features.get(source + kind):
                return rule
    return _by_shape(features) or _by_hits(features) or _by_length(line)


def _by_shape(features: Mapping[str, float]) -> str | None:
    has = features.get
    words = has("words", 0.0)
    if has("code", 0.0) > _CODE_SIGNS:
        return "markup-or-code"
    if has("relative_time") or has("count") or (has("date") and words <= 8) or (has("time") and words <= 6):
        return "relative-time" if words <= 8 else None
    if has("by") or (has("email") and words <= 12):
        return "glued-byline"
    if has("credit") and words <= 12:
        return "caption-credit"
    return None


def _by_hits(features: Mapping[str, float]) -> str | None:
    return next((_RULE_OF_KIND[kind] for kind in _ORDER if features.get(f"inside_{kind}")), None)


def _by_length(line: str) -> str:
    return "navigation" if line.count(" ") < _LABEL_WORDS else "teaser"
