"""Fixing: which edits go together, and that every byte that no fix means stays as it was."""

from __future__ import annotations

import codecs
import gzip
import json
import stat
import sys
from pathlib import Path

import pytest
import zstandard
from conftest import DEMO
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Diagnostic, Document, Edit, Fix, Linter, Settings, Severity, Span
from textlint.fix import PASSES, apply_fixes, fix_text
from textlint.inputs import source_of
from textlint.positions import Location
from textlint.run import Fixing, FixTo, check_sources

SETTINGS = Settings(select=("DEM",), packs=(DEMO,))
NOWHERE = Location(1, 1, 1)


def diagnostic(*edits: tuple[int, int, str], safe: bool = True) -> Diagnostic:
    fix = Fix(tuple(Edit(Span(start, end), content) for start, end, content in edits), safe)
    return Diagnostic("X001", "x", Severity.ERROR, 1.0, "", "-", None, Span(0, 0), "", NOWHERE, NOWHERE, fix=fix)


@pytest.mark.parametrize(
    ("fixes", "text"),
    [
        ([], "abcdef"),
        ([[(0, 1, "A")], [(3, 4, "D")]], "AbcDef"),
        ([[(0, 3, "X")], [(2, 4, "Y")]], "Xdef"),  # the later of two that overlap waits
        ([[(0, 2, "X")], [(2, 4, "Y")]], "XYef"),  # side by side they go together
        ([[(2, 4, "X")], [(0, 1, "A"), (3, 5, "Y")]], "abXef"),  # all of a fix or nothing
        ([[(4, 5, "E"), (0, 1, "A")]], "AbcdEf"),
        ([[(0, 2, "X"), (1, 3, "Y")]], "abcdef"),  # a fix that contradicts itself
        ([[(2, 2, "x")], [(2, 2, "y")]], "abxcdef"),  # insertions at one place wait for each other
        ([[(2, 4, "")], [(2, 2, "y")], [(4, 4, "z")]], "abef"),
    ],
)
def test_fixes_that_go_together(fixes, text):
    assert apply_fixes("abcdef", [diagnostic(*edits) for edits in fixes]) == text


def test_unsafe_fixes_are_asked_for():
    doubtful = diagnostic((0, 1, "A"), safe=False)
    assert apply_fixes("abc", [doubtful]) == "abc"
    assert apply_fixes("abc", [doubtful], unsafe=True) == "Abc"


def once(text: str, wanted: str, content: str) -> list[Diagnostic]:
    at = text.find(wanted)
    return [] if at < 0 else [diagnostic((at, at + len(wanted), content))]


def test_fixes_that_wait_go_in_on_later_passes():
    fixed = fix_text("aaaa", lambda text: [Document(text)], lambda doc: once(doc.text, "a", "b"))
    assert (fixed.text, fixed.count, [found for _, found in fixed.found]) == ("bbbb", 4, [[]])


def test_fixes_that_undo_each_other_end():
    def lint(doc: Document) -> list[Diagnostic]:
        return once(doc.text, "a", "b") or once(doc.text, "b", "a")

    assert fix_text("a", lambda text: [Document(text)], lint).count == PASSES


def fixed(path: Path, to: FixTo = FixTo.FILE, *, unsafe: bool = False, settings: Settings = SETTINGS) -> list:
    return list(check_sources([source_of(str(path))], lambda _: settings, fixing=Fixing(to, unsafe)))


LINES = "Teh mill – wiht doors.\r\nTeh end.\r\n"
RIGHT = "The mill – with doors.\r\nThe end.\r\n"
FORMS = {
    # what: (file name, from text to bytes)
    "UTF-8": ("a.txt", str.encode),
    "byte order mark": ("a.txt", lambda text: text.encode("utf-8-sig")),
    "UTF-16": ("a.txt", lambda text: text.encode("utf-16")),
    "UTF-16, big end first": ("a.txt", lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be")),
    "Windows-1252": ("a.txt", lambda text: text.encode("cp1252")),
    "HTML that says what it is": ("a.html", lambda text: b"<meta charset=koi8-r>" + text.encode("cp1252")),
    "gzip": ("a.txt.gz", lambda text: gzip.compress(text.encode(), mtime=0)),
    "zstandard": ("a.txt.zst", lambda text: zstandard.ZstdCompressor().compress(text.encode())),
}


def unpacked(path: Path) -> bytes:
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes())
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
    return path.read_bytes()


