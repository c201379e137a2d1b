"""Results as text and back, without loss."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from textlint.config.settings import Suppression
from textlint.diagnostic import Diagnostic, Edit, Fix, Related, Severity
from textlint.positions import Location
from textlint.run.result import Result
from textlint.text import Span

_ENCODER = json.JSONEncoder(separators=(",", ":"))


def flattened(result: Result, entries: Sequence[Suppression]) -> str:
    """The text of a result without errors and fixes. `entries` are the suppressions that it may speak of."""
    met = {entries.index(entry): diagnostic for entry, diagnostic in result.met.items()}
    used = [entries.index(entry) for entry in result.used]
    return _ENCODER.encode([result.documents, result.diagnostics, met, used])


def restored(text: str, path: str, size: int, entries: Sequence[Suppression]) -> Result:
    """The result of which this is the text. Raises ValueError, TypeError or LookupError where it is damaged."""
    documents, diagnostics, met, used = json.loads(text)
    return Result(
        path,
        tuple(map(_diagnostic, diagnostics)),
        documents=documents,
        size=size,
        met={entries[int(at)]: _diagnostic(row) for at, row in met.items()},
        used=frozenset(entries[at] for at in used),
    )


def _diagnostic(row: Sequence[Any]) -> Diagnostic:
    code, name, severity, confidence, message, filename, document, span, text, start, end, *rest = row
    suggestions, fix, related, url, fingerprint, field, before, after = rest
    return Diagnostic(
        code,
        name,
        Severity(severity),
        confidence,
        message,
        filename,
        document,
        Span(*span),
        text,
        Location(*start),
        Location(*end),
        tuple(suggestions),
        fix and _fix(*fix),
        tuple(_related(*one) for one in related),
        url,
        fingerprint,
        field,
        before,
        after,
    )


def _fix(edits: Sequence[Any], safe: bool, message: str) -> Fix:
    return Fix(tuple(Edit(Span(*span), content) for span, content in edits), safe, message)


def _related(span: Sequence[int], message: str, start: Sequence[int] | None, end: Sequence[int] | None) -> Related:
    return Related(Span(*span), message, _location(start), _location(end))


def _location(row: Sequence[int] | None) -> Location | None:
    return None if row is None else Location(*row)
