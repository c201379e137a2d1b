"""Show which settings hold for a path, and which file says so."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from textlint.cli.main import CLEAN, complain
from textlint.cli.parser import Parser
from textlint.cli.settings import add_settings, resolver_of
from textlint.config.settings import Settings, Suppression
from textlint.engine import Linter
from textlint.errors import UsageError
from textlint.output.visible import visible

_SHOWN = 8


def add_arguments(parser: Parser) -> None:
    """The options of `textlint config`."""
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help="a file or folder (default: here)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    add_settings(parser)


def run(asked: argparse.Namespace) -> int:
    """Print; returns the exit code."""
    path, resolver = Path(asked.path), resolver_of(asked)
    if not path.exists():
        raise UsageError(f"{asked.path}: there is no such file or folder")
    settings = resolver.of_folder(path.absolute()) if path.is_dir() else resolver(path)
    linter = Linter(settings)
    running = [rule.code for rule in linter.rules]
    values = {key: {"value": value, "origin": _origin(settings, key)} for key, value in values_of(settings).items()}
    if asked.output_format == "json":
        print(json.dumps({"path": asked.path, "settings": values, "running": running}, indent=2))
    else:
        for key, entry in values.items():
            print(f"{key} = {visible(_short(entry['value']))}  # {visible(entry['origin'])}")
        print(f"\n{len(running)} of {len(linter.all_rules)} rules run: {' '.join(running)}")
    codes = [complain(error) for error in linter.errors]
    return max(codes, default=CLEAN)


def values_of(settings: Settings) -> dict[str, Any]:
    """The settings as the keys of a configuration file, with plain values."""
    project = settings.project
    return {
        "select": list(settings.select),
        "extend-select": list(settings.extend_select),
        "ignore": list(settings.ignore),
        "per-file-ignores": {entry.path: list(entry.rules) for entry in settings.per_file_ignores},
        "severity": {rule: severity.value for rule, severity in settings.severity.items()},
        "rules": {rule: dict(values) for rule, values in settings.options.items()},
        "min-confidence": settings.min_confidence,
        "pedantic": settings.pedantic,
        "include": list(settings.include),
        "exclude": list(settings.exclude),
        "words": sorted(project.words),
        "dialect": project.dialect,
        "names.prefer": list(project.prefer_names),
        "names.style": project.name_style,
        "languagetool.server": project.languagetool_url,
        "languagetool.autostart": project.languagetool_autostart,
        "languagetool.memory": project.languagetool_memory,
        "text-field": list(settings.text_fields),
        "id-field": settings.id_field,
        "packs": [str(pack) for pack in settings.packs],
        "output-format": settings.output_format,
        "suppress": [_entry(entry) for entry in settings.suppressions],
    }


def _origin(settings: Settings, key: str) -> str:
    table = key.partition(".")[0]
    return settings.origins.get(table, "default")


def _entry(entry: Suppression) -> dict[str, Any]:
    values = {"path": entry.path, "rule": list(entry.rules), "record": entry.record, "text": entry.text}
    return {key: value for key, value in (*values.items(), ("reason", entry.reason)) if value not in (None, "")}


def _short(value: object) -> str:
    """A value on one line; of a long list the first few."""
    if value is None:
        return "(not set)"
    if isinstance(value, list) and len(value) > _SHOWN:
        return f"{_short(value[:_SHOWN])[:-1]}, ... {len(value) - _SHOWN:,} more]"
    return json.dumps(value, ensure_ascii=False)
