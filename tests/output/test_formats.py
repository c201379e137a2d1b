"""Every format on one hostile corpus: golden outputs, and positions held against the files themselves.

`UPDATE_GOLDEN=1 pytest tests/output` writes the golden outputs anew.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from textlint.output import FORMATS

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "long.txt": "word " * 60 + "teh " + "word " * 60 + "\n",
    "wide.txt": "\U0001f600 東京 e\u0301t teh \U0001d54f wiht\r\nneedless to say, teh\n",
    "hostile.txt": "::error file=x::teh\n\x1b[31mteh\x1b[0m \u202eteh\u202c\u200b ##[group]teh\n",
    "records.jsonl": (
        '{"id": "a,b:c%", "text": "fine\\n\\ud83d\\ude00 \\u0074eh \\"wiht\\""}\n'  # with escapes of every kind
        '{"id": 8, "text": "teh"}\n'
    ),
    "page.md": "# Teh page\n\nOne *teh* [wiht](https://example.org/teh) `teh`.\n\n> needless\n> to say\n",
}


@pytest.fixture
def corpus(textlint, tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode())
    return lambda *argv: textlint("check", *FILES, *argv)


@pytest.mark.parametrize("output_format", FORMATS)
def test_golden(corpus, tmp_path, output_format):
    ran = corpus("--output-format", output_format)
    assert (ran.code, ran.err) == (1, "")
    shown = ran.out.replace(tmp_path.as_uri(), "file:///corpus")
    golden = GOLDEN / f"{output_format}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")


@pytest.mark.parametrize("output_format", FORMATS)
def test_nothing_hidden_reaches_a_terminal_or_a_log(corpus, output_format):
    out = corpus("--output-format", output_format).out
    hidden = {char for char in out if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char != "\n"}
    assert hidden == set()
    assert "##[" not in out or output_format in ("json", "json-lines", "lsp")
    commands = [line for line in out.split("\n") if line.lstrip().startswith("::")]
    assert all(re.match(r"::(error|warning|notice) title=textlint \(", line) for line in commands)
    assert bool(commands) == (output_format == "github")


def test_json_places_are_right_in_the_file_and_in_the_text(corpus, tmp_path):
    found = json.loads(corpus("--output-format", "json").out)
    assert {one["filename"] for one in found} == set(FILES)
    for one in found:
        assert one["span"]["end"] - one["span"]["start"] == len(one["text"])
        row, column, end = one["location"]["row"], one["location"]["column"], one["end_location"]["column"]
        line = re.split(r"\r\n?|\n", (tmp_path / one["filename"]).read_bytes().decode())[row - 1]
        if row == one["end_location"]["row"]:
            assert read_back(one["filename"], line[column - 1 : end - 1]) == one["text"]


def test_json_lines_are_the_objects_of_json(corpus):
    array = json.loads(corpus("--output-format", "json").out)
    lines = corpus("--output-format", "json-lines").out.splitlines()
    assert [json.loads(line) for line in lines] == array


def test_json_holds_the_names_that_tools_read(corpus):
    one = json.loads(corpus("--output-format", "json").out)[0]
    assert {"code", "name", "severity", "confidence", "message", "filename", "document", "location"} <= one.keys()
    assert {"end_location", "span", "text", "suggestions", "fix", "related", "url", "fingerprint"} <= one.keys()
    assert one["fix"] == {
        "applicability": "safe",
        "message": one["fix"]["message"],
        "edits": [{"span": one["span"], "content": "the"}],
    }


def test_lsp_has_the_shape_of_the_protocol_and_counts_utf16(corpus, tmp_path):
    files = json.loads(corpus("--output-format", "lsp").out)
    assert [file["uri"] for file in files] == [(tmp_path / name).as_uri() for name in FILES]
    for file, name in zip(files, FILES, strict=True):
        lines = re.split(r"\r\n?|\n", FILES[name])
        for one in file["diagnostics"]:
            assert one.keys() <= {"range", "severity", "code", "source", "message", "data", "relatedInformation"}
            assert one["severity"] in (1, 2, 3)
            assert one["source"] == "textlint"
            start, end = one["range"]["start"], one["range"]["end"]
            if start["line"] == end["line"]:
                units = lines[start["line"]].encode("utf-16-le")[2 * start["character"] : 2 * end["character"]]
                assert read_back(name, units.decode("utf-16-le")).lower() in ("teh", "wiht", "needless to say")


def read_back(name: str, written: str) -> str:
    return json.loads(f'"{written}"') if name.endswith(".jsonl") else written


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_clean_run(textlint, tmp_path, output_format):
    (tmp_path / "a.txt").write_text("The mill.\n")
    ran = textlint("check", "a.txt", "--output-format", output_format)
    assert (ran.code, ran.err) == (0, "")
    expected = {"json": [], "lsp": []}
    if output_format in expected:
        assert json.loads(ran.out) == expected[output_format]
    else:
        assert ran.out in ("", "All checks passed!\n")


def test_json_can_be_read_after_an_error(textlint):
    ran = textlint("check", "a.txt", "--select", "NOPE", "--output-format", "json")
    assert (ran.code, json.loads(ran.out)) == (2, [])


def test_statistics(corpus):
    ran = corpus("--statistics")
    assert ran.out.splitlines()[0].split() == ["12", "DEM001", "[*]", "known-slip"]
    counts = json.loads(corpus("--statistics", "--output-format", "json").out)
    assert counts[0] == {"code": "DEM001", "name": "known-slip", "count": 12, "fixable": 12}


def test_output_file(corpus, tmp_path):
    ran = corpus("--output-format", "json", "--output-file", "out.json")
    assert (ran.code, ran.out) == (1, "")
    assert len(json.loads((tmp_path / "out.json").read_text())) > 10


def test_quiet_leaves_the_summary_out(corpus):
    assert "Found" not in corpus("--quiet").out


@pytest.mark.parametrize(("variable", "coloured"), [("NO_COLOR", False), ("FORCE_COLOR", True)])
def test_colour_is_asked_for(corpus, monkeypatch, variable, coloured):
    monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in corpus().out) is coloured
