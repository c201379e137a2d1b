"""textlint: a content-quality linter for scraped text.

    from textlint import Linter, Settings, lint_paths, lint_text

    for diagnostic in lint_text("He has not yet repsonded."):
        print(diagnostic.location, diagnostic.message, diagnostic.suggestions)

Names are loaded when they are first used, so that importing textlint costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.api import lint_paths, lint_text
    from textlint.config.settings import Settings
    from textlint.diagnostic import Diagnostic, Edit, Fix, Related, Severity
    from textlint.engine import Linter
    from textlint.errors import ConfigError, InputError, PackError, RuleError, TextlintError, UsageError
    from textlint.positions import Location
    from textlint.rule import Finding, Rule
    from textlint.run import Result
    from textlint.text import Document, Project, Span, fact

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "Diagnostic",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "InputError",
    "Linter",
    "Location",
    "PackError",
    "Project",
    "Related",
    "Result",
    "Rule",
    "RuleError",
    "Settings",
    "Severity",
    "Span",
    "TextlintError",
    "UsageError",
    "fact",
    "lint_paths",
    "lint_text",
]

_HOMES = {
    "api": ("lint_paths", "lint_text"),
    "config.settings": ("Settings",),
    "diagnostic": ("Diagnostic", "Edit", "Fix", "Related", "Severity"),
    "engine": ("Linter",),
    "errors": ("ConfigError", "InputError", "PackError", "RuleError", "TextlintError", "UsageError"),
    "positions": ("Location",),
    "rule": ("Finding", "Rule"),
    "run": ("Result",),
    "text": ("Document", "Project", "Span", "fact"),
}


def __getattr__(name: str) -> object:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'textlint' has no attribute {name!r}")
    return getattr(import_module(f"textlint.{home}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
