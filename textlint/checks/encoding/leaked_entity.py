"""ENC003: HTML entities that were never decoded, also those that were encoded twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from textlint.diagnostic import Edit, Fix
from textlint.facts.protected import protected
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

_ENTITY = re.compile(
    r"&(?:amp;|#38;|#0?38;){0,4}(?:#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|(?:nbsp|amp|quot)(?![\w=;]))"
    r"|(?<![&\w])(?:nbsp|amp|quot|[lr][sd]quo|[mn]dash|hellip);"
)
_MOST_LAYERS = 6


@cache
def _gate() -> Prefilter:
    return Prefilter(
        [r"&(?:#[0-9x]|[a-z][a-z0-9]{1,31};|nbsp|amp|quot)|\b(?:nbsp|amp|quot|[lr][sd]quo|[mn]dash|hellip);"]
    )


def leaked_entity(doc: Document) -> Iterator[Finding]:
    """Entities that HTML knows, with the character each stands for."""
    if not ("&" in doc.text or ";" in doc.text) or not _gate().occurring(doc.utf8):
        return
    for match in _ENTITY.finditer(doc.text):
        character = decoded(match[0])
        if character is not None and not protected(doc).covers(*match.span()):
            yield _finding(match, character)


@lru_cache(maxsize=1 << 10)
def decoded(entity: str) -> str | None:
    """What an entity stands for after all layers of encoding; None for a name that HTML does not know."""
    from html import unescape
    from html.entities import html5

    written = entity if entity.startswith("&") else f"&{entity}"
    written = written if written.endswith(";") else f"{written};"
    for _ in range(_MOST_LAYERS):
        inner = unescape(written)
        if inner == written or not inner.startswith("&") or not inner.endswith(";"):
            break
        written = inner
    known = written[1:] in html5 or written[1:2] == "#" or not written.startswith("&")
    result = unescape(written) if known else written
    return result if known and result != entity and "\ufffd" not in result else None


def _finding(match: re.Match[str], character: str) -> Finding:
    shown = character if character.isprintable() and not character.isspace() else f"U+{ord(character[0]):04X}"
    written = " " if character == "\u00a0" else character
    return Finding(
        *match.span(),
        suggestions=(written,),
        fix=Fix((Edit(Span(*match.span()), written),), safe=True, message="Decode it"),
        character=shown,
    )
