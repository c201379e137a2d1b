"""Text for the speed benchmarks: real sentences in new order, with names minted as the text grows.

The sentences come from the npm package nlp-corpus (MIT, web text), fetched with the machine's npm, or where there is
none from the project's own documentation. A share of the capitalised words is replaced by names that did not occur
before, so that the vocabulary keeps growing with the length of the text as it does in a real corpus; no document
occurs twice.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

PACKAGE = "nlp-corpus@4.4.0"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_SYLLABLES = """
ba be bor da del den fa fel gar ha hel jo kar kol la lin ma mar mel na nor pa per ra ros sa sel ta tor va vin
""".split()
_MINTED_SHARE = 0.08
_DOCUMENT_BYTES = (2_000, 18_000)
_PARAGRAPH_SENTENCES = (2, 7)


def sentences(work: Path | None) -> list[str]:
    """Distinct sentences of the npm package, or of the documentation where it cannot be had or there is no folder."""
    fetched = _fetch(work) if work else None
    if fetched is None:
        own = Path(__file__).parent.parent
        prose = " ".join(path.read_text("utf-8") for path in [*own.glob("*.md"), *own.glob("docs/*.md")])
        return re.findall(r"[A-Z][^.!?|`#\n]{20,200}[.!?]", prose)
    found: dict[str, None] = {}
    for path in sorted(fetched.glob("package/builds/*.json")):
        found.update(dict.fromkeys(text for text in _strings(json.loads(path.read_text("utf-8"))) if len(text) < 600))
    return list(found)


def documents(source: Sequence[str], megabytes: float, seed: int = 1) -> Iterator[str]:
    """Documents of 2 to 18 KB, in paragraphs, until there are so many megabytes (10^6 bytes of UTF-8)."""
    chance = random.Random(seed)
    left = megabytes * 1e6
    while left > 0:
        size = chance.uniform(*_DOCUMENT_BYTES)
        text = _document(source, chance, min(size, left + 500))
        left -= len(text.encode())
        yield text


def _document(source: Sequence[str], chance: random.Random, size: float) -> str:
    paragraphs, length = [], 0
    while length < size:
        paragraph = " ".join(chance.choices(source, k=chance.randint(*_PARAGRAPH_SENTENCES)))
        paragraphs.append(_NAME.sub(lambda name: _perhaps_minted(name[0], chance), paragraph))
        length += len(paragraph) + 1
    return "\n".join(paragraphs)


def _perhaps_minted(name: str, chance: random.Random) -> str:
    if chance.random() > _MINTED_SHARE:
        return name
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()


def _fetch(work: Path) -> Path | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    done = subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    folder = work / "nlp-corpus"
    with tarfile.open(work / done.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str) and len(node) > 20:
        yield node
    elif isinstance(node, list | dict):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _strings(inner)
