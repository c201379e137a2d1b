"""One JSON array. Its names are fixed: tools read them; fields may be added."""

from __future__ import annotations

import json
from typing import Any

from textlint.diagnostic import Diagnostic, Fix, Related
from textlint.output.base import Counts, Renderer
from textlint.positions import Location
from textlint.text import Span


class JsonArray(Renderer):
    """Rows and columns are 1-based, columns and spans count code points; all text is ASCII with `\\u` escapes."""

    def begin(self) -> None:
        """The opening bracket."""
        self.out.write("[")
        self._separator = "\n  "

    def show(self, diagnostic: Diagnostic) -> None:
        """One object on one line."""
        self.out.write(self._separator + json.dumps(as_table(diagnostic)))
        self._separator = ",\n  "

    def end(self, counts: Counts) -> None:
        """The closing bracket."""
        self.out.write("\n]\n" if counts.total else "]\n")

    def abort(self, counts: Counts) -> None:
        """The same: what is there can be read."""
        self.end(counts)


def as_table(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic in the shape of the JSON formats."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "confidence": diagnostic.confidence,
        "message": diagnostic.message,
        "filename": diagnostic.filename,
        "document": diagnostic.document,
        "field": diagnostic.field,
        "location": _location(diagnostic.location),
        "end_location": _location(diagnostic.end_location),
        "span": _span(diagnostic.span),
        "text": diagnostic.text,
        "suggestions": list(diagnostic.suggestions),
        "fix": fix_table(diagnostic.fix) if diagnostic.fix else None,
        "related": [_related(related) for related in diagnostic.related],
        "url": diagnostic.url,
        "fingerprint": diagnostic.fingerprint,
    }


def fix_table(fix: Fix) -> dict[str, Any]:
    """A fix in the shape of the JSON formats."""
    return {
        "applicability": "safe" if fix.safe else "unsafe",
        "message": fix.message,
        "edits": [{"span": _span(edit.span), "content": edit.content} for edit in fix.edits],
    }


def _related(related: Related) -> dict[str, Any]:
    start, end = (place and _location(place) for place in (related.location, related.end_location))
    return {"message": related.message, "location": start, "end_location": end, "span": _span(related.span)}


def _location(location: Location) -> dict[str, int]:
    return {"row": location.row, "column": location.column}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
