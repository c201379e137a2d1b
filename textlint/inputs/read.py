"""From a source to its documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs import jsonl
from textlint.inputs.decoding import decode, is_binary
from textlint.inputs.slices import binary, read_stretch, slices
from textlint.inputs.source import SLICED, Kind, Source, chunks, open_source, unreadable
from textlint.positions import LineIndex
from textlint.text import Document, Encoding

MAX_FILE = 256 << 20


class FileText(NamedTuple):
    """A whole file: its text, how it was decoded, and the bytes it was decoded from."""

    text: str
    encoding: Encoding
    data: bytes


def read_documents(source: Source, settings: Settings) -> Iterator[Document | InputError]:
    """The documents of a source in order; an InputError stands in the place of what could not be read."""
    if source.kind in SLICED:
        for part in (source,) if source.is_slice else slices(source):
            yield from _of_slice(part, settings) if isinstance(part, Source) else (part,)
        return
    file, error = read_text(source)
    if error is not None:
        yield error
    if file is not None:
        yield parse(file.text, file.encoding, source, settings)


def _of_slice(slice_: Source, settings: Settings) -> Iterator[Document | InputError]:
    if slice_.kind is Kind.JSONL:
        yield from jsonl.documents(slice_, settings)
        return
    (text, encoding), part = read_stretch(slice_), slice_.part
    positions = LineIndex(text, part.location)
    yield Document(text, slice_.path, project=settings.project, positions=positions, encoding=encoding, part=part)


def parse(text: str, encoding: Encoding, source: Source, settings: Settings) -> Document:
    """The document that a decoded file holds."""
    if source.kind is Kind.TEXT:
        return Document(text, source.path, project=settings.project, encoding=encoding)
    if source.kind is Kind.HTML:
        from textlint.inputs import html

        return html.document(text, source.path, settings.project, encoding)
    from textlint.inputs import markdown

    return markdown.document(text, source.path, settings.project, encoding)


def read_text(source: Source) -> tuple[FileText | None, InputError | None]:
    """The whole of a file, and what went wrong; of a damaged archive, what came before the damage."""
    data, error = _read_bytes(source)
    if data is None:
        return None, error
    if is_binary(data):
        return None, binary(source.path)
    return FileText(*decode_as(source.kind, data), data), error


def decode_as(kind: Kind, data: bytes) -> tuple[str, Encoding]:
    """The text of a whole file of some kind, and how it was read."""
    if kind is not Kind.HTML:
        return decode(data)
    from textlint.inputs import html

    return decode(data, html.declared_encoding(data))


def _read_bytes(source: Source) -> tuple[bytes | None, InputError | None]:
    held, length = list[bytes](), 0
    try:
        with open_source(source) as raw:
            if not source.compression and source.size <= MAX_FILE:
                return raw.read(), None
            for piece in chunks(raw, source):
                held.append(piece)
                length += len(piece)
                if length > MAX_FILE:
                    return None, InputError(
                        f"{source.path}: holds more than {MAX_FILE >> 20} MiB; split it", source.path
                    )
    except OSError as error:
        return None, unreadable(source.path, error)
    except InputError as error:
        return (b"".join(held) if any(held) else None), error
    return b"".join(held), None