@pytest.mark.parametrize(("name", "write"), FORMS.values(), ids=FORMS)
def test_encoding_line_ends_and_compression_are_kept(tmp_path, name, write):
    path, after = tmp_path / name, tmp_path / f"after-{name}"
    path.write_bytes(write(LINES))
    after.write_bytes(write(RIGHT))
    (result,) = fixed(path)
    assert (result.fixed, result.diagnostics, result.errors) == (3, (), ())
    assert unpacked(path) == unpacked(after)
    assert {path.name for path in tmp_path.iterdir()} == {name, f"after-{name}"}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.md",
            "# Teh *teh*\n\n`teh` [teh](teh) t*e*h &amp; teh\n",
            "# The *the*\n\n`teh` [the](teh) t*e*h &amp; the\n",
        ),
        ("a.html", "<p id=teh>teh &amp; t<b>e</b>h</p><!-- teh -->", "<p id=teh>the &amp; t<b>e</b>h</p><!-- teh -->"),
    ],
)
def test_markup_is_not_touched(tmp_path, name, before, after):
    (tmp_path / name).write_text(before)
    (result,) = fixed(tmp_path / name)
    assert (tmp_path / name).read_text() == after
    assert [(left.text, left.fix) for left in result.diagnostics] == [("teh", None)]


def test_an_edit_of_html_is_written_as_html(tmp_path):
    (tmp_path / "a.html").write_text("<p>R&amp;D and R & D</p>")
    settings = Settings(select=("XX001",), packs=(pack(tmp_path, "R&D", "R<&>D"),))
    fixed(tmp_path / "a.html", settings=settings)
    assert (tmp_path / "a.html").read_text() == "<p>R&lt;&amp;&gt;D and R & D</p>"


def pack(folder: Path, wanted: str, replacement: str) -> Path:
    house = folder / "house"
    house.mkdir()
    (house / "pack.toml").write_text('family = "house"\nprefix = "XX"\nsummary = "s"\n')
    (house / "swap.toml").write_text(
        'code = "XX001"\nname = "swap"\nsummary = "s"\nmessage = "m"\nwhy = "w"\nremedy = "r"\nsince = "0"\n'
        f'[match]\nsubstitutions = {{ "{wanted}" = "{replacement}" }}\nfix = "replace"\nsafe = true\n'
    )
    return house


PACK = {"a.jsonl": bytes, "a.jsonl.zst": zstandard.compress}
SLIPS = st.lists(st.sampled_from(["teh", "é", "\U0001f600", '"', "\\", "\n", "\t", "\x01", "/", "中"]), max_size=8)


