"""One Hyperscan pass over a text that says which of many patterns occur in it at all."""

from __future__ import annotations

from collections.abc import Sequence

import hyperscan

from textlint import cache

_ONCE = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_SINGLEMATCH
_LITERAL = _ONCE
_PATTERN = (
    _ONCE
    | hyperscan.HS_FLAG_MULTILINE
    | hyperscan.HS_FLAG_UTF8
    | hyperscan.HS_FLAG_PREFILTER
    | hyperscan.HS_FLAG_ALLOWEMPTY
)


class Prefilter:
    """Says which of many patterns occur in a text; of what it names, some may turn out not to.

    Patterns are regular expressions as Python's `re` reads them, ignoring case, or with `literal` plain strings, whose
    ASCII letters match in either case. The compiled form is cached.
    """

    def __init__(self, patterns: Sequence[str], *, literal: bool = False) -> None:
        self._database = _load(patterns, literal) if patterns else None

    def occurring(self, utf8: bytes) -> list[int]:
        """The indices, in order, of the patterns that may occur in the text (none is missed)."""
        found: set[int] = set()
        if self._database is not None and utf8:
            self._database.scan(utf8, match_event_handler=lambda index, *_: found.add(index))
        return sorted(found)


def _load(patterns: Sequence[str], literal: bool) -> hyperscan.Database:
    encoded = [pattern.encode() if literal else _for_hyperscan(pattern).encode() for pattern in patterns]
    flags = _LITERAL if literal else _PATTERN
    head = f"{hyperscan.__version__} {flags} {literal}"  # type: ignore[attr-defined] # it is set at run time
    key = "hyperscan-" + cache.content_key(head.encode(), b"\0".join(encoded))
    stored = cache.load(key)
    if stored is not None:
        try:
            database = hyperscan.loadb(stored, hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
            return database
        except hyperscan.HyperscanError:
            pass  # made by another version, or for another processor
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    numbers = range(len(encoded))
    database.compile(
        expressions=encoded, ids=list(numbers), elements=len(encoded), flags=[flags for _ in numbers], literal=literal
    )
    cache.store(key, hyperscan.dumpb(database))
    return database


def _for_hyperscan(pattern: str) -> str:
    """The pattern in PCRE's words where Python's differ."""
    return pattern.replace(r"\Z", r"\z").replace("(?P<", "(?<")
