"""JSON Lines: one object a line, of which some fields hold text. A file of any size is read in bounded memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs.decoding import decode, marked_encoding
from textlint.inputs.source import Source, chunks, open_source, unreadable
from textlint.positions import JsonStringMap
from textlint.text import UTF8, Document, Encoding

MAX_LINE = 32 << 20
_SHOWN_FIELDS = 8
_decode = json.JSONDecoder().decode


def slices(source: Source) -> Iterator[Source | InputError]:
    """The source in stretches of whole lines of about a mebibyte each, in order, decompressed and in UTF-8.

    An InputError stands where the rest could not be read, and where a line is longer than `MAX_LINE`.
    """
    try:
        with open_source(source) as raw:
            before = 0
            for part in _cut(*_as_utf8(chunks(raw, source)), source):
                now = raw.tell() if raw.seekable() else before + (part.size if isinstance(part, Source) else 0)
                yield replace(part, length=now - before) if isinstance(part, Source) else part
                before = now
    except OSError as error:
        yield unreadable(source.path, error)
    except InputError as error:
        yield error


def _as_utf8(pieces: Iterator[bytes]) -> tuple[Iterator[bytes], Encoding]:
    """The pieces without a byte order mark and in UTF-8, and the encoding they were in."""
    first = next(pieces, b"")
    name = marked_encoding(first)
    if name is None or name == "utf-8-sig":
        return chain([first.removeprefix(codecs.BOM_UTF8)], pieces), Encoding(name) if name else UTF8
    decoder = codecs.getincrementaldecoder(name)("replace")
    return (decoder.decode(piece).encode() for piece in chain([first], pieces)), Encoding(name, lossless=False)


def _cut(pieces: Iterable[bytes], encoding: Encoding, source: Source) -> Iterator[Source | InputError]:
    """Pieces of bytes cut anew at line ends; an over-long line is given up as soon as it is one."""
    row, held, skipping = source.first_row, list[bytes](), False
    for piece in pieces:
        if skipping:
            skipping = b"\n" not in piece
            row += not skipping
            piece = b"" if skipping else piece[piece.find(b"\n") + 1 :]  # noqa: PLW2901 - the rest of the same piece
        cut = piece.rfind(b"\n") + 1
        if cut:
            data = b"".join((*held, piece[:cut]))
            yield replace(source, data=data, first_row=row, encoding=encoding, compression="")
            row += data.count(b"\n")
            held.clear()
        held.append(piece[cut:])
        if sum(map(len, held)) > MAX_LINE:
            yield _error(source.path, row, f"a line of more than {MAX_LINE >> 20} MiB was left out; split the record")
            held, skipping = [], True
    if any(held):
        yield replace(source, data=b"".join(held), first_row=row, encoding=encoding, compression="")


def documents(part: Source, settings: Settings) -> Iterator[Document | InputError]:
    """The text fields of the records in some whole lines, in order; an InputError stands for what could not be read."""
    for row, (line, encoding) in enumerate(lines(part), part.first_row):
        if line and not line.isspace():
            yield from record_documents(line, row, part.path, settings, encoding)


def lines(part: Source) -> Iterator[tuple[str, Encoding]]:
    """The lines of a slice without their line ends, each read by itself where they are not all UTF-8."""
    data = part.data or b""
    try:
        for line in data.decode().split("\n"):
            yield line.removesuffix("\r"), part.encoding
    except UnicodeDecodeError:
        for raw in data.split(b"\n"):
            line, encoding = decode(raw.removesuffix(b"\r"))
            yield line, part.encoding if encoding is UTF8 else encoding


def record_documents(
    line: str, row: int, path: str, settings: Settings, encoding: Encoding = UTF8
) -> Iterator[Document | InputError]:
    """The text fields of one record, in the order of the settings."""
    record = _record(line, row, path)
    if isinstance(record, InputError):
        yield record
        return
    named = _follow(record, _keys(record, settings.id_field))
    name = named if isinstance(named, str | int) and not isinstance(named, bool) else row
    for field in settings.text_fields:
        keys = _keys(record, field)
        text = _follow(record, keys)
        if isinstance(text, str):
            positions = JsonStringMap(line, row, keys)
            yield Document(text, path, name, field, project=settings.project, positions=positions, encoding=encoding)
        else:
            yield _error(path, row, _what_is_wrong(record, field, text))


def _record(line: str, row: int, path: str) -> dict[str, Any] | InputError:
    try:
        record = _decode(line)
    except json.JSONDecodeError as error:
        return _error(path, row, f"not JSON: {error.msg} at column {error.colno}; mend or remove the line")
    except (ValueError, RecursionError) as error:
        return _error(path, row, f"not JSON that can be read: {error}; mend or remove the line")
    if isinstance(record, dict):
        return record
    return _error(path, row, f'a record must be an object such as {{"text": "..."}}, and this is {_type(record)}')


def _keys(record: Mapping[str, Any], field: str) -> Sequence[str]:
    """The keys that a dotted field means: itself if the record has it so, else its parts, one inside the other."""
    return (field,) if field in record else field.split(".")


def _follow(value: object, keys: Sequence[str]) -> object:
    """What stands at the keys, `_MISSING` where nothing does."""
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return _MISSING
        value = value[key]
    return value


_MISSING = object()
_TYPES = {dict: "an object", list: "an array", str: "a string", bool: "a truth value", type(None): "null"}


def _type(value: object) -> str:
    return _TYPES.get(type(value), "a number")


def _what_is_wrong(record: Mapping[str, Any], field: str, found: object) -> str:
    if found is not _MISSING:
        return f'the field "{field}" is {_type(found)}, not a string; name a field that holds text by --text-field'
    holding = [key for key, value in record.items() if isinstance(value, str | dict)][:_SHOWN_FIELDS]
    known = f"; it has {', '.join(holding)}" if holding else ""
    return f'the record has no field "{field}"{known}; name the field that holds the text by --text-field'


def _error(path: str, row: int, message: str) -> InputError:
    return InputError(f"{path}:{row}: {message}", path, row)
