"""A store of compiled data, keyed by content: safe with two writers, a killed run, and no place to write.

Entries are only an aid: whatever cannot be read or written is computed again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

_OFF = "TEXTLINT_NO_CACHE"


def is_on() -> bool:
    """Whether anything may be remembered from run to run."""
    return not os.environ.get(_OFF)


@cache
def cache_folder() -> Path | None:
    """The folder of compiled data: `TEXTLINT_CACHE_DIR`, else the user's cache folder.

    None where there is no home, and where the cache is switched off.
    """
    if not is_on():
        return None
    named = os.environ.get("TEXTLINT_CACHE_DIR")
    if named:
        return Path(named)
    import platformdirs

    try:
        return Path(platformdirs.user_cache_dir("textlint", appauthor=False))
    except (RuntimeError, OSError):
        return None


def content_key(*parts: bytes) -> str:
    """A file name that stands for the parts' content; each part's length counts, so parts cannot run together."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def load(key: str) -> bytes | None:
    """What was stored under the key, None where nothing can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return (folder / key).read_bytes()
    except OSError:
        return None


def store(key: str, data: bytes) -> None:
    """Remember data under the key; a reader sees all of it or none."""
    folder = cache_folder()
    if folder is None:
        return
    import tempfile

    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(folder / key)
        except OSError:
            Path(name).unlink(missing_ok=True)
