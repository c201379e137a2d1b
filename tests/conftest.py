"""What the tests share: a command line that runs inside the test, and a pack of rules known by heart."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from textlint.cli.main import main
from textlint.languagetool import server
from textlint.languagetool.install import installed

DEMO = Path(__file__).parent / "packs" / "demo"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def textlint(tmp_path, monkeypatch, capsys):
    """Runs the command line in an empty folder, where only the demo rules are selected."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    configure(tmp_path)

    def run(*argv: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([*map(str, argv)])
        return Ran(code, *capsys.readouterr())

    return run


def configure(folder: Path, more: str = "") -> None:
    (folder / "textlint.toml").write_text(f'packs = ["{DEMO.as_posix()}"]\nselect = ["DEM"]\n{more}', "utf-8")


@pytest.fixture(scope="session")
def languagetool_server():
    """Our own LanguageTool server, started if need be; it stays for the next run."""
    if not installed():
        pytest.skip("LanguageTool is not installed: run `textlint languagetool install`")
    return server.start()
