"""The hook that we offer, run by pre-commit itself in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A git repository with a corpus, whose hooks are ours, run from this environment instead of one of their own."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text().replace("language: python", "language: system")
    config = "repos:\n  - repo: local\n    hooks:\n" + "".join(f"      {line}\n" for line in hooks.splitlines())
    (tmp_path / ".pre-commit-config.yaml").write_text(config)
    (tmp_path / "textlint.toml").write_text('select = ["ENC003"]\n')
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "good.txt").write_text("Salt and pepper.\n")
    (tmp_path / "README.md").write_text("Salt &amp;amp; pepper.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path.parent / "pre-commit"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    git("init", "--quiet")
    git("add", ".")
    return tmp_path


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_hook_installs_itself(repository):
    """pre-commit clones us and installs us in an environment of the hook's own."""
    (repository / "corpus" / "bad.txt").write_text("Salt &amp; pepper.\n")
    git("add", ".")
    command = [*PRE_COMMIT, "try-repo", str(ROOT), "textlint", "--all-files"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "corpus/bad.txt:1:6" in ran.stdout, ran.stdout + ran.stderr
    assert "exit code: 1" in ran.stdout


def git(*argv: str) -> None:
    subprocess.run(["git", *argv], check=True, capture_output=True)


def hook(name: str) -> subprocess.CompletedProcess:
    return subprocess.run([*PRE_COMMIT, "run", name, "--all-files"], capture_output=True, text=True, check=False)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_hook_passes_and_fails(repository):
    ran = hook("textlint")
    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout
    (repository / "corpus" / "bad.jsonl").write_text('{"id": 1, "text": "Salt &amp; pepper."}\n')
    git("add", ".")
    ran = hook("textlint")
    assert ran.returncode == 1
    assert "corpus/bad.jsonl:1:25 (record 1, text)" in ran.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_hook_has_nothing_to_say_of_the_repository_itself(repository):
    git("rm", "--quiet", "--cached", "-r", "corpus")
    assert hook("textlint").returncode == 0
