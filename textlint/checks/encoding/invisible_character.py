"""ENC002: control, zero-width, replacement, private-use and other characters that no reader sees or means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from textlint.diagnostic import Edit, Fix, Related
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_CONTROL = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_JOINERS = "\u200c\u200d"
_BREAKS = "\u2028\u2029"
_LOST = "\ufffd"
_UNASSIGNED = "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
_KINDS = (_INVISIBLE + _JOINERS, _BREAKS, _LOST, _UNASSIGNED)
_JOINING = frozenset("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_MOST_RELATED = 20
_NAMES = {"\ufeff": "byte order mark", "\x7f": "DELETE", "\ufffd": "replacement character"}


@cache
def _suspect() -> re.Pattern[str]:
    """Runs of one kind. All kinds come first, so that the search is a scan for one class.

    A control character behind an accented letter is half of a letter decoded wrongly: mojibake has its own rule.
    """
    return re.compile(
        f"[{_CONTROL}{''.join(_KINDS)}](?:(?<=[{_CONTROL}])(?<![\xc2-\xf4][{_CONTROL}])[{_CONTROL}]{{0,99}}"
        + "".join(f"|(?<=[{kind}])[{kind}]{{0,99}}" for kind in _KINDS)
        + ")"
    )


@cache
def _needs_joiners() -> re.Pattern[str]:
    """Scripts that join letters or write from right to left, and emoji: they need joiners and direction marks."""
    return re.compile(
        "[\u0590-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb1d-\ufefc\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
    )


@cache
def _gate() -> Prefilter:
    return Prefilter([r"[\x00-\x08\x0b\x0e-\x1f\x7f]", "[\x80-\x84\x86-\x9f]", *(f"[{kind}]" for kind in _KINDS)])


def invisible_character(doc: Document) -> Iterator[Finding]:
    """Each such character with all its places. A replacement or private-use character cannot be repaired."""
    if not _gate().occurring(doc.utf8):
        return
    places: dict[str, list[Span]] = {}
    for match in _suspect().finditer(doc.text):
        if not _needed(doc.text, match) and not (match.start() == 0 and match[0] == "\ufeff"):
            places.setdefault(match[0][0], []).append(Span(*match.span()))
    for character, spans in places.items():
        yield _finding(character, spans)


def _needed(text: str, match: re.Match[str]) -> bool:
    if not _JOINING.issuperset(match[0]):
        return False
    around = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
    return _needs_joiners().search(around) is not None


def _finding(character: str, spans: list[Span]) -> Finding:
    variant, content = _kind(character)
    edits = tuple(Edit(span, content) for span in spans) if content is not None else ()
    return Finding(
        *spans[0],
        fix=Fix(edits, safe=True, message="Remove it" if content == "" else "Break the line") if edits else None,
        suggestions=() if content is None else (content,),
        related=tuple(Related(span, "here too") for span in spans[1:_MOST_RELATED]),
        code=f"U+{ord(character):04X}",
        title=_NAMES.get(character) or unicodedata.name(character, "").lower() or "unnamed",
        times=f", {len(spans)} times" if len(spans) > 1 else "",
        variant=variant,
    )


def _kind(character: str) -> tuple[str | None, str | None]:
    """The message variant, and what to put in the character's place (None: nobody knows)."""
    if character == _LOST:
        return "lost", None
    if "\ue000" <= character <= "\uf8ff" or unicodedata.category(character) == "Cn":
        return "private", None
    if character in _BREAKS:
        return "break", "\n"
    return ("control", "") if unicodedata.category(character) == "Cc" else (None, "")
