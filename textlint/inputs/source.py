"""Where texts come from: a file, standard input, or a stretch of lines of a large file."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import BinaryIO, NamedTuple

from textlint.errors import InputError
from textlint.text import UTF8, WHOLE, Encoding, Part

CHUNK = 1 << 20
# Compressed bytes decoded at a time: little, because a few of them can stand for a great many.
_COMPRESSED_CHUNK = 1 << 13


class Kind(StrEnum):
    """How the bytes of a source hold text."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
}
COMPRESSIONS = (".gz", ".zst")
SLICED = (Kind.JSONL, Kind.TEXT)


class Source(NamedTuple):
    """Something to read documents from.

    `path` is the file as it is shown and opened; `data` holds the bytes where they are not in the file (standard
    input, or a slice of a large file: which `part` it is, and the `encoding` it was read as). `length` is how many
    bytes of the file a slice was made of. With neither a file nor data, standard input is read as it comes.
    """

    path: str
    kind: Kind = Kind.TEXT
    compression: str = ""
    data: bytes | None = None
    stdin: bool = False
    part: Part = WHOLE
    encoding: Encoding = UTF8
    length: int | None = None

    @property
    def is_slice(self) -> bool:
        """Whether it is a slice of a file, decompressed."""
        return self.length is not None

    @property
    def first_row(self) -> int:
        """The row of the file in which it begins."""
        return self.part.location.row

    @property
    def size(self) -> int:
        """How many bytes of the file this is, as far as can be told; for batches and progress."""
        if self.length is not None:
            return self.length
        if self.data is not None:
            return len(self.data)
        try:
            return 0 if self.stdin else os.stat(self.path).st_size  # noqa: PTH116 - asked of every file
        except OSError:
            return 0


def source_of(path: str, data: bytes | None = None, *, stdin: bool = False) -> Source:
    """The source at a path, its kind and compression told by its name; a name that tells nothing is plain text."""
    name, compression = _uncompressed(path)
    kind = SUFFIXES.get(os.path.splitext(name)[1], Kind.TEXT)  # noqa: PTH122 - asked of every file
    return Source(path, kind, compression, data, stdin)


def is_readable(path: str) -> bool:
    """Whether the name is that of a kind of file that textlint reads."""
    return os.path.splitext(_uncompressed(path)[0])[1] in SUFFIXES  # noqa: PTH122 - asked of every file


def _uncompressed(path: str) -> tuple[str, str]:
    """The name in lower case without the suffix of its compression, and that suffix."""
    name = path.lower()
    if not name.endswith(COMPRESSIONS):
        return name, ""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - asked of every file
    return stem, suffix


def stdin_source(filename: str = "-") -> Source:
    """Standard input, read as if it were the named file: what can be cut in slices as it comes, markup at once."""
    source = source_of(filename, stdin=True)
    if source.kind in SLICED:
        return source
    return source_of(filename, sys.stdin.buffer.read(), stdin=True)


def open_source(source: Source) -> AbstractContextManager[BinaryIO]:
    """The bytes of a source as they are stored. Raises OSError."""
    if source.data is not None:
        return io.BytesIO(source.data)
    return nullcontext(sys.stdin.buffer) if source.stdin else io.FileIO(source.path)


def chunks(raw: BinaryIO, source: Source) -> Iterator[bytes]:
    """The decompressed bytes of an opened source, a mebibyte at a time. Raises InputError where they break off."""
    try:
        if source.compression == ".gz":
            with gzip.open(raw) as unpacked:
                yield from _together(iter(lambda: unpacked.read1(CHUNK), b""))
        elif source.compression == ".zst":
            yield from _together(_zstandard(raw))
        else:
            yield from iter(lambda: raw.read(CHUNK), b"")
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise unreadable(source.path, error) from error


def first_bytes(pieces: Iterable[bytes], count: int) -> Iterator[bytes]:
    """The pieces up to `count` bytes altogether."""
    for piece in pieces:
        if count <= 0:
            return
        yield piece[:count]
        count -= len(piece)


def _zstandard(raw: BinaryIO) -> Iterator[bytes]:
    from zstandard import ZstdDecompressor, ZstdError

    frame = None
    try:
        while rest := raw.read(_COMPRESSED_CHUNK):
            while rest:
                if frame is None or frame.eof:
                    frame = ZstdDecompressor().decompressobj()
                yield frame.decompress(rest)
                rest = frame.unused_data
    except ZstdError as error:
        raise ValueError(error) from error
    if frame is not None and not frame.eof:
        raise EOFError("the compressed data ends in its middle")


def _together(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Small pieces joined to about a chunk; what came before an error is handed on first."""
    held, length = [], 0
    failure = None
    try:
        for piece in pieces:
            held.append(piece)
            length += len(piece)
            if length >= CHUNK:
                yield b"".join(held)
                held, length = [], 0
    except (OSError, EOFError, zlib.error, ValueError) as error:
        failure = error
    yield b"".join(held)
    if failure is not None:
        raise failure


def unreadable(path: str, error: Exception) -> InputError:
    """The error that says why a file could not be read, or not to its end."""
    if isinstance(error, OSError) and error.strerror:
        return InputError(f"{path}: cannot be read: {error.strerror}", path)
    return InputError(f"{path}: damaged: {error}; what came before was read; pack it again", path)
