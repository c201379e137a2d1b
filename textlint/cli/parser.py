"""An argument parser whose errors are UsageErrors that name the nearest right word."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from typing import NoReturn

from textlint.errors import UsageError
from textlint.hints import did_you_mean

_SHAPE = argparse.RawDescriptionHelpFormatter
_UNKNOWN = re.compile(r"unrecognized arguments: (-[^\s=]+)")
_BAD_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)")


class Parser(argparse.ArgumentParser):
    """`argparse` without abbreviations; it raises UsageError instead of leaving the program."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        # One is made for each argument that is added, and without a width each asks the terminal for it.
        shape = partial(_SHAPE, width=80)
        super().__init__(prog, description=description, epilog=epilog, formatter_class=shape, allow_abbrev=False)

    def leave_on_help(self, argv: Sequence[str]) -> argparse.Namespace | None:
        """The parsed arguments; None where help or the version was asked for, which has then been printed."""
        self.formatter_class = _SHAPE
        try:
            return self.parse_args(argv)
        except SystemExit:
            return None

    def error(self, message: str) -> NoReturn:
        """Raise UsageError, with the option or choice that was meant."""
        if unknown := _UNKNOWN.search(message):
            options = [option for action in self._actions for option in action.option_strings]
            message = f"there is no option {unknown[1]}{did_you_mean(unknown[1], options)}"
        elif choice := _BAD_CHOICE.search(message):
            known = re.findall(r"[\w-]+", choice[3])
            message = f"{choice[1]}: {choice[2]!r} is not one of {', '.join(known)}{did_you_mean(choice[2], known)}"
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def comma_separated(written: str) -> list[str]:
    """`TYP001,BPL` as a list."""
    return [part for part in map(str.strip, written.split(",")) if part]


def fraction(written: str) -> float:
    """A number from 0 to 1. Raises argparse.ArgumentTypeError for anything else."""
    try:
        value = float(written)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number from 0 to 1")
    return value


def positive(written: str) -> int:
    """A whole number above 0. Raises argparse.ArgumentTypeError for anything else."""
    if not written.isascii() or not written.isdigit() or int(written) == 0:
        raise argparse.ArgumentTypeError(f"{written!r} is not a whole number above 0")
    return int(written)
