"""Check texts and report what is wrong in them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from textlint.cli.main import CLEAN, FAILED, FOUND, NOTHING, complain
from textlint.cli.parser import Parser, positive
from textlint.cli.settings import add_settings, resolver_of
from textlint.config.resolver import Resolver
from textlint.errors import UsageError
from textlint.inputs import Source, source_of, stdin_source
from textlint.output import FORMATS, renderer
from textlint.output.base import Counts, Look, Renderer
from textlint.output.style import wants_colour
from textlint.run import check_sources


def add_arguments(parser: Parser) -> None:
    """The options of `textlint check`."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files, folders, patterns, or -")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the name that standard input goes by")
    add_settings(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--output-format", choices=FORMATS)
    group.add_argument("--output-file", type=Path, metavar="FILE", help="write there instead of to standard output")
    group.add_argument("--statistics", action="store_true", help="show how often each rule fired")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 where there are findings")
    group.add_argument("--quiet", "-q", action="store_true", help="print findings and errors, nothing else")
    group = parser.add_argument_group("running")
    group.add_argument("--jobs", "-j", type=positive, metavar="N", help="how many processes (default: one a core)")


def run(asked: argparse.Namespace) -> int:
    """Check; returns the exit code."""
    resolver = resolver_of(asked)
    output_format = asked.output_format or resolver.of_folder(Path.cwd()).output_format
    with _opened(asked.output_file) as out:
        look = Look(wants_colour(out), quiet=asked.quiet)
        shown = _statistics(out, look, output_format) if asked.statistics else renderer(output_format, out, look)
        return _check(asked, resolver, shown)


def _check(asked: argparse.Namespace, resolver: Resolver, shown: Renderer) -> int:
    counts, failed, checked = Counts(), False, False
    shown.begin()
    for result in check_sources(_sources(asked), resolver, jobs=asked.jobs or 1):
        checked = True
        for error in result.errors:
            complain(error)
            failed = True
        for diagnostic in result.diagnostics:
            counts.add(diagnostic)
            shown.show(diagnostic)
    counts.unread = failed
    shown.end(counts)
    if failed:
        return FAILED
    if not checked:
        print("warning: there was nothing to check", file=sys.stderr)
        return NOTHING
    return FOUND if counts.total and not asked.exit_zero else CLEAN


def _sources(asked: argparse.Namespace) -> Iterable[Source]:
    return [stdin_source(asked.stdin_filename or "-") if path == "-" else source_of(path) for path in asked.paths]


def _statistics(out: TextIO, look: Look, output_format: str) -> Renderer:
    from textlint.output.statistics import Statistics

    return Statistics(out, look, output_format)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"--output-file {path}: cannot be written: {error.strerror}") from error
    with file:
        yield file
