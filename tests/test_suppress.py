"""Suppressions, by comments and by entries of the configuration, and those that nothing used."""

from __future__ import annotations

import json
import time

import pytest
from conftest import DEMO, configure

SUPPRESSIONS = 'extend-select = ["SUP"]\n'
PAGES = {
    # what: (Markdown, what is left, as row and code)
    "nothing said": ("Teh mill.\n", [(1, "DEM001")]),
    "on the same line": ("Teh mill. <!-- textlint: ignore[DEM001] -->\n", []),
    "on another line of the paragraph": (
        "Teh mill\nstood. <!-- textlint: ignore[DEM001] -->\n",
        [(1, "DEM001"), (2, "SUP001")],
    ),
    "before a block": ("<!-- textlint: ignore[DEM001] -->\n\nTeh mill\nwiht doors.\n\nTeh end.\n", [(6, "DEM001")]),
    "by name": ("Teh mill. <!-- textlint: ignore[known-slip] -->\n", []),
    "by prefix": ("Teh mill. <!-- textlint: ignore[DEM] -->\n", []),
    "with a reason": ("Teh mill. <!-- textlint: ignore[DEM001] quoted as printed -->\n", []),
    "two rules, one unused": ("Teh mill. <!-- textlint: ignore[DEM001, DEM002] -->\n", [(1, "SUP001")]),
    "disabled and enabled": (
        "<!-- textlint: disable[DEM001] -->\n\nTeh mill.\n\n<!-- textlint: enable[DEM001] -->\n\nTeh end.\n",
        [(7, "DEM001")],
    ),
    "disabled to the end": ("<!-- textlint: disable[DEM] -->\n\nTeh mill.\n\nTeh end.\n", []),
    "enabled without need": ("<!-- textlint: enable[DEM001] -->\n\nTeh mill.\n", [(1, "SUP001"), (3, "DEM001")]),
    "the whole file": ("Teh mill.\n\n<!-- textlint: file-ignore[DEM001] -->\n\nTeh end.\n", []),
    "unused": ("<!-- textlint: ignore[DEM001] -->\n\nThe mill.\n", [(1, "SUP001")]),
    "of a rule that does not run": ("<!-- textlint: ignore[ENC003] -->\n\nThe mill.\n", []),
    "unknown rule": ("The mill. <!-- textlint: ignore[DEM009] -->\n", [(1, "SUP001")]),
    "misspelt": ("Teh mill. <!-- textlint: ignroe[DEM001] -->\n", [(1, "DEM001"), (1, "SUP001")]),
    "without rules": ("Teh mill. <!-- textlint: ignore -->\n", [(1, "DEM001"), (1, "SUP001")]),
    "of another tool": ("Teh mill. <!-- textlint-disable-line -->\n", [(1, "DEM001")]),
    "in a code block": ("```\n<!-- textlint: ignore[DEM001] -->\n```\n\nTeh mill.\n", [(5, "DEM001")]),
}


def left(ran) -> list[tuple[int, str]]:
    return sorted((found["location"]["row"], found["code"]) for found in json.loads(ran.out))


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES)
def test_comments_in_markdown(textlint, tmp_path, page, expected):
    configure(tmp_path, SUPPRESSIONS)
    (tmp_path / "page.md").write_text(page)
    assert left(textlint("check", "page.md", "--output-format", "json")) == expected


def test_comments_in_html(textlint, tmp_path):
    configure(tmp_path, SUPPRESSIONS)
    ignored = "<!-- textlint: ignore[DEM001] -->"
    page = f"<p>Teh mill.</p> {ignored}\n{ignored}\n<p>Teh end.</p>\n\n<p>Teh</p>"
    (tmp_path / "page.html").write_text(page)
    assert left(textlint("check", "page.html", "--output-format", "json")) == [(5, "DEM001")]


def test_scraped_text_cannot_suppress(textlint, tmp_path):
    (tmp_path / "page.txt").write_text("Teh mill. <!-- textlint: file-ignore[DEM001] -->\n")
    assert left(textlint("check", "page.txt", "--output-format", "json")) == [(1, "DEM001")]


RECORDS = [{"id": 7, "text": "Teh mill wiht doors."}, {"id": "b", "text": "Teh end."}]
ENTRIES = {
    # what: (entries, what is left, as document and text; None is an entry that nothing used)
    "by path": ('[[suppress]]\npath = "*.jsonl"\nrule = "DEM001"', []),
    "by record": ('[[suppress]]\nrule = "DEM001"\nrecord = 7', [("b", "Teh")]),
    "by record id as text": ('[[suppress]]\nrule = "DEM001"\nrecord = "7"', [("b", "Teh")]),
    "by text": ('[[suppress]]\nrule = ["DEM001", "DEM002"]\ntext = "Teh"', [(7, "wiht")]),
    "by record and text": ('[[suppress]]\nrule = "known-slip"\nrecord = "b"\ntext = "Teh"', [(7, "Teh"), (7, "wiht")]),
    "unused": ('[[suppress]]\nrule = "DEM001"\ntext = "tEh"', [(7, "Teh"), (7, "wiht"), ("b", "Teh"), None]),
    "other path": ('[[suppress]]\npath = "other/"\nrule = "DEM001"', [(7, "Teh"), (7, "wiht"), ("b", "Teh")]),
    "other rule": ('[[suppress]]\nrule = "ENC003"', [(7, "Teh"), (7, "wiht"), ("b", "Teh")]),
    "one of two unused": ('[[suppress]]\nrule = "DEM"\n\n[[suppress]]\nrule = "DEM001"\nrecord = 8', [None]),
    "per-file-ignores": ('[per-file-ignores]\n"*.jsonl" = ["DEM001"]', []),
    "per-file-ignores of other files": (
        '[per-file-ignores]\n"*.md" = ["DEM001"]',
        [(7, "Teh"), (7, "wiht"), ("b", "Teh")],
    ),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("entries", "expected"), ENTRIES.values(), ids=ENTRIES)
