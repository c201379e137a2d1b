"""The folders of a user, where each system has them: XDG's Base Directory Specification, Apple's and Microsoft's."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache() -> Path:
    """Where textlint may keep what it can make again. Raises RuntimeError where there is no home."""
    if sys.platform == "win32":
        return _local() / "textlint" / "Cache"
    return _folder("XDG_CACHE_HOME", ".cache", "Library/Caches") / "textlint"


def user_data() -> Path:
    """Where textlint keeps what the user asked for. Raises RuntimeError where there is no home."""
    if sys.platform == "win32":
        return _local() / "textlint"
    return _folder("XDG_DATA_HOME", ".local/share", "Library/Application Support") / "textlint"


def _local() -> Path:
    named = os.environ.get("LOCALAPPDATA")
    return Path(named) if named else Path.home() / "AppData" / "Local"


def _folder(variable: str, usual: str, of_apple: str) -> Path:
    named = os.environ.get(variable, "").strip()
    if named:
        return Path(named)
    return Path.home() / (of_apple if sys.platform == "darwin" else usual)
