from __future__ import annotations

import codecs
import json

import pytest

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs import Source, read_documents, source_of
from textlint.inputs.slices import slices as cut_up

RECORD = '{"id": "a1", "text": "One", "meta": {"lead": "Two", "n": 1}, "a.b": "Three", "tags": ["x"]}'


def read(data: str | bytes, **settings) -> list:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_documents(source_of("a.jsonl", raw), Settings(**settings)))


@pytest.mark.parametrize(
    ("settings", "identities"),
    [
        ({}, [("a1", "text", "One")]),
        ({"text_fields": ("meta.lead", "text")}, [("a1", "meta.lead", "Two"), ("a1", "text", "One")]),
        ({"text_fields": ("a.b",)}, [("a1", "a.b", "Three")]),
        ({"id_field": "meta.n"}, [(1, "text", "One")]),
        ({"id_field": "tags"}, [(1, "text", "One")]),  # no name: the line's number instead
        ({"id_field": "no"}, [(1, "text", "One")]),
    ],
)
def test_fields(settings, identities):
    assert [(doc.record, doc.field, doc.text) for doc in read(RECORD, **settings)] == identities


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{oops", "not JSON: Expecting property name enclosed in double quotes at column 2; mend or remove the line"),
        ("[1]", 'a record must be an object such as {"text": "..."}, and this is an array'),
        ("3", 'a record must be an object such as {"text": "..."}, and this is a number'),
        ('{"body": "x", "n": 1}', 'the record has no field "text"; it has body; name the field that holds the text'),
        ('{"text": null}', 'the field "text" is null, not a string'),
        ('{"text": {"x": ""}}', 'the field "text" is an object, not a string'),
        ('{"text": ' + "[" * 100_000, "not JSON that can be read"),
        ('{"text": "", "n": ' + "1" * 5000 + "}", "not JSON that can be read"),
    ],
)
def test_a_bad_record_costs_itself_alone(line, said):
    before, error, after = read(f'{{"text": "x"}}\n{line}\n\n{{"text": "y"}}\r\n')
    assert str(error).startswith("a.jsonl:2: ")
    assert said in str(error)
    assert (error.path, error.row) == ("a.jsonl", 2)
    assert (before.record, after.record, after.text) == (1, 4, "y")


def test_a_missing_field_leaves_the_others_of_its_record():
    found = read(RECORD, text_fields=("no", "text"))
    assert [isinstance(item, InputError) for item in found] == [True, False]


def test_encodings():
    line = json.dumps({"text": "café"}, ensure_ascii=False)
    assert read(codecs.BOM_UTF8 + line.encode())[0].text == "café"
    assert read(line.encode() + b"\n" + line.encode("cp1252"))[1].encoding.name == "cp1252"


def slices(data: bytes, monkeypatch) -> list:
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 16)
    monkeypatch.setattr("textlint.inputs.slices.MAX_LINE", 64)
    return list(cut_up(source_of("a.jsonl", data)))


def test_slices_are_whole_lines_and_make_up_the_file(monkeypatch):
    data = b"".join(b'{"n": %d}\n' % (10**n) for n in range(20)) + b"last"
    parts = slices(data, monkeypatch)
    assert b"".join(part.data for part in parts) == data
    assert sum(part.size for part in parts) == len(data)
    row = 1
    for part in parts:
        assert part.first_row == row
        row += part.data.count(b"\n")


def test_an_over_long_line_is_left_out(monkeypatch):
    found = slices(b"one\n" + b"x" * 300 + b"\ntwo\n" + b"y" * 300, monkeypatch)
    kept = [(item.first_row, item.data) for item in found if isinstance(item, Source)]
    said = [str(item).split(" was")[0] for item in found if isinstance(item, InputError)]
    assert kept == [(1, b"one\n"), (3, b"two\n")]
    assert said == ["a.jsonl:2: a line of more than 0 MiB", "a.jsonl:4: a line of more than 0 MiB"]


def test_utf16_is_read_and_known_not_to_be_written(monkeypatch):
    data = '{"text": "é"}\n{"text": "中😀"}\n'.encode("utf-16")
    parts = slices(data, monkeypatch)
    assert b"".join(part.data for part in parts).decode() == data.decode("utf-16")
    assert not parts[0].encoding.lossless
