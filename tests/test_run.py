"""The run: the same results in the same order for any number of processes, and errors that come back."""

from __future__ import annotations

import json
import pickle

import pytest
from conftest import DEMO

from textlint.config.settings import Settings
from textlint.errors import InputError, UsageError
from textlint.inputs import find_sources, source_of
from textlint.run import check_sources

SETTINGS = Settings(select=("DEM001",), packs=(DEMO,))
CRASHING = """
code = "CRA001"
name = "crashing"
summary = "s"
message = "{nothing}"
why = "w"
remedy = "r"
since = "0"
[match]
words = ["crash"]
"""


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A small file, a large one of records, some bad, and more small ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("textlint.run._WORTH_WORKERS", 60_000)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 50_000)
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 50_000)
    for name in "abxyz":
        (tmp_path / f"{name}.txt").write_text(f"Teh mill of {name}.\n" * 200)
    with (tmp_path / "m.jsonl").open("w") as file:
        for number in range(1500):
            text = f"{'wiht' if number % 7 else 'with'} doors, {'crash' if number == 1000 else 'open'} " * 3
            file.write("bad\n" if number % 100 == 50 else json.dumps({"id": f"n{number}", "text": text}) + "\n")
    (tmp_path / "crash.txt").write_text("crash")
    return tmp_path


def results(settings: Settings = SETTINGS, jobs: int = 1) -> list:
    return list(check_sources(find_sources(["."], lambda _: settings), lambda _: settings, jobs=jobs))


def test_two_processes_give_what_one_gives(corpus):
    alone, together = results(jobs=1), results(jobs=2)
    assert list(map(repr, alone)) == list(map(repr, together))
    assert [result.path for result in alone if result.path != "m.jsonl"] == [
        *("a.txt", "b.txt", "crash.txt", "x.txt", "y.txt", "z.txt")
    ]
    records = [result for result in alone if result.path == "m.jsonl"]
    assert len(records) > 3
    assert sum(result.documents for result in records) == 1485
    assert sum(result.size for result in records) == (corpus / "m.jsonl").stat().st_size


def test_a_rule_that_crashes_is_told_once_and_the_same(corpus):
    (corpus / "house").mkdir()
    (corpus / "house/pack.toml").write_text('family = "house"\nprefix = "CRA"\nsummary = "s"\n')
    (corpus / "house/crashing.toml").write_text(CRASHING)
    settings = Settings(select=("CRA", "DEM001"), packs=(DEMO, corpus / "house"))
    told = [
        [str(error) for result in results(settings, jobs) for error in result.errors if "CRA001" in str(error)]
        for jobs in (1, 2)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 1
    assert "crashed on crash.txt" in told[0][0]


def test_of_many_bad_records_the_first_are_told_and_the_others_counted(corpus):
    errors = [str(error) for result in results() for error in result.errors]
    assert [error.split(":")[1] for error in errors[:10]] == [str(51 + 100 * n) for n in range(10)]
    assert errors[10:] == ["m.jsonl: 5 more records could not be read"]


def test_errors_among_the_sources_keep_their_place(corpus):
    settings = SETTINGS
    found = check_sources(find_sources(["a.txt", "nope", "b.txt"], lambda _: settings), lambda _: settings)
    assert [(result.path, len(result.errors)) for result in found] == [("a.txt", 0), ("nope", 1), ("b.txt", 0)]


def test_each_path_has_its_settings(corpus):
    quiet = Settings(select=("DEM003",), packs=(DEMO,))
    found = check_sources(map(source_of, ("a.txt", "b.txt", "x.txt")), lambda path: quiet if "b" in path else SETTINGS)
    assert [len(result.diagnostics) for result in found] == [200, 0, 200]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_abandoned_run_ends(corpus, jobs):
    run = check_sources(find_sources(["."], lambda _: SETTINGS), lambda _: SETTINGS, jobs=jobs)
    next(run)
    run.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_settings_that_fit_no_rule_end_the_run(corpus, jobs):
    with pytest.raises(UsageError, match="NOPE"):
        results(Settings(select=("NOPE",)), jobs)


def test_errors_travel_between_processes():
    error = pickle.loads(pickle.dumps(InputError("a.txt: bad", "a.txt", 3)))
    assert (str(error), error.path, error.row) == ("a.txt: bad", "a.txt", 3)
