"""A LanguageTool server of our own for the deep pass: install, start, stop, status."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from textlint.cli.main import CLEAN, FOUND
from textlint.cli.parser import Parser
from textlint.config.resolver import Resolver

if TYPE_CHECKING:
    from textlint.languagetool.server import Running


def add_arguments(parser: Parser) -> None:
    """The options of `textlint languagetool`."""
    parser.add_argument(
        "action",
        choices=("install", "start", "stop", "status"),
        help="install: fetch the jars with Maven; start: start the server and wait until it is warm; "
        "stop: stop the server that start began; status: say whether it runs (exit code 1 if not)",
    )
    parser.add_argument("--memory", default=None, metavar="SIZE", help="most memory of the Java heap (512m)")


def run(asked: argparse.Namespace) -> int:
    """Do it and say so; returns the exit code."""
    from textlint.languagetool import server
    from textlint.languagetool.install import install

    if asked.action == "install":
        print(install())
    elif asked.action == "start":
        memory = asked.memory or Resolver().of_folder(Path.cwd()).project.languagetool_memory
        print(_about(server.start(memory=memory)))
    elif asked.action == "stop":
        print("stopped" if server.stop() else "no server of ours runs")
    else:
        state = server.running()
        print(_about(state) if state else "no server of ours runs")
        return CLEAN if state else FOUND
    return CLEAN


def _about(state: Running) -> str:
    from textlint.languagetool import server

    return (
        f"LanguageTool {state.version} answers at {state.url} (pid {state.pid}, {server.memory_mb(state):.0f} MB; "
        f"log in {server.log_file()})"
    )