@settings(max_examples=40)
@given(st.lists(st.tuples(SLIPS, st.booleans(), st.sampled_from(["\n", "\r\n", " \n\n"])), min_size=1, max_size=5))
def test_in_json_lines_all_other_bytes_stay(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("records") / "a.jsonl"
    before = after = b""
    for words, ascii_only, end in records:
        for fix in (False, True):
            text = " ".join("the" if fix and word == "teh" else word for word in words)
            record = {"k": "teh", "text": text, "z": {"text": "teh"}}
            line = json.dumps(record, ensure_ascii=ascii_only, separators=(" ,", ":  ")).replace("/", "\\/") + end
            before, after = (before, after + line.encode()) if fix else (before + line.encode(), after)
    before, after = b"{bad\n" + before + b"teh", b"{bad\n" + after + b"teh"
    path.write_bytes(before)
    fixed(path)
    assert path.read_bytes() == after


def test_the_slip_of_one_field_is_fixed_in_it(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(codecs.BOM_UTF8 + b'{"title": "teh", "text": "teh \xe2\x82\xac teh", "lead": "teh"}')
    settings = Settings(select=("DEM",), packs=(DEMO,), text_fields=("lead", "text"))
    assert fixed(path, settings=settings)[0].fixed == 3
    assert path.read_bytes() == codecs.BOM_UTF8 + b'{"title": "teh", "text": "the \xe2\x82\xac the", "lead": "the"}'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", "é’é teh ".encode() + b"\xe9", "not fixed: its bytes could not be decoded without loss"),
        ("a.txt.gz", gzip.compress(b"teh " * 9000)[:-9], "damaged"),
        ("a.jsonl", '{"text": "teh"}'.encode("utf-16"), ""),
    ],
)
def test_what_could_not_be_read_without_loss_is_not_written(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    (result,) = fixed(tmp_path / name)
    assert (tmp_path / name).read_bytes() == data
    assert result.diagnostics
    assert said in "".join(map(str, result.errors))


def test_a_fix_that_the_encoding_cannot_write_is_refused(tmp_path):
    (tmp_path / "a.txt").write_bytes("café teh".encode("cp1252"))
    settings = Settings(select=("XX001",), packs=(pack(tmp_path, "teh", "\\u4e2d"),))
    (result,) = fixed(tmp_path / "a.txt", settings=settings)
    assert "its encoding, cp1252, lacks a character of the fix" in str(result.errors[0])
    assert len(result.diagnostics) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are other things there")
def test_permissions_and_links_are_kept(tmp_path):
    (tmp_path / "a.txt").write_text("teh")
    (tmp_path / "a.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("a.txt")
    fixed(tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "the"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_large_file_is_written_slice_by_slice(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    line = json.dumps({"text": "Teh mill. " + "It stood open. " * 600}) + "\n"
    path.write_bytes(gzip.compress(line.encode() * 300))
    results = fixed(path)
    assert (len(results) > 2, sum(result.fixed for result in results)) == (True, 300)
    assert gzip.decompress(path.read_bytes()) == line.replace("Teh", "The").encode() * 300


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.zst"])
def test_only_the_end_of_a_large_file_is_new(tmp_path, name, monkeypatch):
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 1000)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 1000)
    before = b"".join(b'{"text": "It stood open.", "n": %d}\n' % number**9 for number in range(9000))
    data = codecs.BOM_UTF8 + before + b'{"text": "teh end"}\r\n'
    (tmp_path / name).write_bytes(PACK[name](data))
    assert len(fixed(tmp_path / name)) > 1
    assert unpacked(tmp_path / name) == data.replace(b"teh", b"the")


def test_a_diff_speaks_of_lines_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 64)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 64)
    lines = [json.dumps({"text": text}) for text in ("One", "Two", "Three " * 9, "teh", "Five")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    diff = "".join(result.diff for result in fixed(tmp_path / "a.jsonl", FixTo.DIFF))
    assert "@@ -3,2 +3,2 @@\n" in diff
    assert '-{"text": "teh"}\n+{"text": "the"}\n' in diff
    assert (tmp_path / "a.jsonl").read_text() == "\n".join(lines)


def test_fixed_data_is_handed_on_where_no_file_is_to_be_written(tmp_path):
    (tmp_path / "a.txt").write_text("Teh end, needless to say.")
    assert [result.data for result in fixed(tmp_path / "a.txt", FixTo.DATA)] == [b"The end, needless to say."]
    assert (tmp_path / "a.txt").read_text() == "Teh end, needless to say."


def test_a_linter_finds_nothing_to_fix_in_what_it_fixed():
    linter = Linter(SETTINGS)
    text = apply_fixes("Teh mill stood wiht doors.", linter.lint(Document("Teh mill stood wiht doors.")))
    assert linter.lint(Document(text)) == []
