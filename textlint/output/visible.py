"""Scraped text is not to be trusted with a terminal or a log: what cannot be seen is written out."""

from __future__ import annotations

import re

# Controls (ANSI sequences begin with one), soft hyphen, Arabic letter mark, fillers and blanks that show nothing,
# zero-width and direction marks, line separators, invisible operators, byte order mark,
# annotations, lone surrogates, tags.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    r"|(?<=#)#(?=\[)"  # "##[" begins a command of the GitHub runner wherever it stands
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text on one line, with control, direction and zero-width characters written as `<U+202E>`."""
    return _HIDDEN.sub(_written_out, text)


def visible_path(path: str) -> str:
    """A file name to stand at the start of a line: no log reads it as a command (`::error` of GitHub)."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def cells(text: str) -> int:
    """How many columns a visible text takes on a terminal: East Asian wide characters and emoji take two."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _written_out(hidden: re.Match[str]) -> str:
    return _SHORT.get(hidden[0]) or f"<U+{ord(hidden[0]):04X}>"
