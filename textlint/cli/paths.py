"""The paths of a command line, shared by the commands that read texts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from textlint.cli.parser import Parser
from textlint.config.resolver import Resolver
from textlint.errors import InputError, UsageError
from textlint.inputs import Source, find_sources, stdin_source


def add_paths(parser: Parser) -> None:
    """Give a command the paths that it works on."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, patterns, or - (default: here)")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the name that standard input goes by")
    what = "leave out what is left out of folders (README, excluded, ignored by git) even where it is named"
    parser.add_argument("--force-exclude", action="store_true", help=what)


def named_sources(asked: argparse.Namespace, resolver: Resolver) -> Iterator[Source | InputError]:
    """What the paths of a command line mean. Raises UsageError."""
    paths = asked.paths or ["."]
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError("- means standard input, and goes with no other path")
        yield stdin_source(asked.stdin_filename or "-")
        return
    if asked.stdin_filename:
        raise UsageError("--stdin-filename goes with -, for standard input")
    yield from find_sources(paths, resolver.of_folder, force_exclude=asked.force_exclude)
