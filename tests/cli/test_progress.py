"""The progress bar: only for patient terminals, and gone when something is printed."""

from __future__ import annotations

import sys

import pytest

from textlint.cli import progress
from textlint.cli.progress import Progress, wants_progress


@pytest.mark.parametrize(
    ("terminal", "term", "wanted"), [(True, "xterm", True), (True, "dumb", False), (False, "xterm", False)]
)
def test_wanted_on_a_terminal(monkeypatch, terminal, term, wanted):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", term)
    assert wants_progress() is wanted


def test_drawn_after_a_while_and_cleared(monkeypatch, capsys):
    clock = iter([0.0, 0.5, 1.5, 1.51, 3.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    bar = Progress([1_000_000, 1_000_000])
    for _ in range(3):
        bar.advance(500_000)
    assert capsys.readouterr().err == f"\r{'█' * 15}{'░' * 15}  50% of 2.0 MB"
    bar.clear()
    bar.clear()
    assert capsys.readouterr().err == "\r\x1b[K"


def test_nothing_without_sizes(monkeypatch, capsys):
    monkeypatch.setattr(progress.time, "monotonic", iter([0.0, 9.0]).__next__)
    Progress().advance(5)
    assert capsys.readouterr().err == ""
