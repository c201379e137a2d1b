"""Suppressions in the comments of Markdown and HTML.

`ignore[CODES]` on a line with text holds for that line; on a line of its own, for the block after it, which ends at
the next blank line. `disable[CODES]` holds until `enable[CODES]` or the end of the file, `file-ignore[CODES]` for the
whole file. What follows the closing bracket is the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from heapq import heappush
from sys import maxsize

from textlint.diagnostic import Diagnostic
from textlint.hints import did_you_mean
from textlint.rule import Finding, Rule
from textlint.selection import Selector, names_of
from textlint.text import Comment, Document

_ADDRESSED = re.compile(r"\s*textlint\s*:")
# Text farther away on the line of a comment does not make it a comment beside text.
_NEAR = 400
# Of that many comments about unknown rules, each is told which one was meant.
_HINTS = 100
_DIRECTIVE = re.compile(r"\s*textlint\s*:\s*(ignore|disable|enable|file-ignore)\s*\[([^\]]{1,400})\]")


class Directive:
    """What a comment says of one selector: its rules' findings that begin in these rows (inclusive) are accepted."""

    def __init__(self, comment: Comment, selector: str, codes: frozenset[str], first: int, last: int) -> None:
        self.comment = comment
        self.selector = selector
        self.codes = codes
        self.first = first
        self.last = last
        self.used = False


Complaint = tuple[Comment, Finding]
"""What is wrong with a comment: facts for the messages of the rule unused-suppression."""


def directives(doc: Document, rules: Sequence[Rule]) -> tuple[list[Directive], list[Complaint]]:
    """The suppressions in the comments of a document, and what is wrong with some of them."""
    made: list[Directive] = []
    wrong: list[Complaint] = []
    disabled: dict[str, list[Directive]] = defaultdict(list)
    meant: dict[str, frozenset[str]] = {}
    rows = _Rows(doc)
    for comment in filter(_is_addressed, doc.comments):
        directive = _DIRECTIVE.match(comment.text)
        if directive is None:
            wrong.append(complaint(comment, "malformed"))
            continue
        for selector in filter(None, map(str.strip, directive[2].split(","))):
            if selector not in meant:
                meant[selector] = frozenset(rule.code for rule in rules if Selector(selector).strength(rule))
            if not meant[selector]:
                hint = did_you_mean(selector, names_of(rules)) if len(wrong) < _HINTS else ""
                wrong.append(complaint(comment, "unknown", selector, hint))
            elif directive[1] == "enable":
                wrong += [] if selector in disabled else [complaint(comment, "unclosed", selector)]
                for ended in disabled.pop(selector, ()):
                    ended.last = comment.start.row
            else:
                made.append(Directive(comment, selector, meant[selector], *rows.meant(directive[1], comment)))
                if directive[1] == "disable":
                    disabled[selector].append(made[-1])
    return made, wrong


def accepted(made: Iterable[Directive], found: Iterable[Diagnostic]) -> set[int]:
    """The identities of the findings that directives accept, each by one that then counts as used.

    A sweep over the rows: of the directives that have begun, the one that lasts longest accepts.
    """
    waiting = deque(sorted(made, key=lambda directive: directive.first))
    begun: dict[str, list[tuple[int, int, Directive]]] = defaultdict(list)
    taken: set[int] = set()
    for one in sorted(found, key=lambda diagnostic: diagnostic.location.row):
        while waiting and waiting[0].first <= one.location.row:
            directive = waiting.popleft()
            for code in directive.codes:
                heappush(begun[code], (-directive.last, len(waiting), directive))
        if begun[one.code] and -begun[one.code][0][0] >= one.location.row:
            begun[one.code][0][2].used = True
            taken.add(id(one))
    return taken


def complaint(comment: Comment, variant: str | None = None, rules: str = "", hint: str = "") -> Complaint:
    """A finding about a comment, for the rule unused-suppression."""
    return comment, Finding(comment.offset, comment.offset, variant=variant, rules=rules, hint=hint)


def _is_addressed(comment: Comment) -> bool:
    return _ADDRESSED.match(comment.text) is not None


class _Rows:
    """The rows that comments speak of; asked in the order of the comments, it reads each line once."""

    def __init__(self, doc: Document) -> None:
        self._positions = doc.positions
        self._block = (0, 0)
        self._read: tuple[int, str | None] = (0, None)

    def meant(self, kind: str, comment: Comment) -> tuple[int, int]:
        """The first and last row."""
        if kind == "file-ignore":
            return 1, maxsize
        if kind == "disable":
            return comment.start.row, maxsize
        if self._is_beside_text(comment):
            return comment.start.row, comment.end.row
        return self._next_block(comment.end.row + 1)

    def _is_beside_text(self, comment: Comment) -> bool:
        column = comment.start.column - 1
        before = (self._line(comment.start.row) or "")[max(column - _NEAR, 0) : column]
        column = comment.end.column - 1
        after = (self._line(comment.end.row) or "")[column : column + _NEAR]
        return bool(before.strip() or after.strip())

    def _next_block(self, row: int) -> tuple[int, int]:
        """The rows of the first lines that are not blank, from this row on."""
        while (line := self._line(row)) is not None and not line.strip():
            row += 1
        if not self._block[0] <= row <= self._block[1]:
            last = row
            while (line := self._line(last)) is not None and line.strip():
                last += 1
            self._block = row, last - 1
        return row, self._block[1]

    def _line(self, row: int) -> str | None:
        """A line of the source, None after its end."""
        if self._read[0] != row:
            try:
                self._read = row, self._positions.line(row)
            except IndexError:
                self._read = row, None
        return self._read[1]
