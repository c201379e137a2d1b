"""Workflow commands of GitHub Actions, which become annotations in the changed files.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from textlint.diagnostic import Diagnostic, Severity
from textlint.output.base import Renderer
from textlint.output.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GitHub(Renderer):
    """One command a diagnostic. A span that crosses lines has no columns: GitHub allows them on one line only."""

    def show(self, diagnostic: Diagnostic) -> None:
        """One line."""
        start, end = diagnostic.location, diagnostic.end_location
        properties = {
            "title": f"textlint ({diagnostic.code})",
            "file": diagnostic.filename,
            "line": start.row,
            "endLine": end.row,
        }
        if start.row == end.row:
            properties |= {"col": start.column, "endColumn": end.column}
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        record = "" if diagnostic.document is None else f" (record {diagnostic.document})"
        message = _data(f"{diagnostic.code} {diagnostic.message}{record}")
        self.out.write(f"::{_COMMANDS[diagnostic.severity]} {listed}::{message}\n")


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
