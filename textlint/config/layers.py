"""Layers of configuration, a file and the command line, and how they make one Settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple

from textlint.config.discovery import read_table, shown_path
from textlint.config.settings import Settings, Suppression
from textlint.diagnostic import Severity
from textlint.errors import ConfigError, UsageError
from textlint.text import Project

COMMAND_LINE = "command line"
_ADDED = ("extend-select", "ignore", "exclude", "words", "packs", "per-file-ignores", "suppress")
_MERGED = ("severity", "rules", "names", "languagetool")
_SUPPRESS_HEADER = re.compile(r"^[ \t]*\[\[(?:tool\.textlint\.)?suppress\]\]", re.MULTILINE)


class Layer(NamedTuple):
    """Valid keys and values from one origin: a configuration file, by its name, or the command line."""

    table: Mapping[str, Any]
    origin: str = COMMAND_LINE


def file_layer(path: Path, root: Path) -> Layer:
    """A configuration file as a layer; its patterns are relative to `root`. Raises ConfigError."""
    origin = shown_path(path)
    table = _validated(read_table(path), origin)
    return Layer(_objects(table, path, root, origin), origin)


def option_layer(assignment: str) -> Layer:
    """`KEY=VALUE` in TOML from the command line as a layer. Raises UsageError and ConfigError."""
    import tomllib

    try:
        table = tomllib.loads(assignment)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"--config {assignment}: neither a file nor KEY=VALUE in TOML: {error}") from error
    return Layer(_objects(_validated(table, "--config"), Path.cwd() / "--config", Path.cwd(), COMMAND_LINE))


def settings_of(layers: Iterable[Layer], root: Path) -> Settings:
    """The settings that the layers make together, later ones before earlier ones.

    Lists that only add (ignore, words, exclude ...) grow; a layer that selects rules anew drops what earlier ones
    selected and ignored.
    """
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        if "select" in layer.table:
            for key in ("select", "extend-select", "ignore"):
                merged.pop(key, None)
                origins.pop(key, None)
        for key, value in layer.table.items():
            grows = key in merged and key in (*_ADDED, *_MERGED)
            merged[key] = _added(merged[key], value) if grows else value
            origins[key] = f"{origins[key]}, {layer.origin}" if grows else layer.origin
    return _settings(merged, origins, root)


def path_ignores(patterns: Mapping[str, Iterable[str]], origin: str, root: Path) -> tuple[Suppression, ...]:
    """`per-file-ignores` as suppressions."""
    return tuple(Suppression(tuple(rules), root, path, origin=origin) for path, rules in patterns.items())


def _added(before: Any, value: Any) -> Any:  # noqa: ANN401 - values of every key pass here
    if not isinstance(value, Mapping):
        return (*before, *value)
    inner = {key: _added(before[key], table) for key, table in value.items() if isinstance(before.get(key), Mapping)}
    return {**before, **value, **inner}


def _validated(table: Mapping[str, Any], place: str) -> dict[str, Any]:
    from pydantic import ValidationError

    from textlint.config.schema import ConfigFile
    from textlint.validation import explain_validation

    try:
        model = ConfigFile.model_validate(table)
    except ValidationError as error:
        raise ConfigError(explain_validation(place, error, ConfigFile)) from error
    return model.model_dump(by_alias=True, exclude_unset=True)


def _objects(table: dict[str, Any], path: Path, root: Path, origin: str) -> dict[str, Any]:
    """The table with its paths made absolute, its words file read, and its suppressions as objects."""
    if "packs" in table:
        table["packs"] = tuple((path.parent / pack).resolve() for pack in table["packs"])
    if "words-file" in table:
        table["words"] = (*table.get("words", ()), *_words(path.parent / table["words-file"], origin))
    if "per-file-ignores" in table:
        table["per-file-ignores"] = path_ignores(table["per-file-ignores"], origin, root)
    if "suppress" in table:
        rows = _suppress_rows(path)
        entries: list[dict[str, Any]] = list(table["suppress"])
        table["suppress"] = tuple(
            Suppression(rules=entry.pop("rule"), root=root, origin=origin, row=row, **entry)
            for entry, row in zip(entries, chain(rows, repeat(1)), strict=False)
        )
    return table


def _words(path: Path, origin: str) -> list[str]:
    """One word a line; `#` begins a comment line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{origin}: words-file: cannot read {path}: {error}") from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _suppress_rows(path: Path) -> list[int]:
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8-sig")
    return [text.count("\n", 0, header.start()) + 1 for header in _SUPPRESS_HEADER.finditer(text)]


def _settings(merged: Mapping[str, Any], origins: Mapping[str, str], root: Path) -> Settings:
    names, deep = merged.get("names", {}), merged.get("languagetool", {})
    return Settings(
        select=tuple(merged.get("select", ())),
        extend_select=(*merged.get("extend-select", ()), *(("LTG",) if deep.get("enabled") else ())),
        ignore=tuple(merged.get("ignore", ())),
        severity={rule: Severity(level) for rule, level in merged.get("severity", {}).items()},
        options=merged.get("rules", {}),
        min_confidence=merged.get("min-confidence"),
        pedantic=merged.get("pedantic", False),
        project=Project(
            words=frozenset(merged.get("words", ())),
            dialect=merged.get("dialect", "en"),
            prefer_names=tuple(names.get("prefer", ())),
            name_style=names.get("style"),
            languagetool_url=deep.get("server"),
            languagetool_autostart=deep.get("autostart", False),
            languagetool_memory=deep.get("memory", "512m"),
        ),
        packs=tuple(merged.get("packs", ())),
        per_file_ignores=tuple(merged.get("per-file-ignores", ())),
        suppressions=tuple(merged.get("suppress", ())),
        include=tuple(merged.get("include", ())),
        exclude=tuple(merged.get("exclude", ())),
        text_fields=tuple(merged.get("text-field", ("text",))),
        id_field=merged.get("id-field", "id"),
        output_format=merged.get("output-format", "full"),
        root=root,
        origins=origins,
    )
