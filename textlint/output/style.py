"""Colour, where it is wanted."""

from __future__ import annotations

import os
from typing import TextIO

from textlint.diagnostic import Severity
from textlint.output.base import WIDTH, Look

_CODES = {"bold": "1", "red": "1;31", "yellow": "1;33", "blue": "1;34", "cyan": "36", "green": "32"}
OF_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def wants_colour(out: TextIO) -> bool:
    """Whether to write colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal that knows it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return out.isatty() and os.environ.get("TERM") != "dumb"


def width_of(out: TextIO) -> int:
    """How many columns excerpts may take: those of the terminal, within reason."""
    if not out.isatty():
        return WIDTH
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size().columns, 140))


def painted(look: Look, style: str, text: str) -> str:
    """The text in a style, or as it is where there is no colour."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if look.colour else text
