"""Writing fixed texts back: the encoding, line ends, byte order mark and compression stay as they were."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from textlint.errors import InputError
from textlint.inputs import Source
from textlint.inputs.decoding import encode
from textlint.inputs.read import FileText

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_HUNK = re.compile(r"^@@ -(\d+)(\S*) \+(\d+)")


def encoded(file: FileText, text: str, path: str) -> bytes:
    """The bytes of a new text in the encoding of the old. Raises InputError where bytes would be lost."""
    why = "its bytes could not be decoded without loss"
    try:
        if encode(file.text, file.encoding, file.data) == file.data:
            why = f"its encoding, {file.encoding.name}, lacks a character of the fix"
            return encode(text, file.encoding, file.data)
    except UnicodeError:
        pass
    raise InputError(f"{path}: not fixed: {why}; save it as UTF-8 first", path)


class Replacement:
    """A file that is written beside `path` and takes its place at once. Raises OSError.

    Links are followed, permissions kept, and the bytes compressed by `compression` (`.gz`, `.zst` or nothing).
    """

    def __init__(self, path: str, compression: str = "") -> None:
        import tempfile

        self.path = path
        self._target = Path(path).resolve()
        handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".textlint-")
        self._temporary = Path(name)
        self._raw = os.fdopen(handle, "wb")
        self._packed = _compressing(self._raw, compression)

    def write(self, data: bytes) -> None:
        """Write more of the file."""
        self._packed.write(data)

    def commit(self) -> None:
        """Put what was written in the place of the file."""
        import shutil

        try:
            if self._packed is not self._raw:
                self._packed.close()
            self._raw.flush()
            os.fsync(self._raw.fileno())
            self._raw.close()
            shutil.copymode(self._target, self._temporary)
            self._temporary.replace(self._target)
        except OSError:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave the file as it was."""
        self._raw.close()
        self._temporary.unlink(missing_ok=True)


def _compressing(raw: BinaryIO, compression: str) -> IO[bytes]:
    if compression == ".gz":
        return gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0)  # type: ignore[return-value]
    if compression == ".zst":
        from zstandard import ZstdCompressor

        return ZstdCompressor().stream_writer(raw, closefd=False)
    return raw


def unified_diff(before: str, after: str, source: Source) -> str:
    """What changed, as a unified diff of the file that the texts are (from `source.first_row` on)."""
    import difflib

    path = Path(source.path).as_posix().lstrip("/")
    old, new = (_LINES.findall(text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(_placed(lines, source.first_row - 1))


def _placed(lines: Iterable[str], rows: int) -> Iterator[str]:
    """The lines of a diff with rows added to the places of its hunks, and a word where the last line has no end."""
    for line in lines:
        moved = _HUNK.sub(lambda at: f"@@ -{int(at[1]) + rows}{at[2]} +{int(at[3]) + rows}", line) if rows else line
        yield moved if moved.endswith("\n") else f"{moved}\n\\ No newline at end of file\n"
