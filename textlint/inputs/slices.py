"""Large files in slices, so that one of any size is read in little memory and shared out among processes.

A slice of JSON Lines is whole lines of about a mebibyte, one of plain text a part as `textlint.inputs.parts` cuts it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from textlint.errors import InputError
from textlint.inputs.decoding import decode, is_binary, marked_encoding
from textlint.inputs.parts import LONGEST, cut
from textlint.inputs.source import Kind, Source, chunks, open_source, unreadable
from textlint.positions import LineIndex, Location
from textlint.text import UTF8, WHOLE, Encoding, Part

MAX_LINE = 12 << 20


def slices(source: Source) -> Iterator[Source | InputError]:
    """The source in slices, in order and decompressed.

    An InputError stands where the rest could not be read, and where a line of JSON Lines is longer than `MAX_LINE`.
    """
    cut_up = _lines if source.kind is Kind.JSONL else _stretches
    try:
        with open_source(source) as raw:
            before = 0
            for part in cut_up(chunks(raw, source), source):
                now = raw.tell() if raw.seekable() else before + (part.size if isinstance(part, Source) else 0)
                yield part._replace(length=now - before) if isinstance(part, Source) else part
                before = now
    except OSError as error:
        yield unreadable(source.path, error)
    except InputError as error:
        yield error


def read_stretch(part: Source) -> tuple[str, Encoding]:
    """The text of a slice of plain text, and how it was read."""
    text, encoding = decode(part.data or b"")
    return text, encoding if part.encoding is UTF8 else part.encoding


def _stretches(pieces: Iterator[bytes], source: Source) -> Iterator[Source | InputError]:
    """The parts of a plain text. Bytes after the first part that are not UTF-8 are read as is best for their part."""
    broken = list[InputError]()
    head, pieces = _head(_until_broken(pieces, broken))
    if is_binary(head):
        yield binary(source.path)
        return
    if len(head) > LONGEST:
        pieces, encoding = _as_utf8(pieces)
    else:
        encoding = UTF8
    before = None
    for data in cut(pieces):
        part = WHOLE if before is None else _after(before)
        before = source._replace(data=data, part=part, encoding=encoding, compression="")
        yield before
        encoding = UTF8
    yield from broken


def _after(stretch: Source) -> Part:
    """The part that follows."""
    (text, _), part = read_stretch(stretch), stretch.part
    return Part(part.number + 1, part.start + len(text), LineIndex(text, part.location).location(len(text)))


def _until_broken(pieces: Iterable[bytes], broken: list[InputError]) -> Iterator[bytes]:
    """The pieces that can be read; the error that ends them goes to `broken`."""
    try:
        yield from pieces
    except InputError as error:
        broken.append(error)


def _head(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, more than the longest text if there are so many, and all pieces."""
    head = list[bytes]()
    while sum(map(len, head)) <= LONGEST and (piece := next(pieces, b"")):
        head.append(piece)
    return b"".join(head), chain(head, pieces)


def binary(path: str) -> InputError:
    """The error that says that a file is no text."""
    return InputError(f"{path}: skipped: a binary file; exclude it, or save its text as UTF-8", path)


def _lines(pieces: Iterator[bytes], source: Source) -> Iterator[Source | InputError]:
    """Pieces of bytes cut anew at line ends and in UTF-8; an over-long line is given up as soon as it is one."""
    pieces, encoding = _as_utf8(pieces)
    row, held, skipping = source.first_row, list[bytes](), False
    for piece in pieces:
        if skipping:
            skipping = b"\n" not in piece
            row += not skipping
            piece = b"" if skipping else piece[piece.find(b"\n") + 1 :]  # noqa: PLW2901 - the rest of the same piece
        end = piece.rfind(b"\n") + 1
        if end:
            data = b"".join((*held, piece[:end]))
            yield _whole_lines(source, data, row, encoding)
            row += data.count(b"\n")
            held.clear()
        held.append(piece[end:])
        if sum(map(len, held)) > MAX_LINE:
            message = f"a line of more than {MAX_LINE >> 20} MiB was left out; split the record"
            yield InputError(f"{source.path}:{row}: {message}", source.path, row)
            held, skipping = [], True
    if any(held):
        yield _whole_lines(source, b"".join(held), row, encoding)


def _whole_lines(source: Source, data: bytes, row: int, encoding: Encoding) -> Source:
    return source._replace(data=data, part=Part(location=Location(row, 1, 1)), encoding=encoding, compression="")


def _as_utf8(pieces: Iterable[bytes]) -> tuple[Iterator[bytes], Encoding]:
    """The pieces without a byte order mark and in UTF-8, and the encoding they were in."""
    pieces = iter(pieces)
    first = next(pieces, b"")
    name = marked_encoding(first)
    if name is None or name == "utf-8-sig":
        return chain([first.removeprefix(codecs.BOM_UTF8)], pieces), Encoding(name) if name else UTF8
    decoder = codecs.getincrementaldecoder(name)("replace")
    return (decoder.decode(piece).encode() for piece in chain([first], pieces)), Encoding(name, lossless=False)
