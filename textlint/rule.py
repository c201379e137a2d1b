"""A rule, as its file describes it, and a finding, as its check yields it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from textlint.diagnostic import Fix, Related, Severity
from textlint.text import Span


class Finding:
    """What a check yields: a span and the facts that the rule's message template names.

    `variant` picks another template from the rule's `[messages]`; `confidence` overrides the rule's own.
    """

    __slots__ = ("confidence", "facts", "fix", "related", "span", "suggestions", "variant")

    def __init__(
        self,
        start: int,
        end: int,
        *,
        confidence: float | None = None,
        suggestions: tuple[str, ...] = (),
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
        variant: str | None = None,
        **facts: object,
    ) -> None:
        self.span = Span(start, end)
        self.confidence = confidence
        self.suggestions = suggestions
        self.fix = fix
        self.related = related
        self.variant = variant
        self.facts = facts


Check = Callable[..., Iterable[Finding]]
"""A check: a function of a Document, or of a Document and the rule's options."""


class Example(NamedTuple):
    """A text of a rule's own file: the exact strings that must be marked in it (none: it must stay silent).

    `filename` tells how the text is read and `encoding` what its bytes are in, `beside` names other rules that run on
    it.
    """

    text: str
    marks: tuple[str, ...] = ()
    fixed: str | None = None
    why: str = ""
    options: Mapping[str, Any] = {}
    filename: str = "text.txt"
    encoding: str = "utf-8"
    beside: tuple[str, ...] = ()


class Match(NamedTuple):
    """What a rule without code looks for. See docs/writing-rules.md for each field."""

    lines: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    substitutions: Mapping[str, str] = {}
    rewrites: Mapping[str, str] = {}
    aliases: tuple[tuple[str, ...], ...] = ()
    match_case: bool = False
    protected: bool = False
    fix: str = "none"
    safe: bool = False


class Rule(NamedTuple):
    """All that is known of a rule; its one source is its file in a rule pack."""

    code: str
    name: str
    family: str
    summary: str
    message: str
    why: str
    remedy: str
    severity: Severity
    source: str
    since: str = ""
    confidence: float = 0.9
    min_confidence: float = 0.0
    opt_in: bool = False
    yields_to: tuple[str, ...] = ()
    family_default: bool = True
    language: str = "en"
    messages: Mapping[str, str] = {}
    options: Mapping[str, Any] = {}
    references: tuple[str, ...] = ()
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    match: Match | None = None
    check: str | None = None
    url: str | None = None
