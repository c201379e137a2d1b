from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.inputs.decoding import decode, encode, is_binary
from textlint.text import Encoding

CAFE = "café’s"
READ = {
    # what: (bytes, text, encoding)
    "UTF-8": (CAFE.encode(), CAFE, Encoding()),
    "byte order mark": (CAFE.encode("utf-8-sig"), CAFE, Encoding("utf-8-sig")),
    "UTF-16": (CAFE.encode("utf-16"), CAFE, Encoding("utf-16")),
    "big end first": (b"\xfe\xff" + CAFE.encode("utf-16-be"), CAFE, Encoding("utf-16")),
    "UTF-32": (CAFE.encode("utf-32"), CAFE, Encoding("utf-32")),
    "Windows-1252": (CAFE.encode("cp1252"), CAFE, Encoding("cp1252", declared=False, first=3)),
    "damaged UTF-8": (
        "é’é".encode() + b"\xe9",
        "é’éé",
        Encoding("utf-8", declared=False, lossless=False, first=3),
    ),
    "unassigned byte": (b"\x81 caf\xe9", "\x81 café", Encoding("cp1252", declared=False, lossless=False)),
    "empty": (b"", "", Encoding()),
}


@pytest.mark.parametrize(("data", "text", "encoding"), READ.values(), ids=READ)
def test_decode(data, text, encoding):
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(("data", "text", "encoding"), READ.values(), ids=READ)
def test_encode_gives_the_same_bytes_where_reading_lost_nothing(data, text, encoding):
    if encoding.lossless:
        assert encode(text, encoding, data) == data


def test_declared_encoding_comes_after_utf8():
    assert decode("привет".encode("cp1251"), "windows-1251") == ("привет", Encoding("windows-1251"))
    assert decode(CAFE.encode(), "windows-1251") == (CAFE, Encoding())
    assert decode(b"caf\xe9", "rot13")[1].name == "cp1252"


@given(st.binary(max_size=60))
def test_no_bytes_are_refused_and_lossless_means_what_it_says(data):
    text, encoding = decode(data)
    if encoding.lossless:
        assert encode(text, encoding, data) == data


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", True),
        (b"\x7fELF\2\1\1\0\0\0", True),
        (b"one NUL \0 in " + b"a long text of plain words " * 4, False),
        (b"\xff\xfea\0b\0", False),
        (b"\x1b[31mred\x1b[0m\tand a tab", False),
        (CAFE.encode("cp1252"), False),
        (b"", False),
    ],
)
def test_binary(data, binary):
    assert is_binary(data) is binary
