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
from textlint.cli.progress import Progress, wants_progress
from textlint.cli.settings import add_settings, resolver_of
from textlint.config.resolver import Resolver
from textlint.errors import InputError, TextlintError, UsageError
from textlint.inputs import Source, find_sources, stdin_source
from textlint.output import FORMATS, renderer
from textlint.output.base import Counts, Look, Renderer
from textlint.output.style import wants_colour, width_of
from textlint.run import check_sources, default_jobs


def add_arguments(parser: Parser) -> None:
    """The options of `textlint check`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, patterns, or - (default: here)")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the name that standard input goes by")
    add_settings(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--output-format", choices=FORMATS)
    group.add_argument("--output-file", type=Path, metavar="FILE", help="write there instead of to standard output")
    group.add_argument("--statistics", action="store_true", help="show how often each rule fired")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 where there are findings")
    group.add_argument("--quiet", "-q", action="store_true", help="print findings and errors, nothing else")
    group.add_argument("--no-progress", action="store_true", help="show no progress bar")
    group = parser.add_argument_group("running")
    group.add_argument("--force-exclude", action="store_true", help="apply `exclude` to files that are named, too")
    group.add_argument("--jobs", "-j", type=positive, metavar="N", help="how many processes (default: one a core)")


def run(asked: argparse.Namespace) -> int:
    """Check; returns the exit code."""
    resolver = resolver_of(asked)
    output_format = asked.output_format or resolver.of_folder(Path.cwd()).output_format
    with _opened(asked.output_file) as out:
        look = Look(wants_colour(out), width_of(out), asked.quiet)
        shown = _statistics(out, look, output_format) if asked.statistics else renderer(output_format, out, look)
        return _check(asked, resolver, shown)


def _check(asked: argparse.Namespace, resolver: Resolver, shown: Renderer) -> int:
    counts, checked = Counts(), False
    shown.begin()
    try:
        sources, progress = _sources(asked, resolver)
        for result in check_sources(sources, resolver, jobs=asked.jobs or default_jobs()):
            checked = True
            if result.errors or result.diagnostics:
                progress.clear()
            for error in result.errors:
                complain(error)
                counts.unread = True
            for diagnostic in result.diagnostics:
                counts.add(diagnostic)
                shown.show(diagnostic)
            progress.advance(result.size)
        progress.clear()
    except TextlintError:
        shown.abort(counts)
        raise
    if not checked:
        shown.abort(counts)
        print("warning: there is nothing to check here; name files, or see `exclude` and `include`", file=sys.stderr)
        return NOTHING
    shown.end(counts)
    if counts.unread:
        return FAILED
    return FOUND if counts.total and not asked.exit_zero else CLEAN


def _sources(asked: argparse.Namespace, resolver: Resolver) -> tuple[Iterable[Source | InputError], Progress]:
    """What to check; all of it is looked up beforehand where a bar is to show how much it is."""
    sources = _named(asked, resolver)
    if asked.quiet or asked.no_progress or not wants_progress():
        return sources, Progress()
    listed = list(sources)
    return listed, Progress([source.size for source in listed if isinstance(source, Source)])


def _named(asked: argparse.Namespace, resolver: Resolver) -> Iterator[Source | InputError]:
    paths = asked.paths or ["."]
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError("- means standard input, and goes with no other path")
        yield stdin_source(asked.stdin_filename or "-")
        return
    if asked.stdin_filename:
        raise UsageError("--stdin-filename goes with -, for standard input")
    yield from find_sources(paths, resolver.of_folder, force_exclude=asked.force_exclude)


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
