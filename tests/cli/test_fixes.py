"""`--fix`, `--unsafe-fixes` and `--diff` at the command line."""

from __future__ import annotations

import pytest

TEXT = "Teh mill, needless to say, stood wiht doors.\r\n"
SAFE = "The mill, needless to say, stood with doors.\r\n"
ALL = "The mill, , stood with doors.\r\n"
RUNS = {
    # what: (arguments, the file after it, exit code)
    "checked": ([], TEXT, 1),
    "safe fixes": (["--fix"], SAFE, 1),
    "all fixes": (["--fix", "--unsafe-fixes"], ALL, 0),
    "diff": (["--diff"], TEXT, 1),
    "diff of nothing": (["--diff", "--select", "DEM002"], TEXT, 0),
    "ignored rule": (["--fix", "--ignore", "DEM001"], TEXT, 1),
}


@pytest.mark.parametrize(("argv", "after", "code"), RUNS.values(), ids=RUNS)
def test_fix(textlint, tmp_path, argv, after, code):
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    ran = textlint("check", "a.txt", *argv)
    assert ((tmp_path / "a.txt").read_bytes().decode(), ran.code) == (after, code)


def test_fixes_are_counted(textlint, tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    assert "Found 1 warning in 1 file (2 fixed)." in textlint("check", "a.txt", "--fix").out


def test_diff_can_be_applied(textlint, tmp_path):
    (tmp_path / "a.txt").write_text("Teh mill.\nIt stood.\n")
    ran = textlint("check", "a.txt", "--diff")
    assert ran.out == "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n-Teh mill.\n+The mill.\n It stood.\n"
    assert ran.err == "Would fix 1.\n"


def test_diff_shows_nothing_hidden_in_a_log(textlint, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (tmp_path / "a.txt").write_text("\x1b[31mTeh mill, teh \u202eend.\n")
    out = textlint("check", "a.txt", "--diff").out
    assert "<U+001B>" in out
    assert "\x1b" not in out


def test_standard_input_is_fixed_to_standard_output(textlint):
    ran = textlint("check", "-", "--fix", stdin=TEXT.encode())
    assert (ran.out.replace("\r\n", "\n"), ran.code) == (SAFE.replace("\r\n", "\n"), 1)
    assert "DEM002" in ran.err


def test_unsafe_fixes_alone_are_a_mistake(textlint):
    ran = textlint("check", "--unsafe-fixes")
    assert (ran.code, "--unsafe-fixes goes with --fix" in ran.err) == (2, True)
