from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textlint.positions import JsonStringMap, LineIndex, Location, Origin, SegmentMap

TRICKY = st.text(
    st.sampled_from('ab "\\/\b\f\n\r\t\u2028\u2029\x85\ufeff\x00é中\u0301\U0001f600\U0001f469\u200d\ud83d\ude00'),
    max_size=40,
)


def reference_location(text: str, offset: int) -> Location:
    """Row and columns by the slow and simple way."""
    before = text[:offset]
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        before, broken = before[:-1], True
    else:
        broken = False
    rows = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = rows[-1] + ("\r" if broken else "")
    return Location(len(rows), len(last) + 1, sum(2 if ord(char) > 0xFFFF else 1 for char in last) + 1)


@given(TRICKY, st.integers(0, 40))
@example("a\r\nb\rc\nd\u2028e", 7)
def test_rows_and_columns_are_an_editors(text, offset):
    offset = min(offset, len(text))
    assert LineIndex(text).location(offset) == reference_location(text, offset)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("a\r\nb\rc\n", ["a", "b", "c", ""]), ("a\u2028b\x0cc", ["a\u2028b\x0cc"]), ("", [""])],
)
def test_lines(text, lines):
    index = LineIndex(text)
    assert [index.line(row) for row in range(1, len(lines) + 1)] == lines


@given(TRICKY, TRICKY, st.booleans(), st.data())
def test_json_offsets_lead_to_the_escape_that_writes_the_character(value, other, ascii_only, data):
    record = {other: 1, "deep": {"x": [other, "}"], "text": value}, "more": other}
    line = json.dumps(record, ensure_ascii=ascii_only)
    value = json.loads(line)["deep"]["text"]  # a pair of lone surrogates is read as one character
    positions = JsonStringMap(line, 7, ("deep", "text"))
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    first, last = positions.location(start), positions.end_location(end)
    written = line[first.column - 1 : last.column - 1]
    assert json.loads(f'"{written}"') == value[start:end]
    assert (first.row, last.row) == (7, 7)
    assert positions.offset(first.column - 1) == start


def test_of_equal_json_keys_the_last_holds():
    line = '{ "t" : "first", "t": "second" }'
    assert JsonStringMap(line, 1, ("t",)).location(0).column == line.index("second") + 1


@given(TRICKY, TRICKY, st.booleans(), st.data())
def test_json_edit_changes_its_characters_and_nothing_else(value, content, ascii_only, data):
    line = json.dumps({"a": value, "text": value}, ensure_ascii=ascii_only)
    value = json.loads(line)["text"]
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    edit = JsonStringMap(line, 1, ("text",)).edit(start, end, content)
    changed = line[: edit.start] + edit.content + line[edit.end :]
    assert json.loads(changed)["a"] == value
    assert json.loads(changed)["text"].encode("utf-16", "surrogatepass") == (
        value[:start] + content + value[end:]
    ).encode("utf-16", "surrogatepass")
    assert changed.isascii() == (line.isascii() or changed.isascii())


#         0         1         2
#         0123456789012345678901234
SOURCE = "<p>Salt &amp; <b>pep</b>per"
SEGMENTS = [
    (0, 3, 8, Origin.SAME),  # "Salt "
    (5, 8, 13, Origin.CHARACTER),  # "&"
    (6, 13, 14, Origin.SAME),  # " "
    (7, 17, 20, Origin.SAME),  # "pep"
    (10, 24, 27, Origin.SAME),  # "per"
]


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 4, (3, 7)),
        (5, 6, (8, 13)),  # a whole character reference
        (4, 7, (7, 14)),
        (7, 10, (17, 20)),  # up to the markup, not behind it
        (2, 2, (5, 5)),
        (13, 13, (27, 27)),
        (7, 13, None),  # across </b>
        (6, 8, None),
    ],
)
def test_edit_of_marked_up_text(start, end, place):
    edit = SegmentMap(SOURCE, SEGMENTS, 13).edit(start, end, "x")
    assert (edit and (edit.start, edit.end)) == place


def test_places_in_marked_up_text():
    positions = SegmentMap(SOURCE, SEGMENTS, 13)
    assert [positions.location(offset).column for offset in (0, 5, 7, 10, 13)] == [4, 9, 18, 25, 28]
    assert [positions.end_location(offset).column for offset in (5, 6, 10, 13)] == [9, 14, 21, 28]
    assert [positions.offset(place) for place in (0, 4, 9, 15, 22, 99)] == [0, 1, 5, 7, 10, 13]


def test_edit_does_not_touch_what_stands_for_markup():
    positions = SegmentMap("a<br>b", [(0, 0, 1, Origin.SAME), (1, 1, 5, Origin.MARKUP), (2, 5, 6, Origin.SAME)], 3)
    assert positions.edit(0, 2, "") is None
    assert positions.edit(1, 2, "") is None
    assert SegmentMap("", [], 0).edit(0, 0, "x") is None
