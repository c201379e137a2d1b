"""Options that say which settings hold, shared by the commands."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textlint.cli.parser import Parser, comma_separated, fraction
from textlint.config.layers import COMMAND_LINE, Layer, option_layer, path_ignores
from textlint.config.resolver import Resolver
from textlint.errors import UsageError

_KEYS = ("select", "extend-select", "ignore", "min-confidence", "text-field", "id-field")


def add_settings(parser: Parser) -> None:
    """Give a command the options that override configuration files."""
    group = parser.add_argument_group("rules")
    for option, what in (
        ("--select", "run only these rules: codes, prefixes of codes, names, or ALL"),
        ("--ignore", "leave these rules out"),
        ("--extend-select", "run these rules too"),
    ):
        group.add_argument(option, type=comma_separated, action="extend", metavar="RULES", help=what)
    group.add_argument(
        "--per-file-ignores",
        type=_path_and_rules,
        action="append",
        metavar="PATH:RULES",
        help="leave these rules out in the files of this pattern",
    )
    group.add_argument("--min-confidence", type=fraction, metavar="0..1", help="show what is at least this sure")
    group.add_argument("--pedantic", action="store_true", help="show everything: opt-in rules and doubtful findings")
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|KEY=VALUE",
        help="use this configuration file for everything, or set one key, in TOML",
    )
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    group = parser.add_argument_group("records")
    group.add_argument("--text-field", action="append", metavar="PATH", help="a field that holds text (dotted path)")
    group.add_argument("--id-field", metavar="PATH", help="the field that names a record (dotted path)")


def resolver_of(asked: argparse.Namespace) -> Resolver:
    """What gives the settings of a path under these options. Raises UsageError and ConfigError."""
    files = [written for written in asked.config if "=" not in written or Path(written).is_file()]
    assignments = [written for written in asked.config if written not in files]
    if len(files) > 1:
        raise UsageError(f"--config names {len(files)} files; one file holds for everything")
    for written in files:
        if not Path(written).is_file():
            raise UsageError(f"--config {written}: there is no such file; to set a key write KEY=VALUE")
    if files and asked.isolated:
        raise UsageError("--isolated reads no configuration file, and --config names one")
    layers = map(option_layer, assignments)
    config = Path(files[0]).absolute() if files else None
    return Resolver((*layers, Layer(_table(asked), COMMAND_LINE)), config, isolated=asked.isolated)


def _table(asked: argparse.Namespace) -> dict[str, Any]:
    """The options as keys of a configuration file."""
    table = {key: getattr(asked, key.replace("-", "_")) for key in _KEYS}
    if asked.pedantic:
        table["pedantic"] = True
    if asked.per_file_ignores:
        patterns: dict[str, list[str]] = defaultdict(list)
        for path, rules in asked.per_file_ignores:
            patterns[path] += rules
        table["per-file-ignores"] = path_ignores(patterns, COMMAND_LINE, Path.cwd())
    return {key: value for key, value in table.items() if value is not None}


def _path_and_rules(written: str) -> tuple[str, Sequence[str]]:
    path, _, rules = written.rpartition(":")
    if not path or not rules:
        raise argparse.ArgumentTypeError(f"{written!r} is not of the form PATH:RULES")
    return path, comma_separated(rules)
