"""Everything that a user can get wrong, with the exit code and the words that come back."""

from __future__ import annotations

import os
import sys

import pytest
from conftest import DEMO

GOOD = "The mill stood open.\n"
CASES = {
    # what: (files, arguments, exit code, what standard error must hold)
    "missing path": ({}, ["check", "nope.txt"], 2, "nope.txt"),
    "empty folder": ({"empty/": ""}, ["check", "empty"], 3, "nothing to check"),
    "folder of other files": ({"f/a.bin": "x"}, ["check", "f"], 3, "nothing to check"),
    "pattern without files": ({}, ["check", "*.nothing"], 2, "*.nothing"),
    "binary": ({"a.txt": b"\x7fELF\0\0\1\2\3" * 40}, ["check", "a.txt"], 2, "a.txt: skipped: a binary file"),
    "bad json": ({"a.jsonl": '{"text": "fine"}\n{oops\n'}, ["check", "a.jsonl"], 2, "a.jsonl:2: not JSON"),
    "record that is no object": (
        {"a.jsonl": "[1]\n"},
        ["check", "a.jsonl"],
        2,
        "a.jsonl:1: a record must be an object",
    ),
    "missing field": (
        {"a.jsonl": '{"body": "x"}\n'},
        ["check", "a.jsonl"],
        2,
        'a.jsonl:1: the record has no field "text"',
    ),
    "field that is no string": ({"a.jsonl": '{"text": 3}\n'}, ["check", "a.jsonl"], 2, "is a number, not a string"),
    "damaged gzip": ({"a.txt.gz": b"\x1f\x8b\x08\0garbage"}, ["check", "a.txt.gz"], 2, "a.txt.gz: damaged"),
    "unknown config key": (
        {"textlint.toml": 'slect = ["TYP"]'},
        ["check", "."],
        2,
        'textlint.toml: unknown key "slect"; did you mean "select"?',
    ),
    "pattern that is none": (
        {"textlint.toml": 'exclude = ["[z-a]"]'},
        ["check", "."],
        2,
        "exclude.0: '[z-a]' is not a",
    ),
    "unknown nested key": ({"textlint.toml": "[names]\nprefr = []"}, ["check", "."], 2, 'did you mean "prefer"?'),
    "string for a list": (
        {"textlint.toml": 'select = "TYP"'},
        ["check", "."],
        2,
        'select: a list is expected, as in ["TYP"]',
    ),
    "bad TOML": ({"textlint.toml": "select = ["}, ["check", "."], 2, "textlint.toml: not valid TOML"),
    "bad TOML in pyproject": (
        {"pyproject.toml": "[tool.textlint]\nselect = ["},
        ["check", "--config", "pyproject.toml"],
        2,
        "pyproject.toml: not valid TOML",
    ),
    "bad severity": ({"textlint.toml": '[severity]\nTYP001 = "fatal"'}, ["check", "."], 2, "severity.TYP001"),
    "severity of no rule": (
        {"textlint.toml": '[severity]\nTYP9 = "error"'},
        ["check", "a.txt"],
        2,
        'severity: there is no rule "TYP9"',
    ),
    "option of no rule": (
        {"textlint.toml": "[rules.NOPE001]\nx = 1"},
        ["check", "a.txt"],
        2,
        'there is no rule "NOPE001"',
    ),
    "suppression of no rule": (
        {"textlint.toml": '[[suppress]]\nrule = "ENC03"'},
        ["check", "a.txt"],
        2,
        'textlint.toml: suppress: there is no rule "ENC03"; did you mean',
    ),
    "per-file-ignore of no rule": (
        {"textlint.toml": '[per-file-ignores]\n"*.txt" = ["leaked-entty"]'},
        ["check", "a.txt"],
        2,
        'per-file-ignores: there is no rule "leaked-entty"; did you mean "leaked-entity"?',
    ),
    "no such option": ({"textlint.toml": "[rules.ENC003]\nx = 1"}, ["check", "a.txt"], 2, 'ENC003 has no option "x"'),
    "missing words file": ({"textlint.toml": 'words-file = "nope.txt"'}, ["check", "."], 2, "words-file: cannot read"),
    "suppression without rule": (
        {"textlint.toml": '[[suppress]]\npath = "a"'},
        ["check", "."],
        2,
        'suppress.0.rule" is missing',
    ),
    "missing pack": ({"textlint.toml": 'packs = ["nope"]'}, ["check", "a.txt"], 2, "no rule pack here"),
    "confidence above 1": ({}, ["check", "--min-confidence", "2"], 2, "'2' is not a number from 0 to 1"),
    "unknown rule": (
        {},
        ["check", "a.txt", "--select", "DEM01"],
        2,
        'there is no rule "DEM01"; did you mean "DEM001"?',
    ),
    "unknown rule name": ({}, ["check", "a.txt", "--ignore", "known-slop"], 2, 'did you mean "known-slip"?'),
    "unknown option": ({}, ["check", "--selct", "DEM"], 2, 'there is no option --selct; did you mean "--select"?'),
    "unknown command": ({}, ["chekc"], 2, "there is no command 'chekc'; did you mean \"check\"?"),
    "path for a command": ({}, ["a.txt"], 2, "did you mean `textlint check a.txt`?"),
    "unknown format": ({}, ["check", "--output-format", "jsn"], 2, 'did you mean "json"?'),
    "format in config": (
        {"textlint.toml": 'output-format = "xml"'},
        ["check", "."],
        2,
        "'xml' is not an output format",
    ),
    "unknown style of names": (
        {},
        ["check", "--config", "names.style = 'bcc'"],
        2,
        "'bcc' is not a style",
    ),
    "no such config file": ({}, ["check", "--config", "nope.toml"], 2, "--config nope.toml: there is no such file"),
    "config is no TOML": ({}, ["check", "--config", "select=DEM"], 2, "neither a file nor KEY=VALUE in TOML"),
    "config key unknown": ({}, ["check", "--config", "dialct='en'"], 2, 'did you mean "dialect"?'),
    "config and isolated": ({}, ["check", "--isolated", "--config", "textlint.toml"], 2, "--isolated reads no"),
    "jobs zero": ({}, ["check", "--jobs", "0"], 2, "'0' is not a whole number above 0"),
    "output file in no folder": ({}, ["check", "a.txt", "--output-file", "no/out.json"], 2, "cannot be written"),
    "per-file-ignores without rules": ({}, ["check", "--per-file-ignores", "a.txt"], 2, "not of the form PATH:RULES"),
    "rule without a name": ({}, ["rule"], 2, "name a rule, or give --all"),
    "rule that is none": ({}, ["rule", "known-slp"], 2, 'did you mean "known-slip"?'),
    "config of no path": ({}, ["config", "nope"], 2, "there is no such file or folder"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_input(textlint, tmp_path, case):
    files, argv, code, said = case
    for name, content in {"a.txt": GOOD, **files}.items():
        path = tmp_path / name
        if name.endswith("/"):
            path.mkdir()
            continue
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = textlint(*argv)
    assert said in ran.err
    assert ran.code == code
    assert "Traceback" not in ran.err


def test_the_others_are_still_checked(textlint, tmp_path):
    (tmp_path / "a.jsonl").write_text('{oops\n{"text": "Teh mill."}\n{"body": 1}\n{"text": "wiht"}\n')
    ran = textlint("check", "a.jsonl", "nope.txt", "--output-format", "concise")
    assert [line.split(" ")[0] for line in ran.out.splitlines()[:2]] == ["a.jsonl:2:11:", "a.jsonl:4:11:"]
    assert ran.code == 2
    assert all(f"error: {place}" in ran.err for place in ("a.jsonl:1:", "a.jsonl:3:", "nope.txt:"))


def test_records_beside_one_that_is_too_long_are_checked(textlint, tmp_path, monkeypatch):
    monkeypatch.setattr("textlint.inputs.slices.MAX_LINE", 1000)
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 100)
    records = '{"text": "Teh mill."}\n{"text": "%s"}\n{"text": "wiht"}\n' % ("x" * 2000)
    (tmp_path / "a.jsonl").write_text(records)
    ran = textlint("check", "a.jsonl", "--output-format", "concise")
    assert [line.split(" ")[0] for line in ran.out.splitlines()[:2]] == ["a.jsonl:1:11:", "a.jsonl:3:11:"]
    assert ran.code == 2
    assert "a.jsonl:2: a line of more than" in ran.err


def test_input_errors_outrank_exit_zero(textlint):
    assert textlint("check", "nope.txt", "--exit-zero").code == 2


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(textlint, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    ran = textlint("check", "a.txt")
    assert (ran.code, "a.txt: cannot be read: Permission denied" in ran.err) == (2, True)


def test_broken_rule_is_skipped_aloud_and_the_others_run(textlint, tmp_path):
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.toml").write_text('family = "house"\nprefix = "HOU"\nsummary = "House style"\n')
    (pack / "broken.toml").write_text('code = "HOU001"\nname = "broken"\n')
    (tmp_path / "a.txt").write_text("Teh mill.\n")
    ran = textlint("check", "a.txt", "--config", f'packs = ["{pack.as_posix()}"]', "--output-format", "concise")
    assert "a.txt:1:1: DEM001" in ran.out
    assert 'broken.toml: the key "summary" is missing' in ran.err
    assert ran.code == 2


def test_message_with_an_unknown_fact_costs_its_rule_alone(textlint, tmp_path):
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.toml").write_text('family = "house"\nprefix = "HOU"\nsummary = "House style"\n')
    rule = (DEMO / "empty-phrase.toml").read_text()
    rule = rule.replace("DEM002", "HOU001").replace("empty-phrase", "unknown-fact").replace("{text}", "{fact}")
    (pack / "unknown-fact.toml").write_text(rule)
    (tmp_path / "a.txt").write_text("Teh mill, needless to say.\n")
    setting = f'packs = ["{pack.as_posix()}"]'
    ran = textlint("check", "a.txt", "--config", setting, "--select", "DEM,HOU", "--output-format", "concise")
    assert [line.split()[1] for line in ran.out.splitlines()[:2]] == ["DEM001", "DEM002"]
    assert "HOU001 (unknown-fact) crashed on a.txt" in ran.err
    assert ran.code == 2
