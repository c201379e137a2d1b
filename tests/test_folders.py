"""Each system keeps the folders of a user elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.folders import user_cache, user_data

NAMED = {"XDG_CACHE_HOME": "/x/cache", "XDG_DATA_HOME": "/x/data", "LOCALAPPDATA": "/x/local"}


@pytest.mark.parametrize(
    ("system", "named", "cache", "data"),
    [
        ("linux", {}, "/home/a/.cache/textlint", "/home/a/.local/share/textlint"),
        ("linux", NAMED, "/x/cache/textlint", "/x/data/textlint"),
        ("darwin", {}, "/home/a/Library/Caches/textlint", "/home/a/Library/Application Support/textlint"),
        ("win32", {}, "/home/a/AppData/Local/textlint/Cache", "/home/a/AppData/Local/textlint"),
        ("win32", NAMED, "/x/local/textlint/Cache", "/x/local/textlint"),
    ],
)
def test_folders(monkeypatch, system, named, cache, data):
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/a"))
    for variable in NAMED:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in named.items():
        monkeypatch.setenv(variable, value)
    assert (user_cache(), user_data()) == (Path(cache), Path(data))
