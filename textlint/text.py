"""The document under check: its text, its identity, and facts computed once and shared by all checks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from textlint.positions import BEGINNING, LineIndex, Location, PositionMap

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of a document's text in code points, `end` exclusive."""

    start: int
    end: int


class Project(NamedTuple):
    """What the user's configuration says about the language of the corpus.

    `words` are accepted spellings in lower case, or as written where they hold a capital; `dialect` is `en`
    (any English) or a tag such as `en-GB`; `prefer_names` are the name forms that the project wants. The deep pass
    asks the LanguageTool at `languagetool_url`, or our own server, which `languagetool_autostart` starts with a heap of
    `languagetool_memory`.
    """

    words: frozenset[str] = frozenset()
    dialect: str = "en"
    prefer_names: tuple[str, ...] = ()
    name_style: str | None = None
    languagetool_url: str | None = None
    languagetool_autostart: bool = False
    languagetool_memory: str = "512m"


class Encoding(NamedTuple):
    """How the bytes of a document were read.

    `name` is Python's name of the encoding; `declared` says that the source names it itself (or that it is UTF-8),
    else it is a guess; `lossless` that the same bytes come back when the text is encoded again; `first` is the offset
    in the source text of the first character that is not what UTF-8 would have read.
    """

    name: str = "utf-8"
    declared: bool = True
    lossless: bool = True
    first: int = 0


UTF8 = Encoding()


class Comment(NamedTuple):
    """A comment in the markup around a text: no part of the text, but a place to speak to textlint.

    `text` is what stands between `<!--` and `-->`, `start` and `end` the whole comment in the source, and `offset`
    the place of the document's text where it stands (or the nearest one after it).
    """

    text: str
    start: Location
    end: Location
    offset: int = 0


class Part(NamedTuple):
    """Which part of a long text a document is: its number, where it begins in the text (code points) and the source."""

    number: int = 0
    start: int = 0
    location: Location = BEGINNING


WHOLE = Part()


class Document:
    """One text to check, with its identity.

    `path` is the file it came from, `record` the id of its record (None for a whole file) and `field` the record's
    field. `positions` maps offsets of `text` to places in the source, `encoding` says how its bytes were read,
    `comments` are those of the source's markup that speak to textlint, in order, and `headings` the offsets at which
    its markup begins a heading or a cell of a table. A text too long to be checked at once comes in several documents,
    each of which is a `part` of it.
    Offsets are code points of `text`.
    """

    def __init__(
        self,
        text: str,
        path: str = "-",
        record: str | int | None = None,
        field: str | None = None,
        *,
        project: Project | None = None,
        positions: PositionMap | None = None,
        encoding: Encoding = UTF8,
        comments: tuple[Comment, ...] = (),
        headings: frozenset[int] = frozenset(),
        part: Part = WHOLE,
    ) -> None:
        self.text = text
        self.path = path
        self.record = record
        self.field = field
        self.project = project or Project()
        self.encoding = encoding
        self.comments = comments
        self.headings = headings
        self.part = part
        self._positions = positions
        self._facts: dict[Callable[..., Any], Any] = {}

    @cached_property
    def positions(self) -> PositionMap:
        """Where offsets of `text` stand in the source: the text itself unless the reader said otherwise."""
        return self._positions or LineIndex(self.text)

    @cached_property
    def utf8(self) -> bytes:
        """The text as valid UTF-8; lone surrogates become `?`."""
        return self.text.encode("utf-8", "replace")

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length (U+0130, the one letter that would grow, becomes `i`)."""
        return self.text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "I").lower()


def fact(compute: Callable[[Document], T]) -> Callable[[Document], T]:
    """Make a function of a document run once per document; its result is remembered on the document."""

    @wraps(compute)
    def get(doc: Document) -> T:
        facts = doc._facts
        if compute not in facts:
            facts[compute] = compute(doc)
        value: T = facts[compute]
        return value

    return get
