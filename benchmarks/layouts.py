"""The same text in the shapes that corpora come in, and texts made to be slow."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

FOLDER_BYTES = 1_000_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_files(texts: Iterable[str], folder: Path) -> list[Path]:
    """One file for each text, in folders of about a megabyte; returns the folders in order."""
    folders: list[Path] = []
    room = 0
    for at, text in enumerate(texts):
        if room <= 0:
            folders.append(folder / f"{len(folders):04}")
            folders[-1].mkdir(parents=True)
            room = FOLDER_BYTES
        room -= (folders[-1] / f"{at:06}.txt").write_bytes(text.encode())
    return folders


def records(texts: Iterable[str]) -> Iterator[bytes]:
    """Lines of JSON Lines with `id` and `text`."""
    for at, text in enumerate(texts):
        yield json.dumps({"id": at, "text": text}, ensure_ascii=False).encode() + b"\n"


def write_records(texts: Iterable[str], path: Path) -> float:
    """JSON Lines with `id` and `text`; returns the megabytes (10^6 bytes) written."""
    with path.open("wb") as file:
        return sum(map(file.write, records(texts))) / 1e6


def write_one(texts: Sequence[str], path: Path, megabytes: float) -> float:
    """One file of about that size at most; returns its megabytes."""
    return path.write_bytes("\n\n".join(texts).encode()[: int(megabytes * 1e6)].decode(errors="ignore").encode()) / 1e6


def megabytes_in(folders: Iterable[Path]) -> float:
    """The megabytes of all files in the folders."""
    return sum(path.stat().st_size for folder in folders for path in folder.iterdir()) / 1e6


def hostile(texts: Sequence[str], megabytes: float) -> dict[str, str]:
    """Texts of about that size on which a careless rule would be slow, by what they are made of."""
    size = int(megabytes * 1e6)
    unknown = " ".join(_words(random.Random(1), size // 8))
    made = {
        "one line": " ".join(text.replace("\n", " ") for text in texts),
        "quotation marks": "' \" " * (size // 4),
        "capital words": unknown.title(),
        "unknown words": unknown,
        "one character": "a" * size,
        "line ends": "\n" * size,
    }
    return {name: text[:size] for name, text in made.items()}


def _words(chance: random.Random, count: int) -> list[str]:
    letters = "".join(chance.choices(_LETTERS, k=7 * count))
    return [letters[at : at + 7] for at in range(0, len(letters), 7)]
