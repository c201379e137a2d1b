"""From a source to its documents."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs import html, jsonl
from textlint.inputs.decoding import decode, is_binary
from textlint.inputs.source import Kind, Source, chunks, open_source, unreadable
from textlint.text import Document, Encoding

MAX_FILE = 256 << 20


def read_documents(source: Source, settings: Settings) -> Iterator[Document | InputError]:
    """The documents of a source in order; an InputError stands in the place of what could not be read."""
    if source.kind is Kind.JSONL:
        parts = jsonl.slices(source) if source.data is None else (source,)
        for part in parts:
            yield from jsonl.documents(part, settings) if isinstance(part, Source) else (part,)
        return
    data, error = read_bytes(source)
    if error is not None:
        yield error
    if data is not None and is_binary(data):
        yield InputError(f"{source.path}: skipped: a binary file; exclude it, or save its text as UTF-8", source.path)
    elif data is not None:
        declared = html.declared_encoding(data) if source.kind is Kind.HTML else None
        yield parse(*decode(data, declared), source, settings)


def parse(text: str, encoding: Encoding, source: Source, settings: Settings) -> Document:
    """The document that a decoded file holds."""
    if source.kind is Kind.TEXT:
        return Document(text, source.path, project=settings.project, encoding=encoding)
    if source.kind is Kind.HTML:
        return html.document(text, source.path, settings.project, encoding)
    from textlint.inputs import markdown

    return markdown.document(text, source.path, settings.project, encoding)


def read_bytes(source: Source) -> tuple[bytes | None, InputError | None]:
    """All bytes of a source, decompressed, and what went wrong; of a damaged file, the bytes before the damage."""
    held, length = list[bytes](), 0
    try:
        with open_source(source) as raw:
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
        return (b"".join(held) if held else None), error
    return b"".join(held), None
