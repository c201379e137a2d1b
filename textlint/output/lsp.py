"""The parameters of the Language Server Protocol's `textDocument/publishDiagnostics`, as an array of files.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_publishDiagnostics
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from textlint.diagnostic import Diagnostic, Related, Severity
from textlint.output.base import Counts, Renderer
from textlint.output.json_array import fix_table
from textlint.positions import Location

_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}


class Lsp(Renderer):
    """Lines and characters are 0-based; characters count UTF-16 units, the protocol's default."""

    units = "UTF-16"

    def begin(self) -> None:
        """The opening bracket."""
        self.out.write("[")
        self._file: str | None = None

    def show(self, diagnostic: Diagnostic) -> None:
        """One diagnostic in the object of its file."""
        same = diagnostic.filename == self._file
        if not same:
            closing = "" if self._file is None else "\n  ]},"
            uri = json.dumps(_uri(diagnostic.filename))
            self.out.write(f'{closing}\n  {{"uri": {uri}, "diagnostics": [')
            self._file = diagnostic.filename
        self.out.write(("," if same else "") + "\n    " + json.dumps(as_lsp(diagnostic)))

    def end(self, counts: Counts) -> None:
        """The closing brackets."""
        self.out.write("\n  ]}\n]\n" if counts.total else "]\n")

    def abort(self, counts: Counts) -> None:
        """The same: what is there can be read."""
        self.end(counts)


def as_lsp(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic in the shape of the protocol; `data` holds what a code action needs."""
    shaped: dict[str, Any] = {
        "range": _range(diagnostic.location, diagnostic.end_location),
        "severity": _SEVERITIES[diagnostic.severity],
        "code": diagnostic.code,
        "source": "textlint",
        "message": diagnostic.message,
    }
    if diagnostic.url:
        shaped["codeDescription"] = {"href": diagnostic.url}
    if diagnostic.related:
        shaped["relatedInformation"] = [_related(diagnostic.filename, related) for related in diagnostic.related]
    shaped["data"] = {
        "document": diagnostic.document,
        "suggestions": list(diagnostic.suggestions),
        "fix": fix_table(diagnostic.fix) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
    }
    return shaped


def _related(filename: str, related: Related) -> dict[str, Any]:
    start = related.location or Location(1, 1, 1)
    where = {"uri": _uri(filename), "range": _range(start, related.end_location or start)}
    return {"location": where, "message": related.message}


def _uri(filename: str) -> str:
    return "untitled:stdin" if filename == "-" else Path(filename).absolute().as_uri()


def _range(start: Location, end: Location) -> dict[str, dict[str, int]]:
    return {
        name: {"line": place.row - 1, "character": place.utf16_column - 1}
        for name, place in (("start", start), ("end", end))
    }
