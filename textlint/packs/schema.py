"""The form of rule packs: what `pack.toml` and a rule's file may hold. Validation names file, key and remedy."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

CODE = r"^[A-Z]{2,5}[0-9]{3}$"
NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class Strict(BaseModel):
    """A table that knows its keys: anything else in it is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class PackFile(Strict):
    """`pack.toml`: what the rules of a folder have in common."""

    family: str
    prefix: Annotated[str, Field(pattern=r"^[A-Z]{2,5}$")]
    summary: str
    language: str = "en"
    default: bool = True
    url: str | None = None


class ExampleTable(Strict):
    """`[[fires]]` or `[[silent]]`: a text with the exact strings that must be marked in it, in order."""

    text: Annotated[str, Field(min_length=1)]
    marks: tuple[str, ...] = ()
    fixed: str | None = None
    why: str = ""
    options: dict[str, Any] = {}
    filename: str = "text.txt"
    encoding: str = "utf-8"
    beside: tuple[str, ...] = ()


Patterns = TypeVar("Patterns", tuple[str, ...], dict[str, str])


class MatchTable(Strict):
    """`[match]`: what a rule without code looks for."""

    lines: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    substitutions: dict[str, str] = {}
    rewrites: dict[str, str] = {}
    aliases: tuple[Annotated[tuple[str, ...], Field(min_length=2)], ...] = ()
    lines_file: str | None = None
    phrases_file: str | None = None
    words_file: str | None = None
    substitutions_file: str | None = None
    aliases_file: str | None = None
    match_case: bool = False
    protected: bool = False
    fix: Literal["none", "remove", "replace"] = "none"
    safe: bool = False

    @field_validator("patterns", "rewrites")
    @classmethod
    def _patterns_compile(cls, patterns: Patterns) -> Patterns:
        templates: dict[str, str] = patterns if isinstance(patterns, dict) else {}
        for pattern in patterns:
            try:
                re.sub(pattern, templates.get(pattern, ""), "")
            except (re.error, IndexError) as error:
                raise ValueError(
                    f"{pattern!r} is not a regular expression, or its template is none: {error}"
                ) from error
        return patterns


class RuleFile(Strict):
    """One rule: `rules/<family>/<rule-name>.toml`."""

    code: Annotated[str, Field(pattern=CODE)]
    name: Annotated[str, Field(pattern=NAME)]
    summary: str
    message: str
    messages: dict[str, str] = {}
    why: str
    remedy: str
    severity: Literal["error", "warning", "info"] = "warning"
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.9
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    opt_in: bool = False
    yields_to: tuple[str, ...] = ()
    since: str
    language: str | None = None
    references: tuple[str, ...] = ()
    options: dict[str, Any] = {}
    match: MatchTable | None = None
    check: str | None = None
    fires: tuple[ExampleTable, ...] = ()
    silent: tuple[ExampleTable, ...] = ()

    @model_validator(mode="after")
    def _one_way_to_look(self) -> RuleFile:
        if self.match is not None and self.check is not None:
            raise ValueError("a rule has either a [match] table or a check, not both")
        return self
