from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import DEMO, configure

import textlint
from textlint import Document, Linter, Settings, UsageError, lint_paths, lint_text

LINTER = Linter(Settings(select=("DEM001",), packs=(DEMO,)))


def test_every_name_is_there():
    for name in textlint.__all__:
        assert getattr(textlint, name).__name__ == name
    with pytest.raises(AttributeError, match="nope"):
        _ = textlint.nope


def test_importing_loads_nothing():
    asked = "import sys, textlint; print([m for m in sys.modules if m.startswith('textlint.')])"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("text", "filename", "column"),
    [("Teh end.", "text.txt", 1), ("# *Teh* `teh`", "a.md", 4), ("<p>Teh<script>teh", "a.html", 4)],
)
def test_lint_text(text, filename, column):
    (diagnostic,) = lint_text(text, filename=filename, linter=LINTER)
    assert (diagnostic.code, diagnostic.text, diagnostic.location.column) == ("DEM001", "Teh", column)


def test_lint_text_runs_the_default_rules():
    assert [diagnostic.code for diagnostic in lint_text("The mill stood wiht open doors all day.")] == ["TYP001"]


def test_lint_text_refuses_json_lines():
    with pytest.raises(UsageError, match="lint_paths"):
        lint_text("{}", filename="a.jsonl")


def test_a_linter_is_used_again():
    assert [len(LINTER.lint(Document(text))) for text in ("Teh end.", "The end.", "Teh end.")] == [1, 0, 1]


def test_lint_paths_reads_the_nearest_configuration(tmp_path):
    configure(tmp_path)
    (tmp_path / "a.txt").write_text("Teh end.")
    (tmp_path / "b.jsonl").write_text('{"id": 7, "text": "Teh end."}\n{}\n')
    first, second = lint_paths([tmp_path])
    assert [diagnostic.code for diagnostic in first.diagnostics] == ["DEM001"]
    assert [diagnostic.document for diagnostic in second.diagnostics] == [7]
    assert len(second.errors) == 1


def test_lint_paths_with_settings_reads_no_configuration(tmp_path):
    configure(tmp_path)
    (tmp_path / "a.txt").write_text("LOUDLY teh end.")
    (result,) = lint_paths([tmp_path / "a.txt"], settings=Settings(select=("DEM003",), packs=(DEMO,)))
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["DEM003"]
