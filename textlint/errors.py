"""Errors that a user can act on: each names the culprit and the remedy."""

from __future__ import annotations


class TextlintError(Exception):
    """Base of all errors raised on purpose; its text is shown to the user as it is."""


class UsageError(TextlintError):
    """The command line asks for something that does not exist or does not fit together."""


class ConfigError(TextlintError):
    """A configuration file is wrong; the message names the file, the key and the remedy."""


class PackError(TextlintError):
    """A rule pack is wrong; the message names the file, the key and the remedy."""


class InputError(TextlintError):
    """A source could not be read, in whole or in part; the message names the file, the place and the remedy.

    `path` is the file, `row` the 1-based line of a record, None where the whole file is meant.
    """

    def __init__(self, message: str, path: str = "", row: int | None = None) -> None:
        super().__init__(message, path, row)
        self.path = path
        self.row = row

    def __str__(self) -> str:
        return str(self.args[0])


class RuleError(TextlintError):
    """A rule crashed or could not be loaded; it is left out, and the run fails at its end. `code` is the rule's."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class DeepPassError(TextlintError):
    """A pass that needs a server could not see a document; `reason` says why and what to do."""

    def __init__(self, reason: str, places: tuple[str, ...] = ()) -> None:
        super().__init__(reason, places)
        self.reason = reason
        self.places = places

    def __str__(self) -> str:
        shown = ", ".join(self.places[:5]) + (", ..." if len(self.places) > 5 else "")
        return f"the deep pass did not see {len(self.places)} documents ({shown}): {self.reason}"
