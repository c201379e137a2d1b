"""What a check found, ready to be filtered, printed and fixed."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from textlint.positions import Location
from textlint.text import Span


class Severity(StrEnum):
    """How bad it is: an error breaks the text, a warning should be looked at, info is for the curious."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Edit(NamedTuple):
    """Replace a span of the document's text by `content`."""

    span: Span
    content: str


class Fix(NamedTuple):
    """Edits that belong together. A safe fix is all but certain to be what the writer meant."""

    edits: tuple[Edit, ...]
    safe: bool = False
    message: str = ""


class Related(NamedTuple):
    """Another place that explains a diagnostic, in the same document."""

    span: Span
    message: str
    location: Location | None = None
    end_location: Location | None = None


class Diagnostic(NamedTuple):
    """One defect: which rule, where exactly, what and why, how sure, and what to do.

    `span` holds code points of the document's own text, `location` and `end_location` the place in the source file.
    `document` is the record's id, None for a whole-file document. `before` and `after` are what stands beside the text
    on its line, for an excerpt.
    """

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    filename: str
    document: str | int | None
    span: Span
    text: str
    location: Location
    end_location: Location
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    url: str | None = None
    fingerprint: str = ""
    field: str | None = None
    before: str = ""
    after: str = ""


def fingerprint(code: str, path: str, record: str | int | None, text: str, count: int, *, part: int = 0) -> str:
    """A name for a finding that survives moved lines: rule, document, matched text, and which one of its kind.

    Of a text that is checked in parts, they are counted anew in each part.
    """
    identity = "\0".join((code, path, str(record), text, str(count), *([str(part)] if part else [])))
    return blake2b(identity.encode("utf-8", "replace"), digest_size=8).hexdigest()


def moved(diagnostic: Diagnostic, by: int) -> Diagnostic:
    """The diagnostic with its spans moved by some code points: from those of a part to those of the whole text."""
    fix = diagnostic.fix and Fix(
        tuple(Edit(_moved(edit.span, by), edit.content) for edit in diagnostic.fix.edits),
        diagnostic.fix.safe,
        diagnostic.fix.message,
    )
    related = tuple(one._replace(span=_moved(one.span, by)) for one in diagnostic.related)
    return diagnostic._replace(span=_moved(diagnostic.span, by), fix=fix, related=related)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
