"""What is said is the same, byte for byte, with any number of processes, and with and without the cache."""

from __future__ import annotations

import gzip
import json

import pytest

PAGES = [
    "Accept all cookies\n\nTeh ferry recieved nobody , said the the master of Kyiv.\n\nSubscribe to our newsletter",
    "“The mill is closed, said Ruslana Petrenko. Its weir is it's pride .\n\nRuslana Petrenko and Ruslana Petrenco.",
    "The caf\u00c3\u00a9 in Kiev , and the mill in Kyiv\u00ad, could of burned. \U0001f600 &amp;amp; so on...",
]
COMMON = ("--select", "ALL", "--output-format")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Pages in files, packed and plain records, a long text, and what cannot be read; all in small tasks."""
    monkeypatch.setattr("textlint.run._WORTH_WORKERS", 5_000)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 3_000)
    monkeypatch.setattr("textlint.inputs.source.CHUNK", 3_000)
    for where in ("inputs.parts", "inputs.slices", "run.tasks"):
        monkeypatch.setattr(f"textlint.{where}.LONGEST", 4_000)
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"{PAGES[number % 3]} Page {number}.", "utf-8")
    lines = "".join(json.dumps({"id": f"n{at}", "text": f"{PAGES[at % 3]} {at}"}) + "\n" for at in range(60))
    (tmp_path / "records.jsonl").write_text(f"{lines}no record\n{lines}", "utf-8")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "long.txt").write_text("\n\n".join(PAGES * 40), "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 50)
    return tmp_path


@pytest.mark.parametrize("output_format", ["json", "full"])
def test_processes_and_cache_change_nothing(textlint, corpus, monkeypatch, output_format):
    (corpus / "textlint.toml").unlink()
    check = ("check", *COMMON, output_format, ".", "--jobs")
    alone = textlint(*check, "1", "--no-cache")
    assert alone.out.count("long.txt") > 100
    assert alone.err.count("could not be") + alone.err.count("skipped") + alone.err.count("not JSON") == 2
    assert [textlint(*check, jobs, "--no-cache") for jobs in "23"] == [alone] * 2
    monkeypatch.delenv("TEXTLINT_NO_CACHE", raising=False)
    assert [textlint(*check, jobs) for jobs in "2123"] == [alone] * 4
    (corpus / "30.txt").write_text("Teh new page.", "utf-8")
    assert textlint(*check, "2") == textlint(*check, "1", "--no-cache")
