"""Show what textlint sees in texts: words, names, quotes or boilerplate; or what it knows of one word."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from textlint.cli.main import CLEAN, FAILED, complain
from textlint.cli.parser import Parser
from textlint.cli.paths import add_paths, named_sources
from textlint.cli.settings import add_settings, resolver_of
from textlint.config.resolver import Resolver
from textlint.errors import InputError, UsageError
from textlint.inputs import Source, read_documents
from textlint.output.visible import cells, visible
from textlint.text import Document
from textlint.views import VIEWS, Row, rows

_WIDEST = 160


def add_arguments(parser: Parser) -> None:
    """The options of `textlint inspect`."""
    parser.add_argument("view", choices=(*VIEWS, "word"), metavar="WHAT", help=f"{', '.join(VIEWS)}, or word")
    add_paths(parser)
    parser.add_argument("--output-format", choices=("table", "json"), default="table")
    add_settings(parser)


def run(asked: argparse.Namespace) -> int:
    """Print; returns the exit code."""
    resolver = resolver_of(asked)
    texts = _Texts(asked, resolver)
    if asked.view == "word":
        if not asked.paths:
            raise UsageError("name the words to look up: textlint inspect word harbour")
        from textlint.views.word import looked_up

        project = resolver.of_folder(Path.cwd()).project
        found = [looked_up(word, project) for word in asked.paths]
    else:
        found = list(rows(asked.view, texts))
    if asked.output_format == "json":
        print(json.dumps(found, indent=2))
    else:
        _print_table(found)
    return FAILED if texts.failed else CLEAN


class _Texts:
    """The documents at the paths; errors are told, and remembered in `failed`."""

    def __init__(self, asked: argparse.Namespace, resolver: Resolver) -> None:
        self.failed = False
        self._asked = asked
        self._resolver = resolver

    def __iter__(self) -> Iterator[Document]:
        for source in named_sources(self._asked, self._resolver):
            for document in self._read(source):
                if isinstance(document, Document):
                    yield document
                else:
                    complain(document)
                    self.failed = True

    def _read(self, source: Source | InputError) -> Iterable[Document | InputError]:
        return [source] if isinstance(source, InputError) else read_documents(source, self._resolver(source.path))


def _print_table(found: Sequence[Row]) -> None:
    """Columns as wide as they need to be; columns that are empty in every row are left out."""
    headings = [name for name in (found[0] if found else ()) if any(row[name] not in ("", None) for row in found)]
    table = [[name.replace("_", " ") for name in headings], *([_cell(row[name]) for name in headings] for row in found)]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    for line in table:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True))
        print("  ".join(padded).rstrip())


def _cell(value: object) -> str:
    text = "" if value is None else visible(str(value))
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
