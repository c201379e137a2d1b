"""Apply suppressions to what was found, and tell which of them met nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textlint.config.settings import Settings, Suppression
from textlint.config.tuning import refuse_unknown
from textlint.diagnostic import Diagnostic
from textlint.rule import Rule
from textlint.selection import Selector
from textlint.suppress.comments import Complaint, Directive, accepted, complaint, directives
from textlint.text import Document

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

UNUSED = "SUP001"


class _Entry(NamedTuple):
    """An entry of the configuration: its pattern, the codes that it means, and whether it must be of use."""

    written: Suppression
    pattern: GitIgnoreSpec
    codes: frozenset[str]
    counted: bool

    def meets(self, path: str) -> bool:
        """Whether the pattern is of this file (absolute)."""
        return bool(self.pattern.match_file(os.path.relpath(path, self.written.root)))


_Entries = dict[tuple[str | None, str | None], list[_Entry]]
"""Entries by the record and the text that they mean, None where they mean any."""


class Suppressor:
    """Drops the findings that the settings and the comments of a document accept.

    `met` are the entries `[[suppress]]` whose files were checked by at least one of their rules, `used` those that
    dropped something; both grow. Entries of `per-file-ignores` are policy, and may be without effect.
    """

    def __init__(self, settings: Settings, rules: Sequence[Rule], running: Iterable[str]) -> None:
        self.met: set[Suppression] = set()
        self.used: set[Suppression] = set()
        self._rules = rules
        self._running = frozenset(running)
        self._entries = [self._entry(written, counted=True) for written in settings.suppressions]
        self._entries += [self._entry(written, counted=False) for written in settings.per_file_ignores]
        self._path = ""
        self._here: _Entries = {}

    def _entry(self, written: Suppression, *, counted: bool) -> _Entry:
        from pathspec import GitIgnoreSpec

        refuse_unknown(self._rules, written.rules, f"{written.origin}: {'suppress' if counted else 'per-file-ignores'}")
        selectors = [Selector(rule) for rule in written.rules]
        codes = frozenset(rule.code for rule in self._rules if any(one.strength(rule) for one in selectors))
        return _Entry(written, GitIgnoreSpec.from_lines([written.path]), codes, counted)

    def apply(self, doc: Document, found: list[Diagnostic]) -> tuple[list[Diagnostic], list[Complaint]]:
        """What is left, and what is wrong with the document's own comments."""
        made, wrong = directives(doc, self._rules) if doc.comments else ([], [])
        if self._entries:
            self._look_up(doc.path)
        if not made and not self._here:
            return found, wrong
        by_comment = accepted(made, found)
        left = [one for one in found if not (self._by_entry(one) or id(one) in by_comment)]
        return left, sorted([*wrong, *self._unused(made)], key=lambda pair: pair[0].start)

    def hand_over(self) -> tuple[set[Suppression], set[Suppression]]:
        """The entries met and used since the last time."""
        met, used = self.met, self.used
        self.met, self.used, self._path = set(), set(), ""
        return met, used

    def _look_up(self, path: str) -> None:
        """Find the entries of a file, once for all its documents, for they come one after the other."""
        if self._path == path:
            return
        self._path, self._here = path, defaultdict(list)
        absolute = os.path.abspath(path)  # noqa: PTH100 - nothing need be there
        for entry in self._entries:
            if entry.meets(absolute):
                record = None if entry.written.record is None else str(entry.written.record)
                self._here[record, entry.written.text].append(entry)
                if entry.counted and entry.codes & self._running:
                    self.met.add(entry.written)

    def _by_entry(self, found: Diagnostic) -> bool:
        record = str(found.document)
        keys = ((record, found.text), (record, None), (None, found.text), (None, None))
        covering = [entry for key in keys for entry in self._here.get(key, ()) if found.code in entry.codes]
        self.used.update(entry.written for entry in covering if entry.counted)
        return bool(covering)

    def _unused(self, made: Iterable[Directive]) -> Iterator[Complaint]:
        """The comments of which nothing was used, each with those of its selectors whose rules ran."""
        idle: dict[int, list[Directive]] = {}
        for directive in made:
            if not directive.used and directive.codes & self._running:
                idle.setdefault(id(directive.comment), []).append(directive)
        for group in idle.values():
            yield complaint(group[0].comment, rules=", ".join(directive.selector for directive in group))
