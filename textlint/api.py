"""Checking from Python: texts and paths, without the command line."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from os import PathLike, fspath
from pathlib import Path

from textlint.config.resolver import Resolver
from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.errors import UsageError
from textlint.inputs import Kind, find_sources, source_of
from textlint.inputs.read import parse
from textlint.run import Result, check_sources
from textlint.text import UTF8


def lint_text(text: str, *, filename: str = "text.txt", linter: Linter | None = None) -> list[Diagnostic]:
    """The diagnostics of a text, ordered by place.

    The name tells how it is read: as Markdown (`.md`), HTML (`.html`) or plain text. Without a linter the default
    rules run, and no configuration file is read; a `Linter(Settings(...))` of your own is loaded once and may be used
    for any number of texts. A rule that crashes is left out, with a RuntimeWarning. Raises UsageError for the name of
    a JSON Lines file, which holds many texts.
    """
    source = source_of(filename)
    if source.kind is Kind.JSONL:
        raise UsageError(f"{filename}: JSON Lines hold many texts; give the text of each, or the path to lint_paths")
    linter = linter or _default_linter()
    known = len(linter.errors)
    found = linter.lint(parse(text, UTF8, source, linter.settings))
    for error in linter.errors[known:]:
        warnings.warn(str(error), RuntimeWarning, stacklevel=2)
    return found


def lint_paths(
    paths: Sequence[str | PathLike[str]], *, settings: Settings | None = None, jobs: int = 1
) -> Iterator[Result]:
    """What comes of checking files, folders and patterns, in a fixed order, as it is found.

    A result has the diagnostics and errors of one file, or of some records of a large JSON Lines file. For each file
    the nearest configuration file holds, unless `settings` are given. With more than one job, processes are started
    where there is enough to do; a program that does so on Windows or macOS guards its main module, as
    `multiprocessing` asks. Raises ConfigError, and UsageError where the settings fit no rules.
    """
    resolver = Resolver()
    of_file: Callable[[str], Settings] = resolver if settings is None else lambda _: settings
    of_folder: Callable[[Path], Settings] = resolver.of_folder if settings is None else lambda _: settings
    return check_sources(find_sources([fspath(path) for path in paths], of_folder), of_file, jobs=jobs)


@cache
def _default_linter() -> Linter:
    return Linter()
