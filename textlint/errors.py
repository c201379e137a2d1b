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
    """A source could not be read, in whole or in part; the message names the file and the place."""


class RuleError(TextlintError):
    """A rule crashed or could not be loaded; it is left out, and the run fails at its end."""
