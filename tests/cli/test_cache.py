"""The cache is an aid: without it, and with a damaged one, runs end the same."""

from __future__ import annotations

import pytest

from textlint.cache import cache_folder


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of the test's own."""
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("TEXTLINT_NO_CACHE", "")
    cache_folder.cache_clear()
    yield tmp_path / "cache"
    cache_folder.cache_clear()


def test_switched_off_by_the_environment_nothing_is_written(textlint, tmp_path, cache, monkeypatch):
    monkeypatch.setenv("TEXTLINT_NO_CACHE", "1")
    cache_folder.cache_clear()
    (tmp_path / "a.txt").write_text("Teh mill.")
    assert textlint("check", "a.txt").code == 1
    assert not cache.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_no_cache_keeps_no_results_and_still_compiles_once(textlint, tmp_path, cache):
    (tmp_path / "a.txt").write_text("Teh mill.")
    assert textlint("check", "a.txt", "--no-cache").code == 1
    assert list(cache.iterdir())
    assert not (tmp_path / ".textlint_cache").exists()


@pytest.mark.parametrize("damage", [b"", b"{", b'[{"code": "DEM001"}]', b"[1]"])
def test_a_damaged_cache_is_compiled_anew(textlint, tmp_path, cache, damage):
    (tmp_path / "a.txt").write_text("Teh mill.")
    whole = textlint("check", "a.txt")
    for path in cache.iterdir():
        path.write_bytes(damage)
    assert textlint("check", "a.txt") == whole
