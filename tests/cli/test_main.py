"""The frame around the commands: help, version, exit codes, standard input."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from textlint import __version__
from textlint.cli.main import COMMANDS

RUNS = {
    # what: (text, arguments, exit code)
    "clean": ("The mill.", [], 0),
    "findings": ("Teh mill.", [], 1),
    "findings that do not count": ("Teh mill.", ["--exit-zero"], 0),
    "empty file": ("", [], 0),
}


@pytest.mark.parametrize(("text", "argv", "code"), RUNS.values(), ids=RUNS)
def test_exit_codes(textlint, tmp_path, text, argv, code):
    (tmp_path / "a.txt").write_text(text)
    assert textlint("check", "a.txt", *argv).code == code


@pytest.mark.parametrize("argv", [[], ["--help"], *([command, "--help"] for command in COMMANDS)])
def test_help(textlint, argv):
    ran = textlint(*argv)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: textlint")


def test_version(textlint):
    assert textlint("--version").out == f"textlint {__version__}\n"


def test_standard_input(textlint):
    ran = textlint("check", "-", "--output-format", "json", stdin=b"Teh mill.")
    assert [(one["filename"], one["text"]) for one in json.loads(ran.out)] == [("-", "Teh")]


def test_standard_input_goes_by_a_name(textlint):
    ran = textlint(
        "check",
        "-",
        "--stdin-filename",
        "a.jsonl",
        "--output-format",
        "json",
        stdin=b'{"id": "x", "text": "Teh mill."}\n',
    )
    found = json.loads(ran.out)
    assert [(one["filename"], one["document"], one["text"]) for one in found] == [("a.jsonl", "x", "Teh")]


@pytest.mark.parametrize("argv", [["-", "a.txt"], ["a.txt", "--stdin-filename", "b.txt"]])
def test_standard_input_goes_with_no_path(textlint, argv):
    assert textlint("check", *argv).code == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "error: [Errno 28] No space left on device\n"),
        (ZeroDivisionError("division by zero"), "error: textlint itself failed; please report what follows\nTraceback"),
    ],
)
def test_what_should_not_happen_is_no_finding(textlint, monkeypatch, error, said):
    def fail(asked):
        raise error

    monkeypatch.setattr("textlint.cli.rule.run", fail)
    ran = textlint("rule", "--all")
    assert (ran.code, ran.err.startswith(said)) == (2, True)


def test_a_closed_pipe_is_no_crash(tmp_path):
    (tmp_path / "a.txt").write_text("Teh mill &amp; teh end.\n" * 5000)
    command = [sys.executable, "-m", "textlint", "check", "--isolated", "a.txt", "--select", "ENC003"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""


def test_start_up_imports_nothing_heavy(tmp_path):
    """Checking a page without a configuration file loads no library that only configuration needs."""
    (tmp_path / "a.txt").write_text("The mill.\n")
    code = (
        "import sys; from textlint.cli.main import main; main(['check', 'a.txt', '--select', 'ENC003']); "
        "print([name for name in ('pydantic', 'pathspec', 'rich', 'multiprocessing.pool') if name in sys.modules])"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)  # fills the cache
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
