"""ENC004: files that are not in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.rule import Finding
from textlint.text import Document

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-32": "UTF-32"}


def wrong_encoding(doc: Document) -> Iterator[Finding]:
    """The first character that the bytes do not write in UTF-8; nothing where the source itself names its encoding."""
    encoding = doc.encoding
    name = _NAMES.get(encoding.name, encoding.name)
    if encoding.name.startswith(("utf-16", "utf-32")):
        yield Finding(0, min(1, len(doc.text)), variant="marked", encoding=name)
    elif not (encoding.declared and encoding.lossless):
        damaged = "damaged" if encoding.name.startswith("utf-8") else None
        found = _BEYOND_ASCII.search(doc.text, doc.positions.offset(encoding.first))
        if found:
            yield Finding(*found.span(), variant=damaged, encoding=name)
