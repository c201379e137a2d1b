"""The form of `textlint.toml` and of `[tool.textlint]` in pyproject.toml. Validation names file, key and remedy."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from textlint.output import FORMATS
from textlint.packs import data_path
from textlint.packs.schema import Strict

Dialect = Literal["en", "en-AU", "en-CA", "en-GB", "en-IE", "en-NZ", "en-US", "en-ZA"]
Fraction = Annotated[float, Field(ge=0, le=1)]


def _listed(value: object) -> object:
    if isinstance(value, str):
        raise ValueError(f'a list is expected, as in ["{value}"]')
    return value


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _known_format(value: object) -> object:
    if value not in FORMATS:
        raise ValueError(f"{value!r} is not an output format; these are: {', '.join(FORMATS)}")
    return value


def _pattern(value: str) -> str:
    from textlint.inputs.ignore import is_pattern

    if not is_pattern(value):
        raise ValueError(f"{value!r} is not a pattern as in .gitignore")
    return value


def _known_style(value: object) -> object:
    styles = sorted(path.stem for path in data_path("names", "styles").glob("*.csv"))
    if value is not None and value not in styles:
        raise ValueError(f"{value!r} is not a style; these are: {', '.join(styles)}")
    return value


Strings = Annotated[tuple[str, ...], BeforeValidator(_listed)]
StringOrStrings = Annotated[tuple[str, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Patterns = Annotated[tuple[Pattern, ...], BeforeValidator(_listed)]


class NamesTable(Strict):
    """`[names]`: the forms of names that the project wants."""

    prefer: Strings = ()
    style: Annotated[str | None, BeforeValidator(_known_style)] = None


class LanguageToolTable(Strict):
    """`[languagetool]`: the deep pass. `enabled` selects its rules beside the others."""

    enabled: bool = False
    server: Annotated[str, Field(pattern=r"^https?://")] | None = None
    autostart: bool = False
    memory: Annotated[str, Field(pattern=r"^[0-9]+[mMgG]$")] = "512m"


class SuppressTable(Strict):
    """`[[suppress]]`: a finding that has been looked at and may stay."""

    path: Pattern = "**"
    rule: StringOrStrings
    record: str | int | None = None
    text: str | None = None
    reason: str = ""


class ConfigFile(Strict):
    """A configuration file."""

    select: Strings = ()
    extend_select: Strings = ()
    ignore: Strings = ()
    per_file_ignores: dict[Pattern, Strings] = Field(default_factory=dict)
    severity: dict[str, Literal["error", "warning", "info"]] = Field(default_factory=dict)
    rules: dict[str, dict[str, Any]] = Field(default_factory=dict)
    min_confidence: Fraction | None = None
    pedantic: bool = False
    include: Patterns = ()
    exclude: Patterns = ()
    words: Strings = ()
    words_file: str | None = None
    dialect: Dialect = "en"
    names: NamesTable = NamesTable()
    languagetool: LanguageToolTable = LanguageToolTable()
    text_field: StringOrStrings = ("text",)
    id_field: str = "id"
    packs: Strings = ()
    output_format: Annotated[str, BeforeValidator(_known_format)] = "full"
    suppress: tuple[SuppressTable, ...] = ()
