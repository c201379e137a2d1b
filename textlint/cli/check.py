"""Check texts and report what is wrong in them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from textlint import cache
from textlint.cli.main import CLEAN, FAILED, FOUND, NOTHING
from textlint.cli.parser import Parser, positive
from textlint.cli.paths import add_paths, named_sources
from textlint.cli.progress import wants_progress
from textlint.cli.report import Report
from textlint.cli.settings import add_settings, resolver_of
from textlint.config.resolver import Resolver
from textlint.costs import table
from textlint.errors import InputError, UsageError
from textlint.inputs import Source
from textlint.output import FORMATS, renderer
from textlint.output.base import Look, Renderer
from textlint.output.style import wants_colour, width_of
from textlint.run import Fixing, FixTo, Manner, check_sources, default_jobs


def add_arguments(parser: Parser) -> None:
    """The options of `textlint check`."""
    add_paths(parser)
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="apply the safe fixes; of standard input, print the result")
    group.add_argument("--unsafe-fixes", action="store_true", help="apply the others too; look at what they did")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add_settings(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--output-format", choices=FORMATS)
    group.add_argument("--output-file", type=Path, metavar="FILE", help="write there instead of to standard output")
    group.add_argument("--statistics", action="store_true", help="show how often each rule fired")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 where there are findings")
    group.add_argument("--quiet", "-q", action="store_true", help="print findings and errors, nothing else")
    group.add_argument("--no-progress", action="store_true", help="show no progress bar")
    group = parser.add_argument_group("running")
    group.add_argument("--no-cache", action="store_true", help="check all files anew, and keep no results")
    group.add_argument("--profile-rules", action="store_true", help="show on standard error what each rule costs")
    group.add_argument("--jobs", "-j", type=positive, metavar="N", help="how many processes (default: one a core)")


def run(asked: argparse.Namespace) -> int:
    """Check; returns the exit code."""
    resolver, fixing = resolver_of(asked), _fixing(asked)
    output_format = asked.output_format or resolver.of_folder(Path.cwd()).output_format
    with _opened(asked.output_file) as out:
        if fixing is not None and fixing.to is FixTo.DATA:
            out = sys.stderr  # noqa: PLW2901 - standard output is for the fixed text
        look = Look(wants_colour(out), width_of(out), asked.quiet)
        report = Report(_renderer(asked, out, look, output_format), fixing)
        return _check(asked, resolver, report)


def _check(asked: argparse.Namespace, resolver: Resolver, report: Report) -> int:
    with report:
        sources: Iterable[Source | InputError] = named_sources(asked, resolver)
        if not asked.quiet and not asked.no_progress and wants_progress():
            sources = report.watch(sources)
        jobs = asked.jobs or default_jobs()
        folders = [Path(path).absolute() for path in asked.paths or ["."] if Path(path).is_dir()]
        remembering = cache.is_on() and not (asked.no_cache or asked.profile_rules)
        manner = Manner(remembering, profiling=asked.profile_rules)
        for result in check_sources(sources, resolver, jobs=jobs, fixing=report.fixing, folders=folders, manner=manner):
            report.tell(result)
    if asked.profile_rules:
        print(*table(report.costs), sep="\n", file=sys.stderr)
    if not report.results and asked.force_exclude:
        return CLEAN
    if not report.results:
        print("warning: there is nothing to check here; name files, or see `exclude` and `include`", file=sys.stderr)
        return NOTHING
    if report.counts.unread:
        return FAILED
    found = report.counts.fixed if asked.diff else report.counts.total
    return FOUND if found and not asked.exit_zero else CLEAN


def _fixing(asked: argparse.Namespace) -> Fixing | None:
    if asked.diff:
        return Fixing(FixTo.DIFF, asked.unsafe_fixes)
    if asked.fix:
        return Fixing(FixTo.DATA if "-" in asked.paths else FixTo.FILE, asked.unsafe_fixes)
    if asked.unsafe_fixes:
        raise UsageError("--unsafe-fixes goes with --fix, or with --diff to see what it would do")
    return None


def _renderer(asked: argparse.Namespace, out: TextIO, look: Look, output_format: str) -> Renderer:
    if asked.diff:
        from textlint.output.diff import Diff

        return Diff(out, look)
    if asked.statistics:
        from textlint.output.statistics import Statistics

        return Statistics(out, look, output_format)
    return renderer(output_format, out, look)


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
