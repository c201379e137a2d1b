"""What is done with the results in their order, in the process that began the run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from textlint.config.settings import Suppression
from textlint.diagnostic import Diagnostic
from textlint.errors import DeepPassError, InputError, RuleError
from textlint.inputs.source import chunks, first_bytes, open_source, source_of
from textlint.rewrite import Replacement
from textlint.run.result import Result
from textlint.run.work import ERRORS_TOLD

_WILDCARDS = frozenset("*?[")


def few_errors(results: Iterable[Result]) -> Iterator[Result]:
    """Of the input errors of each file the first few; the others are counted in one more error after its results."""
    path, told, untold = "", 0, 0
    for result in results:
        if result.path != path:
            yield from _more_errors(path, untold)
            path, told, untold = result.path, 0, 0
        if not result.errors and not result.untold:
            yield result
            continue
        few = []
        for error in result.errors:
            is_few = not isinstance(error, InputError) or told < ERRORS_TOLD
            told += isinstance(error, InputError)
            few += [error] if is_few else []
        untold += result.untold + len(result.errors) - len(few)
        yield result._replace(errors=tuple(few), untold=0)
    yield from _more_errors(path, untold)


def _more_errors(path: str, untold: int) -> Iterator[Result]:
    if untold:
        yield Result(path, errors=(InputError(f"{path}: {untold:,} more records could not be read", path),))


def told_once(results: Iterable[Result]) -> Iterator[Result]:
    """The results without the errors of rules and packs that an earlier one, of any process, told already."""
    told: set[str] = set()
    for result in results:
        new = []
        for error in result.errors:
            name = error.code if isinstance(error, RuleError) and error.code else str(error)
            if isinstance(error, InputError) or name not in told:
                new.append(error)
                told.add(name)
        yield result._replace(errors=tuple(new)) if len(new) < len(result.errors) else result


def unseen_together(results: Iterable[Result]) -> Iterator[Result]:
    """The results, and after them, for each reason why the deep pass was blind, one error naming the documents."""
    places: dict[str, list[str]] = {}
    for result in results:
        deep = [error for error in result.errors if isinstance(error, DeepPassError)]
        for error in deep:
            places.setdefault(error.reason, []).extend(error.places)
        yield result._replace(errors=tuple(e for e in result.errors if e not in deep)) if deep else result
    for reason, names in places.items():
        yield Result("", errors=(DeepPassError(reason, tuple(names)),))


def with_unused(results: Iterable[Result], folders: Collection[Path]) -> Iterator[Result]:
    """The results, and after them the entries of the configuration that suppressed nothing in any of them.

    An entry whose pattern has wildcards may mean files that were not checked: it is only told of where one of the
    `folders`, which are checked as a whole, holds its configuration.
    """
    met: dict[Suppression, Diagnostic] = {}
    used: set[Suppression] = set()
    for result in results:
        met.update(result.met)
        used |= result.used
        yield result
    idle = [entry for entry in met if entry not in used and _all_checked(entry, folders)]
    for entry in sorted(idle, key=lambda entry: (entry.origin, entry.row)):
        yield Result(entry.origin, (met[entry],))


def _all_checked(entry: Suppression, folders: Iterable[Path]) -> bool:
    has_wildcards = not _WILDCARDS.isdisjoint(entry.path)
    return not has_wildcards or any(entry.root.is_relative_to(folder) for folder in folders)


def written(results: Iterable[Result]) -> Iterator[Result]:
    """The results, after the bytes of files with fixes took the place of what was there.

    A file that could not be read to its end, or can not be written, stays as it is; an InputError says so.
    """
    file = _Rewriting("")
    try:
        for result in results:
            if result.path != file.path:
                yield from file.finish()
                file = _Rewriting(result.path)
            file.add(result)
            yield result._replace(data=None)
        yield from file.finish()
    finally:
        file.discard()


class _Rewriting:
    """A file on its way to be replaced by the fixed data of its results."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._new: Replacement | None = None
        self._same = 0
        self._fixed = 0
        self._hindrance = ""

    def add(self, result: Result) -> None:
        """Take the next result of the file."""
        self._fixed += result.fixed
        if result.data is None:
            self._hindrance = self._hindrance or "not all of it could be read"
        elif not self._hindrance:
            try:
                self._write(result.data)
            except OSError as error:
                self._hindrance = f"it cannot be written: {error.strerror}"

    def _write(self, data: bytes) -> None:
        """Write more of the new file; it is only begun at the first fix, with what stands before it in the old one."""
        if self._new is None and not self._fixed:
            self._same += len(data)
            return
        if self._new is None:
            source = source_of(self.path)
            self._new = Replacement(self.path, source.compression)
            with open_source(source) as raw:
                for piece in first_bytes(chunks(raw, source), self._same):
                    self._new.write(piece)
        self._new.write(data)

    def finish(self) -> Iterator[Result]:
        """Put the new file in the place of the old one, if anything was fixed and all went well."""
        if self._new is not None and self._fixed and not self._hindrance:
            try:
                self._new.commit()
                self._new = None
            except OSError as error:
                self._hindrance = f"it cannot be written: {error.strerror}"
        self.discard()
        if self._fixed and self._hindrance:
            message = f"{self.path}: its {self._fixed} fixes were not applied: {self._hindrance}"
            yield Result(self.path, errors=(InputError(message, self.path),))

    def discard(self) -> None:
        """Leave the file as it is."""
        if self._new is not None:
            with suppress(OSError):
                self._new.discard()
            self._new = None
