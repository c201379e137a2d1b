from __future__ import annotations

import json
import os
import subprocess
import sys

import psutil
import pytest

from textlint.languagetool import server
from textlint.languagetool.install import jars

NEW_JAVA = "echo 'openjdk version \"21.0.1\"' >&2"
OLD_JAVA = "echo 'java version \"1.8.0\"' >&2"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine on which only the given commands exist, each a line of shell."""
    tools = tmp_path / "bin"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setenv("TEXTLINT_LANGUAGETOOL_HOME", str(tmp_path / "home"))

    def with_tools(**commands: str) -> None:
        for name, line in commands.items():
            (tools / name).write_text(f"#!/bin/sh\n{line}\n")
            (tools / name).chmod(0o755)

    return with_tools


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins for java and mvn are shell scripts")
@pytest.mark.parametrize(
    ("tools", "action", "said"),
    [
        ({}, "install", "LanguageTool needs Java 17 or later: install a JDK, or point at a running server"),
        ({"java": OLD_JAVA}, "install", "too old for LanguageTool"),
        ({"java": NEW_JAVA}, "install", "needs Maven (the command mvn): install it"),
        ({"java": NEW_JAVA, "mvn": "echo '[ERROR] no route'; exit 1"}, "install", "[ERROR] no route; try again"),
        ({"java": NEW_JAVA}, "start", "run `textlint languagetool install` first"),
    ],
)
def test_what_is_missing_is_said_with_a_remedy(machine, textlint, tools, action, said):
    machine(**tools)
    ran = textlint("languagetool", action)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for java is a shell script")
def test_a_server_that_dies_is_told_with_its_last_words(machine, textlint):
    machine(java='case "$1" in -version) ' + NEW_JAVA + ";; *) echo 'no memory for a heap'; exit 1;; esac")
    jars().mkdir(parents=True)
    (jars() / ".complete").touch()
    ran = textlint("languagetool", "start")
    assert ran.code == 2
    assert "died at its start: no memory for a heap" in ran.err
    assert server.running() is None


def test_status_and_stop_without_a_server(machine, textlint):
    assert textlint("languagetool", "status").code == 1
    assert textlint("languagetool", "stop").out == "no server of ours runs\n"


def test_a_process_that_took_over_the_pid_is_left_alone(machine, tmp_path):
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (tmp_path / "home").mkdir()
        started = psutil.Process(other.pid).create_time() - 100
        state = {"pid": other.pid, "created": started, "port": 1, "version": "6.8"}
        (tmp_path / "home" / "server.json").write_text(json.dumps(state))
        assert server.stop() is False
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


@pytest.mark.languagetool
def test_start_is_idempotent_and_the_server_says_its_version(languagetool_server):
    assert server.start() == languagetool_server
    assert server.version_at(languagetool_server.url) == languagetool_server.version
    assert server.memory_mb(languagetool_server) < 1500