def test_entries(textlint, tmp_path, entries, expected, jobs):
    configure(tmp_path, f"{SUPPRESSIONS}\n{entries}\n")
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    found = json.loads(textlint("check", ".", "--output-format", "json", "--jobs", jobs).out)
    assert [None if one["code"] == "SUP001" else (one["document"], one["text"]) for one in found] == expected


@pytest.mark.parametrize(("path", "told"), [("*.txt", False), ("a.txt", True), ("b.txt", False)])
def test_unused_entry_is_told_of_only_if_all_that_it_means_was_checked(textlint, tmp_path, path, told):
    configure(tmp_path, f'{SUPPRESSIONS}\n[[suppress]]\npath = "{path}"\nrule = "DEM"\n')
    (tmp_path / "a.txt").write_text("The mill.\n")
    (tmp_path / "b.txt").write_text("Teh mill.\n")
    assert ("SUP001" in textlint("check", "a.txt").out) is told


def test_unused_entry_stands_where_it_is_written(textlint, tmp_path):
    configure(tmp_path, f'{SUPPRESSIONS}\n[[suppress]]\nrule = "DEM"\n\n[[suppress]]\nrule = "DEM002"\n')
    (tmp_path / "a.txt").write_text("Teh mill.\n")
    ran = textlint("check", ".", "--output-format", "concise")
    assert ran.out.startswith("textlint.toml:8:1: SUP001")


def test_use_is_counted_over_all_workers(textlint, tmp_path):
    """The entry is used in the last of many files, which another process checks."""
    configure(tmp_path, f'{SUPPRESSIONS}\n[[suppress]]\nrule = "DEM001"\n')
    filler = "The mill stood open to the wind. " * 30_000
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(filler + ("Teh end." if number == 5 else ""))
    ran = textlint("check", ".", "--jobs", "2")
    assert (ran.code, ran.err) == (0, "")


def test_per_file_ignores_on_the_command_line(textlint, tmp_path):
    (tmp_path / "a.txt").write_text("Teh mill.\n")
    assert textlint("check", "a.txt", "--per-file-ignores", "*.txt:DEM001,DEM002").code == 0


def test_patterns_are_relative_to_their_configuration(textlint, tmp_path):
    below = tmp_path / "corpus" / "news"
    below.mkdir(parents=True)
    (tmp_path / "corpus" / "textlint.toml").write_text(
        f'packs = ["{DEMO.as_posix()}"]\nselect = ["DEM"]\n[per-file-ignores]\n"/news/*" = ["DEM001"]\n'
    )
    (below / "a.txt").write_text("Teh mill.\n")
    assert textlint("check", "corpus").code == 0


def test_hostile_comments_cost_time_in_proportion(textlint, tmp_path):
    """Comments on every line, beside one another, of unknown rules: nothing grows with the square of their number."""
    configure(tmp_path, SUPPRESSIONS)
    kinds = ("ignore[DEM001]", "disable[DEM]", "enable[DEM]", "file-ignore[DEM002]", "ignore[DEM999]", "oops")
    stacked = "".join(f"<!-- textlint: {kinds[row % 6]} -->\n" for row in range(4_000))
    beside = "".join(f"teh <!-- textlint: {kinds[row % 6]} -->" for row in range(4_000))
    (tmp_path / "a.html").write_text(f"{stacked}{beside}\n")
    began = time.perf_counter()
    assert textlint("check", "a.html", "--output-format", "json").code == 1
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    ("written", "row"),
    [('\n[[tool.textlint.suppress]]\nrule = "DEM002"\n', 5), ('suppress = [{ rule = "DEM002" }]\n', 1)],
    ids=["table", "inline"],
)
def test_entries_in_pyproject(textlint, tmp_path, written, row):
    (tmp_path / "textlint.toml").unlink()
    head = f'[tool.textlint]\npacks = ["{DEMO.as_posix()}"]\nselect = ["DEM", "SUP"]\n'
    (tmp_path / "pyproject.toml").write_text(head + written)
    (tmp_path / "a.txt").write_text("The mill.\n")
    assert textlint("check", ".", "--output-format", "concise").out.startswith(f"pyproject.toml:{row}:1: SUP001")
