"""Results of earlier runs: the same as without them, gone when anything changed, and never in the way."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys

import pytest
from conftest import DEMO, configure

from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.inputs import find_sources
from textlint.run import Manner, check_sources
from textlint.run.shelf import FOLDER, Shelf

SETTINGS = Settings(select=("DEM", "SPC", "ENC", "DUP"), packs=(DEMO,))
CHECK = ("check", "--output-format", "json")
KEPT = Manner(remembering=True)


@pytest.fixture
def linted(monkeypatch):
    """The texts that were linted, not recalled."""
    texts = []
    look = Linter.look
    monkeypatch.setattr(
        Linter, "look", lambda linter, docs: texts.extend(doc.text for doc in docs) or look(linter, docs)
    )
    return texts


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Small files of several kinds, a large one of records, and one that cannot be read as text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("textlint.run._WORTH_WORKERS", 20_000)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 20_000)
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 20_000)
    (tmp_path / "a.txt").write_text("Teh mill 's door — “caf\u00e9” \U0001f600.\n" * 30)
    (tmp_path / "b.md").write_text("# Teh\n\n<!-- textlint: disable-line=DEM001 --> Teh &amp; wiht\n")
    (tmp_path / "latin.txt").write_bytes("Teh caf\u00e9 , wiht".encode("latin-1"))
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 50)
    with (tmp_path / "m.jsonl").open("w") as file:
        for number in range(900):
            file.write(json.dumps({"id": number, "text": f"Teh {number} \ud800\u201cmill\u201d wiht .\n" * 2}) + "\n")
    return tmp_path


def results(settings: Settings = SETTINGS, jobs: int = 1, manner: Manner = KEPT) -> list[str]:
    found = check_sources(find_sources(["."], lambda _: settings), lambda _: settings, jobs=jobs, manner=manner)
    return list(map(repr, found))


def test_results_are_the_same_with_any_number_of_workers_and_from_the_cache(corpus, linted):
    settings = SETTINGS._replace(root=corpus)
    plain = results(settings, manner=Manner())
    assert results(settings, jobs=2, manner=Manner()) == plain
    assert results(settings, jobs=2) == plain
    linted.clear()
    for jobs in (1, 2):
        assert results(settings, jobs) == plain
    assert linted == []
    assert any("skipped: a binary file" in result for result in plain)


def test_what_changed_is_checked_anew(textlint, tmp_path, linted):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Teh mill of {name}.")
    first = textlint(*CHECK)
    (tmp_path / "a.txt").write_text("Teh new mill.")
    linted.clear()
    textlint(*CHECK)
    assert linted == ["Teh new mill."]
    (tmp_path / "a.txt").write_text("Teh mill of a.")
    assert textlint(*CHECK) == first
    assert linted == ["Teh new mill."]


def test_settings_and_the_folder_count(textlint, tmp_path, linted, monkeypatch):
    (tmp_path / "a.txt").write_text("Teh mill.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Teh mill.")
    assert textlint(*CHECK, "a.txt").code == 1
    configure(tmp_path, 'ignore = ["DEM001"]')
    assert textlint(*CHECK, "a.txt").code == 0
    configure(tmp_path, '[[suppress]]\npath = "sub/a.txt"\nrule = "DEM001"')
    assert textlint(*CHECK, "a.txt").code == 1
    monkeypatch.chdir(tmp_path / "sub")
    assert textlint(*CHECK, "a.txt").code == 0
    assert not (tmp_path / "sub" / FOLDER).exists()


def test_a_rule_that_changed_is_applied_anew(textlint, tmp_path):
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.toml").write_text('family = "house"\nprefix = "HOU"\nsummary = "s"\n')
    rule = 'code = "HOU001"\nname = "word"\nsummary = "s"\nmessage = "m"\nwhy = "w"\nremedy = "r"\nsince = "0"\n'
    (pack / "word.toml").write_text(f'{rule}[match]\nwords = ["mill"]\n')
    (tmp_path / "textlint.toml").write_text('packs = ["house"]\nselect = ["HOU"]\n')
    (tmp_path / "a.txt").write_text("The mill and the weir.")
    assert json.loads(textlint(*CHECK, "a.txt").out)[0]["text"] == "mill"
    (pack / "word.toml").write_text(f'{rule}[match]\nwords = ["weir"]\n')
    assert json.loads(textlint(*CHECK, "a.txt").out)[0]["text"] == "weir"


@pytest.mark.parametrize("text", ["Teh mill.", "The mill."])
def test_entries_are_told_unused_from_the_cache_too(textlint, tmp_path, text):
    configure(tmp_path, 'extend-select = ["SUP"]\n[[suppress]]\npath = "a.txt"\nrule = "DEM001"')
    (tmp_path / "a.txt").write_text(text)
    first = textlint(*CHECK, "a.txt")
    assert ("SUP001" in first.out) == (text == "The mill.")
    assert textlint(*CHECK, "a.txt") == first


def test_fixes_and_standard_input_leave_no_trace(textlint, tmp_path):
    (tmp_path / "a.txt").write_text("Teh mill.")
    textlint("check", "a.txt", "--diff")
    textlint("check", "-", stdin=b"Teh mill.")
    textlint("check", "a.txt", "--profile-rules")
    textlint("check", "a.txt", "--no-cache")
    assert not (tmp_path / FOLDER).exists()
    textlint("check", "a.txt")
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert textlint("check", "a.txt", "--fix").code == 0


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100])
def test_a_damaged_database_is_begun_anew(textlint, tmp_path, linted, damage):
    (tmp_path / "a.txt").write_text("Teh mill.")
    first = textlint(*CHECK)
    base = next((tmp_path / FOLDER).glob("*.db"))
    base.write_bytes(damage)
    assert [textlint(*CHECK) for _ in range(3)] == [first] * 3
    assert len(linted) <= 3


def test_a_place_that_cannot_be_written_is_no_hindrance(textlint, tmp_path):
    (tmp_path / FOLDER).write_text("a file where the folder would be")
    (tmp_path / "a.txt").write_text("Teh mill.")
    assert [textlint("check", "a.txt").code for _ in range(2)] == [1, 1]


def test_runs_of_other_processes_are_remembered_once(textlint, tmp_path):
    (tmp_path / "a.txt").write_text("Teh mill.")
    for at in range(3):
        (tmp_path / f"unread-{at}").write_text("a change in the folder")
        subprocess.run([sys.executable, "-m", "textlint", *CHECK], cwd=tmp_path, capture_output=True, check=False)
    with sqlite3.connect(next((tmp_path / FOLDER).glob("*.db"))) as base:
        assert base.execute("SELECT count(*) FROM entry").fetchone() == (1,)
    base.close()


def test_runs_at_once_are_safe(textlint, tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"Teh mill {number}.")
    command = [sys.executable, "-m", "textlint", *CHECK, "--exit-zero"]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) for _ in range(2)]
    assert len({run.communicate()[0] for run in runs} | {textlint(*CHECK).out.encode()}) == 1


def test_old_entries_go(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path)
    shelf.put([(b"old", "1")])
    monkeypatch.setattr("textlint.run.shelf.time", lambda: 1e10)
    later = Shelf(tmp_path)
    assert later.get(b"old") == "1"
    later.put([(b"new", "2")])
    assert [later.get(b"old"), later.get(b"new")] == [None, "2"]


def test_too_many_entries_are_halved(tmp_path, monkeypatch):
    Shelf(tmp_path).put([(bytes([at]), "x" * 10_000) for at in range(20)])
    monkeypatch.setattr("textlint.run.shelf._BYTES_KEPT", 50_000)
    shelf = Shelf(tmp_path)
    shelf.put([(b"new", "y")])
    assert sum(shelf.get(bytes([at])) is not None for at in range(20)) == 10
