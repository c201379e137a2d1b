"""Scraped text is not to be trusted with a terminal or a log: what cannot be seen is written out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Controls (ANSI sequences begin with one), soft hyphen, Arabic letter mark, fillers and blanks that show nothing,
# zero-width and direction marks, line separators, invisible operators, byte order mark,
# annotations, lone surrogates, tags.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    r"|(?<=#)#(?=\[)"  # "##[" begins a command of the GitHub runner wherever it stands
)
# All but Latin letters and general punctuation, each of which takes one column.
_PERHAPS_ODD = re.compile("[^\x00-\u02ff\u2010-\u2027\u2030-\u205e]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text on one line, with control, direction and zero-width characters written as `<U+202E>`."""
    if text.isascii() and text.isprintable() and "##[" not in text:
        return text
    return _HIDDEN.sub(_written_out, text)


def visible_path(path: str) -> str:
    """A file name to stand at the start of a line: no log reads it as a command (`::error` of GitHub)."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def cells(text: str) -> int:
    """How many columns a visible text takes on a terminal.

    East Asian wide characters and emoji take two, combining marks none (https://www.unicode.org/reports/tr11/).
    """
    return len(text) if text.isascii() else len(text) + sum(map(_beyond_one, _PERHAPS_ODD.findall(text)))


@lru_cache(maxsize=1 << 12)
def _beyond_one(character: str) -> int:
    """How many columns a character takes more than one."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return -1
    return int(unicodedata.east_asian_width(character) in ("W", "F"))


def _written_out(hidden: re.Match[str]) -> str:
    return _SHORT.get(hidden[0]) or f"<U+{ord(hidden[0]):04X}>"
