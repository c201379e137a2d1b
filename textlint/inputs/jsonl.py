"""JSON Lines: one object a line, of which some fields hold text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs.decoding import decode
from textlint.inputs.parts import in_parts
from textlint.inputs.source import Source
from textlint.positions import JsonStringMap
from textlint.text import UTF8, Document, Encoding

_SHOWN_FIELDS = 8
_decode = json.JSONDecoder().decode


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
            whole = Document(text, path, name, field, project=settings.project, positions=positions, encoding=encoding)
            yield from in_parts(whole)
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
