"""What rules cost: told for each rule, with any number of workers, and nothing of it in the output itself."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_rule_is_told_with_its_diagnostics(textlint, tmp_path, monkeypatch, jobs):
    monkeypatch.setattr("textlint.run._WORTH_WORKERS", 1000)
    monkeypatch.setattr("textlint.run.tasks._BYTES", 1000)
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("Teh mill.\n" * 100)
    plain = textlint("check", "--no-cache")
    ran = textlint("check", "--profile-rules", "--jobs", jobs)
    assert (ran.code, ran.out) == (plain.code, plain.out)
    head, *rows = ran.err.splitlines()
    assert head.split() == ["rule", "seconds", "share", "MB", "ms/MB", "diagnostics"]
    told = {row.split()[0]: row.split()[-1] for row in rows}
    assert told["DEM001"] == "400"
    assert {"[match]", "the"} < told.keys()
