"""Applying fixes: edits that do not touch each other go in together, the others wait for the next pass.

A source is fixed in its own form: a file as a whole, JSON Lines record by record, so that every byte that no fix
means stays as it was.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic, Edit, Fix
from textlint.errors import InputError
from textlint.inputs import Kind, Source, read_documents
from textlint.inputs.decoding import decode
from textlint.inputs.jsonl import documents, record_documents
from textlint.inputs.parts import in_parts
from textlint.inputs.read import FileText, parse, read_text
from textlint.inputs.slices import slices
from textlint.rewrite import encoded, unified_diff
from textlint.text import Document, Encoding, Span

PASSES = 10


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> str:
    """The text with the safe fixes of its diagnostics applied (all fixes where `unsafe`).

    A fix that overlaps one of an earlier diagnostic is left out: lint the result again to get it.
    """
    fixes = [diagnostic.fix for diagnostic in diagnostics if diagnostic.fix is not None]
    return apply_edits(text, _compatible(fix for fix in fixes if fix.safe or unsafe)[0])


def _compatible(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """The edits, in the order of the text, of as many fixes as go together, and of how many; each goes in whole."""
    taken: list[Edit] = []
    count = 0
    for fix in fixes:
        edits = sorted(fix.edits, key=_place)
        if all(not _clash(a, b) for a, b in pairwise(edits)) and all(_fits(edit, taken) for edit in edits):
            count += 1
            for edit in edits:
                insort(taken, edit, key=_place)
    return taken, count


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text after disjoint edits that are in its order."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], edit.content)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span


def _fits(edit: Edit, taken: Sequence[Edit]) -> bool:
    at = bisect_left(taken, _place(edit), key=_place)
    return all(not _clash(*pair) for pair in pairwise((*taken[max(at - 1, 0) : at], edit, *taken[at : at + 1])))


def _clash(first: Edit, second: Edit) -> bool:
    """Whether two edits, the first not after the second, overlap or meet where the order of insertions would matter."""
    meet = first.span.end == second.span.start
    empty = first.span.start == first.span.end or second.span.start == second.span.end
    return first.span.end > second.span.start or (meet and empty)


class FixTo(StrEnum):
    """What becomes of fixed texts: they replace their files, are shown as a diff, or are handed on."""

    FILE = "file"
    DIFF = "diff"
    DATA = "data"


class Fixing(NamedTuple):
    """How to fix: safe fixes alone or all, and to what end."""

    to: FixTo = FixTo.FILE
    unsafe: bool = False


class Fixed:
    """A text after its fixes: how many went in, and what is still to be said of its documents."""

    def __init__(self, text: str, found: Iterable[tuple[Document, list[Diagnostic]]] = ()) -> None:
        self.text = text
        self.found = list(found)
        self.count = 0


Lint = Callable[[Document], list[Diagnostic]]


def fix_text(text: str, documents_of: Callable[[str], list[Document]], lint: Lint, *, unsafe: bool = False) -> Fixed:
    """Fix a source text until nothing is left to fix, in at most `PASSES` passes.

    `documents_of` gives those that a text holds. Edits are made in the source; a fix that would touch markup is left
    out.
    """
    fixed = Fixed(text)
    for to_go in range(PASSES, -1, -1):
        fixed.found = [(document, lint(document)) for document in documents_of(fixed.text)]
        fixes = (fix for document, diagnostics in fixed.found for fix in _in_source(document, diagnostics, unsafe))
        edits, count = _compatible(fixes)
        changed = apply_edits(fixed.text, edits)
        if changed == fixed.text or not to_go:
            break
        fixed.text, fixed.count = changed, fixed.count + count
    return fixed


def _in_source(document: Document, diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterator[Fix]:
    """The fixes with edits of the source instead of the document, but those that are not possible there."""
    line_end = "\r\n" if "\r\n" in document.text else "\n"
    edit = document.positions.edit
    for fix in (diagnostic.fix for diagnostic in diagnostics):
        if fix is not None and (fix.safe or unsafe):
            placed = [edit(*one.span, one.content.replace("\n", line_end)) for one in fix.edits]
            edits = tuple(Edit(Span(one.start, one.end), one.content) for one in placed if one is not None)
            if len(edits) == len(placed):
                yield Fix(edits, fix.safe)


class FixedSource:
    """A source, or some lines of one, after its fixes.

    `data` are its bytes, decompressed; None where not all of them could be read, or where they stay as they are.
    `found` are the documents, with what is still to be said of them, and the InputErrors.
    """

    def __init__(
        self,
        data: bytes | None = None,
        found: Iterable[tuple[Document, list[Diagnostic]] | InputError] = (),
        count: int = 0,
        diff: str = "",
    ) -> None:
        self.data = data
        self.found = list(found)
        self.count = count
        self.diff = diff


def fix_source(source: Source, settings: Settings, lint: Lint, fixing: Fixing) -> FixedSource:
    """Fix a file, or the lines of JSON Lines that `source.data` holds."""
    if source.kind is not Kind.JSONL:
        return _fix_file(source, settings, lint, fixing)
    result = FixedSource(b"")
    for part in (source,) if source.is_slice else slices(source):
        if isinstance(part, Source) and part.encoding.lossless:
            _fix_lines(part, settings, lint, fixing, result)
            continue
        result.data = None
        result.found += [part] if isinstance(part, InputError) else _only_checked(documents(part, settings), lint)
    return result


def _fix_file(source: Source, settings: Settings, lint: Lint, fixing: Fixing) -> FixedSource:
    file, error = read_text(source)
    if file is None or error is not None:
        return FixedSource(None, _only_checked(read_documents(source, settings), lint))
    encoding = file.encoding

    def documents_of(text: str) -> list[Document]:
        whole = parse(text, encoding, source, settings)
        return list(in_parts(whole)) if source.kind is Kind.TEXT else [whole]

    data, fixed, refused = _fix_bytes(file, source.path, documents_of, lint, fixing)
    diff = unified_diff(file.text, fixed.text, source) if fixing.to is FixTo.DIFF and fixed.count else ""
    kept = data if fixed.count or fixing.to is FixTo.DATA else None
    return FixedSource(kept, [*fixed.found, *refused], fixed.count, diff)


def _fix_lines(part: Source, settings: Settings, lint: Lint, fixing: Fixing, result: FixedSource) -> None:
    """Fix each record of some whole lines by itself, and add what comes of it to the result."""
    fixed_lines = []
    before, count = part.data or b"", result.count
    for row, raw in enumerate(before.split(b"\n"), part.first_row):
        line = raw.removesuffix(b"\r")
        if line.strip():
            record = _Record(row, part.path, settings, *decode(line))
            file = FileText(record.line, record.encoding, line)
            line, fixed, refused = _fix_bytes(file, part.path, record.documents, lint, fixing)
            result.found += [*fixed.found, *record.errors, *refused]
            result.count += fixed.count
        fixed_lines.append(line + raw[len(raw.removesuffix(b"\r")) :])
    after = b"\n".join(fixed_lines)
    if fixing.to is FixTo.DIFF and result.count > count:
        result.diff += unified_diff(before.decode(errors="replace"), after.decode(errors="replace"), part)
    mark = codecs.BOM_UTF8 if part.first_row == 1 and part.encoding.name == "utf-8-sig" else b""
    if result.data is not None:
        result.data += mark + after


class _Record:
    """A record of JSON Lines, to be parsed again after each pass; what cannot be read of it goes to `errors`."""

    def __init__(self, row: int, path: str, settings: Settings, line: str, encoding: Encoding) -> None:
        self.row = row
        self.path = path
        self.settings = settings
        self.line = line
        self.encoding = encoding
        self.errors: list[InputError] = []

    def documents(self, line: str) -> list[Document]:
        """The documents of the record as this line writes it."""
        found = list(record_documents(line, self.row, self.path, self.settings, self.encoding))
        self.errors = [item for item in found if isinstance(item, InputError)]
        return [item for item in found if isinstance(item, Document)]


def _fix_bytes(
    file: FileText, path: str, documents_of: Callable[[str], list[Document]], lint: Lint, fixing: Fixing
) -> tuple[bytes, Fixed, list[InputError]]:
    """The bytes after the fixes, or as they were, with the reason, where they could not be written without loss."""
    fixed = fix_text(file.text, documents_of, lint, unsafe=fixing.unsafe)
    if not fixed.count:
        return file.data, fixed, []
    try:
        return encoded(file, fixed.text, path), fixed, []
    except InputError as error:
        unfixed = Fixed(file.text, [(document, lint(document)) for document in documents_of(file.text)])
        return file.data, unfixed, [error]


def _only_checked(
    found: Iterable[Document | InputError], lint: Lint
) -> list[tuple[Document, list[Diagnostic]] | InputError]:
    return [item if isinstance(item, InputError) else (item, lint(item)) for item in found]
