"""Suppressions in the comments of Markdown and HTML.

`ignore[CODES]` on a line with text holds for that line; on a line of its own, for the block after it, which ends at
the next blank line. `disable[CODES]` holds until `enable[CODES]` or the end of the file, `file-ignore[CODES]` for the
whole file. What follows the closing bracket is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize

from textlint.hints import did_you_mean
from textlint.rule import Finding, Rule
from textlint.selection import Selector, names_of
from textlint.text import Comment, Document

_ADDRESSED = re.compile(r"\s*textlint\s*:")
_DIRECTIVE = re.compile(r"\s*textlint\s*:\s*(ignore|disable|enable|file-ignore)\s*\[([^\]]{1,400})\]")


@dataclass(slots=True)
class Directive:
    """What a comment says of one selector: its rules' findings that begin in these rows (inclusive) are accepted."""

    comment: Comment
    selector: str
    codes: frozenset[str]
    first: int
    last: int
    used: bool = False

    def covers(self, code: str, row: int) -> bool:
        """Whether a finding is accepted."""
        return self.first <= row <= self.last and code in self.codes


Complaint = tuple[Comment, Finding]
"""What is wrong with a comment: facts for the messages of the rule unused-suppression."""


def directives(doc: Document, rules: Sequence[Rule]) -> tuple[list[Directive], list[Complaint]]:
    """The suppressions in the comments of a document, and what is wrong with some of them."""
    made: list[Directive] = []
    wrong: list[Complaint] = []
    for comment in filter(_is_addressed, doc.comments):
        directive = _DIRECTIVE.match(comment.text)
        if directive is None:
            wrong.append(complaint(comment, "malformed"))
            continue
        for selector in filter(None, map(str.strip, directive[2].split(","))):
            codes = frozenset(rule.code for rule in rules if Selector(selector).strength(rule))
            if not codes:
                wrong.append(complaint(comment, "unknown", selector, did_you_mean(selector, names_of(rules))))
            elif directive[1] == "enable":
                wrong += _enabled(comment, selector, made)
            else:
                made.append(Directive(comment, selector, codes, *_rows(directive[1], comment, doc)))
    return made, wrong


def complaint(comment: Comment, variant: str | None = None, rules: str = "", hint: str = "") -> Complaint:
    """A finding about a comment, for the rule unused-suppression."""
    return comment, Finding(comment.offset, comment.offset, variant=variant, rules=rules, hint=hint)


def _is_addressed(comment: Comment) -> bool:
    return _ADDRESSED.match(comment.text) is not None


def _enabled(comment: Comment, selector: str, made: list[Directive]) -> Iterator[Complaint]:
    """End what was disabled under this selector; complain if nothing was."""
    still_open = [directive for directive in made if directive.selector == selector and directive.last == maxsize]
    for directive in still_open:
        directive.last = comment.start.row
    if not still_open:
        yield complaint(comment, "unclosed", selector)


def _rows(kind: str, comment: Comment, doc: Document) -> tuple[int, int]:
    """The first and last row that a comment speaks of."""
    if kind == "file-ignore":
        return 1, maxsize - 1
    if kind == "disable":
        return comment.start.row, maxsize
    before = (_line(doc, comment.start.row) or "")[: comment.start.column - 1]
    after = (_line(doc, comment.end.row) or "")[comment.end.column - 1 :]
    if before.strip() or after.strip():
        return comment.start.row, comment.end.row
    return _next_block(doc, comment.end.row + 1)


def _next_block(doc: Document, row: int) -> tuple[int, int]:
    """The rows of the first lines that are not blank, from this row on."""
    while (line := _line(doc, row)) is not None and not line.strip():
        row += 1
    last = row
    while (line := _line(doc, last)) is not None and line.strip():
        last += 1
    return row, last - 1


def _line(doc: Document, row: int) -> str | None:
    """A line of the source, None after its end."""
    try:
        return doc.positions.line(row)
    except IndexError:
        return None
