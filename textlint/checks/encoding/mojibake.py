"""ENC001: text that was decoded with the wrong character set, and what ftfy says that it was.

Method: R. Speer, "ftfy: fixes text for you" (https://ftfy.readthedocs.io), on the runs around tell-tale characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from textlint.diagnostic import Edit, Fix
from textlint.facts.protected import protected
from textlint.prefilter import Prefilter
from textlint.rule import Finding
from textlint.text import Document, Span

# How the lead bytes of UTF-8 look in Windows-1252 and Latin-1, Mac Roman, Windows-1251 and code page 437, each
# followed by what its next byte becomes.
_TELL = (
    "(?:[ÂÃÐÑÄÅÎÏ][\x80-\x9f\xa1-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0 ]|â[€\x80-\x9f]|ð[Ÿ\x9f]|ï[»¿]"
    "|[ãåæçèé][\x80-\x9f\xa1-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|√[¢©®†°±∂≠ºß]|‚Ä[úùôîì¶¢]|вЂ[љњќћ™“””¦]|(?:Р[°-ї]С|С[Ђ-џ]Р)|[╨╤][─-▓]|ΓÇ[£¥öô])"
)
_BEFORE = 60
_WORD_START = re.compile(r"\S*\Z")
_REST = f"[^\\s]{{0,120}}(?: [^\\s]{{0,60}}{_TELL}[^\\s]{{0,120}}){{0,20}}"


@cache
def _gate() -> Prefilter:
    return Prefilter([_TELL])


def mojibake(doc: Document) -> Iterator[Finding]:
    """Runs of characters that read as sense once they are decoded as they were encoded."""
    if doc.text.isascii() or not _gate().occurring(doc.utf8):
        return
    for run in _runs(doc.text):
        written = doc.text[run.start : run.end]
        repaired = _repaired(written)
        if repaired != written and not protected(doc).covers(*run):
            yield _finding(run.start, written, repaired)


def _runs(text: str) -> Iterator[Span]:
    """The words around tell-tale characters, joined where the next word has one too."""
    done = 0
    rest = re.compile(_REST)
    for match in re.finditer(_TELL, text):
        if match.start() >= done:
            floor = max(done, match.start() - _BEFORE)
            start = match.start() - len(_WORD_START.search(text, floor, match.start())[0])  # type: ignore[index]
            done = rest.match(text, match.end()).end()  # type: ignore[union-attr]
            yield Span(start, done)


@lru_cache(maxsize=1 << 8)
def _repaired(text: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding

    return fix_encoding(text, TextFixerConfig(explain=False))


def _finding(start: int, broken: str, repaired: str) -> Finding:
    """The stretch that the repair changes."""
    before = _common(broken, repaired)
    after = _common(broken[before:][::-1], repaired[before:][::-1])
    after -= after > 0 and before + after == len(repaired)  # a lone "Â" goes with the sign it stands before
    span = Span(start + before, start + len(broken) - after)
    right = repaired[before : len(repaired) - after]
    return Finding(
        *span,
        suggestions=(right,),
        fix=Fix((Edit(span, right),), safe=True, message="Decode it as UTF-8"),
        right=right if right.strip() else "a space",
    )


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
