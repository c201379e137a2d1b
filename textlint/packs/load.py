"""Read rule packs into rules. What one file does wrong costs that file alone, and is said aloud."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textlint import __version__, cache
from textlint.diagnostic import Severity
from textlint.errors import PackError
from textlint.rule import Example, Match, Rule

if TYPE_CHECKING:
    from textlint.packs.schema import MatchTable, PackFile, RuleFile


class Packs(NamedTuple):
    """The rules of some packs, ordered by code, and what was wrong with the rest."""

    rules: tuple[Rule, ...]
    errors: tuple[PackError, ...] = ()


def load_packs(folders: Iterable[Path]) -> Packs:
    """All rules of the pack folders (each holds pack.toml, or folders that do).

    Validated packs are remembered in the cache, keyed by the content of TOML files and the size and time of lists.
    """
    packs = list(dict.fromkeys(pack.resolve() for folder in folders for pack in _pack_folders(folder)))
    contents = {path: path.read_bytes() for pack in packs for path in sorted(pack.glob("*.toml"))}
    lists = [line.encode("utf-8", "replace") for pack in packs for line in sorted(_lists(pack))]
    parts = (part for path, data in contents.items() for part in (str(path).encode("utf-8", "replace"), data))
    key = "rules-" + cache.content_key(__version__.encode(), *parts, *lists)
    stored = cache.load(key)
    if stored is not None:
        with suppress(ValueError, TypeError, KeyError):  # damaged, or written by another version
            return Packs(tuple(_rule_of(row) for row in json.loads(stored)))
    loaded = _without_clashes([_load_pack(pack, contents) for pack in packs])
    if not loaded.errors:
        cache.store(key, json.dumps(loaded.rules).encode())
    return loaded


def _pack_folders(folder: Path) -> list[Path]:
    if (folder / "pack.toml").is_file():
        return [folder]
    found = sorted(file.parent for file in folder.glob("*/pack.toml"))
    if not found:
        raise PackError(f"{folder}: no rule pack here: a pack is a folder with a pack.toml beside its rules")
    return found


def _lists(pack: Path) -> Iterator[str]:
    """The lists that `[match]` tables may name, each with its size and time: they are too long to read every time."""
    with suppress(OSError):
        for entry in os.scandir(pack / "data"):
            if entry.name.endswith((".txt", ".csv")):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _load_pack(pack: Path, contents: Mapping[Path, bytes]) -> Packs:
    from textlint.packs.schema import PackFile, RuleFile

    try:
        head = PackFile.model_validate(_toml(pack / "pack.toml", contents))
    except (PackError, ValueError) as error:
        return Packs((), (_explained(pack / "pack.toml", error, PackFile),))
    rules, errors = [], []
    for path in (path for path in contents if path.parent == pack):
        if path.name == "pack.toml":
            continue
        try:
            rules.append(_rule(path, RuleFile.model_validate(_toml(path, contents)), head))
        except (PackError, ValueError) as error:
            errors.append(_explained(path, error, RuleFile))
    return Packs(tuple(rules), tuple(errors))


def _without_clashes(packs: list[Packs]) -> Packs:
    """Join packs; of two rules with one code or name the later is refused."""
    taken: dict[str, Rule] = {}
    rules: list[Rule] = []
    errors = [error for pack in packs for error in pack.errors]
    for rule in (rule for pack in packs for rule in pack.rules):
        other = taken.get(rule.code) or taken.get(rule.name)
        if other is not None:
            errors.append(PackError(f"{rule.source}: {rule.code} ({rule.name}) is taken by {other.source}"))
            continue
        taken[rule.code] = taken[rule.name] = rule
        rules.append(rule)
    return Packs(tuple(sorted(rules, key=lambda rule: rule.code)), tuple(errors))


def _toml(path: Path, contents: Mapping[Path, bytes]) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(contents[path].decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: not valid TOML: {error}") from error


def _explained(path: Path, error: Exception, model: type[PackFile] | type[RuleFile]) -> PackError:
    from textlint.validation import explain_validation

    return error if isinstance(error, PackError) else PackError(explain_validation(str(path), error, model))


def _rule(path: Path, file: RuleFile, head: PackFile) -> Rule:
    if not file.code.startswith(head.prefix):
        raise PackError(f"{path}: code: {file.code} does not begin with its pack's prefix {head.prefix}")
    if file.name != path.stem:
        raise PackError(f"{path}: name: {file.name!r} is not the file's name {path.stem!r}")
    return Rule(
        code=file.code,
        name=file.name,
        family=path.parent.name,
        summary=file.summary,
        message=file.message,
        messages=file.messages,
        why=file.why,
        remedy=file.remedy,
        severity=Severity(file.severity),
        source=str(path),
        since=file.since,
        confidence=file.confidence,
        min_confidence=file.min_confidence,
        opt_in=file.opt_in,
        yields_to=file.yields_to,
        family_default=head.default,
        language=file.language or head.language,
        options=file.options,
        references=file.references,
        fires=tuple(Example(**example.model_dump()) for example in file.fires),
        silent=tuple(Example(**example.model_dump()) for example in file.silent),
        match=_match(path, file.match) if file.match else None,
        check=file.check,
        url=head.url,
    )


def _match(path: Path, table: MatchTable) -> Match:
    own = {field: getattr(table, field) for field in Match._fields}
    match = Match(**own)
    for kind in ("lines", "phrases", "words"):
        name = getattr(table, f"{kind}_file")
        if name:
            listed = tuple(row[0] for row in _rows(path, name))
            match = match._replace(**{kind: getattr(match, kind) + listed})
    if table.substitutions_file:
        listed_pairs = {row[0]: row[1] for row in _rows(path, table.substitutions_file, columns=2)}
        match = match._replace(substitutions={**listed_pairs, **match.substitutions})
    if table.aliases_file:
        groups = tuple(tuple(filter(None, row)) for row in _rows(path, table.aliases_file, columns=2))
        match = match._replace(aliases=match.aliases + groups)
    return match


def _rows(rule: Path, name: str, columns: int = 1) -> Iterator[list[str]]:
    """The rows of a list beside a rule: CSV with a header line, or one entry a line; `#` begins a comment line."""
    import csv

    path = rule.parent / "data" / name
    try:
        listed = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise PackError(f"{rule}: match: there is no data file {path}") from error
    filled = [line for line in listed if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(filled))[1:] if path.suffix == ".csv" else [[line.strip()] for line in filled]
    for row in rows:
        if len(row) < columns:
            raise PackError(f"{path}: {','.join(row)!r} has fewer than {columns} columns")
        yield row


def _rule_of(row: Sequence[Any]) -> Rule:
    """A rule from its cached form."""
    rule = Rule(*row)
    return rule._replace(
        severity=Severity(rule.severity),
        yields_to=tuple(rule.yields_to),
        references=tuple(rule.references),
        fires=tuple(_example_of(example) for example in rule.fires),
        silent=tuple(_example_of(example) for example in rule.silent),
        match=_match_of(rule.match) if rule.match else None,
    )


def _example_of(row: Sequence[Any]) -> Example:
    example = Example(*row)
    return example._replace(marks=tuple(example.marks))


def _match_of(row: Sequence[Any]) -> Match:
    match = Match(*row)
    return match._replace(aliases=tuple(map(tuple, match.aliases)))
