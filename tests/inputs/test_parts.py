"""Long texts are checked in parts, and nothing of that shows but where a rule would look across them."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.config.settings import Settings
from textlint.inputs import read_documents, source_of
from textlint.inputs.parts import in_parts
from textlint.positions import LineIndex
from textlint.text import Document

LONGEST = 256
SENTENCE = "The caf\u00e9 \U0001f600 of mill {0}\u2019s wiht doors, teh {0} mills."
PROSE = "".join(SENTENCE.format(number) + "\n" * (number % 5) + " " for number in range(200))
SHAPES = {
    "paragraphs": PROSE,
    "one line": PROSE.replace("\n", " "),
    "Windows": PROSE.replace("\n", "\r\n"),
    "old Macintosh": PROSE.replace("\n", "\r"),
}


@pytest.fixture(autouse=True)
def short(monkeypatch):
    """Whatever is longer than a few lines is long."""
    for where in ("inputs.parts", "inputs.slices", "run.tasks"):
        monkeypatch.setattr(f"textlint.{where}.LONGEST", LONGEST)
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 300)
    monkeypatch.setattr("textlint.run._WORTH_WORKERS", 500)


def read(name: str, data: bytes) -> list[Document]:
    return list(read_documents(source_of(name, data), Settings()))


@given(st.text(st.sampled_from("a\u00e9\U0001f600. \n\r\u2028"), max_size=2000))
def test_parts_make_up_the_text_and_know_their_places(text):
    for parts in (read("a.txt", text.encode()), list(in_parts(Document(text)))):
        assert "".join(part.text for part in parts) == text
        assert all(len(part.text.encode()) <= LONGEST for part in parts)
        whole, start = LineIndex(text), 0
        for number, part in enumerate(parts):
            assert part.part == (number, start, whole.location(start))
            for offset in (0, len(part.text) // 2, len(part.text)):
                assert part.positions.location(offset) == whole.location(start + offset)
            start += len(part.text)


def test_a_text_is_cut_where_it_pauses():
    lines = ["x" * 20] * 20
    for pause in ("\n\n", "\r\n\r\n", "\n", ". ", " "):
        assert {part.text.endswith(pause) for part in read("a.txt", pause.join([*lines, ""]).encode())} == {True}


def test_lone_surrogates_of_a_record_survive():
    text = "\ud800 wiht " * 100
    assert "".join(part.text for part in read("a.jsonl", json.dumps({"text": text}).encode())) == text


def test_an_encoding_that_is_not_utf8_is_told_where_it_matters():
    head = "The mill. " * 100
    *others, last = read("a.txt", f"{head}caf\u00e9".encode("latin-1"))
    assert [part.encoding.name for part in others] == ["utf-8"] * len(others)
    assert (last.encoding.name, last.text[-4:]) == ("cp1252", "caf\u00e9")
    assert [part.encoding.name for part in read("a.txt", head.encode("utf-16"))][:2] == ["utf-16", "utf-8"]


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_findings_are_where_they_are_in_the_whole_text(textlint, tmp_path, text):
    data = text.encode()
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(data))
    (tmp_path / "c.jsonl").write_bytes(json.dumps({"text": text}).encode())
    check = ("check", "--output-format", "json")
    alone, packed, record = (json.loads(textlint(*check, name).out) for name in ("a.txt", "b.txt.gz", "c.jsonl"))
    assert json.loads(textlint(*check, "a.txt", "--jobs", "2").out) == alone
    assert json.loads(textlint(*check, "-", "--stdin-filename", "a.txt", stdin=data).out) == alone
    assert len(alone) == 400
    assert len({found["fingerprint"] for found in alone}) == 400
    whole = LineIndex(text)
    for found, other, third in zip(alone, packed, record, strict=True):
        start, end = found["span"]["start"], found["span"]["end"]
        assert text[start:end] == found["text"]
        assert tuple(found["location"].values()) == whole.location(start)[:2]
        assert (other["span"], other["location"]) == (found["span"], found["location"])
        assert third["span"] == found["span"]


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_long_texts_are_fixed_whole(textlint, tmp_path, text):
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "c.jsonl").write_bytes(json.dumps({"text": text}).encode())
    said = textlint("check", "--fix", ".").err
    fixed = text.replace("teh", "the").replace("wiht", "with")
    assert (tmp_path / "a.txt").read_bytes() == fixed.encode(), said
    assert json.loads((tmp_path / "c.jsonl").read_bytes())["text"] == fixed
    assert textlint("check", ".").code == 0
