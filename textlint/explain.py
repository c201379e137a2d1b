"""A rule explained from its file: for the terminal, the documentation, editors and tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textlint.output.visible import visible
from textlint.rule import Example, Rule


def has_fix(rule: Rule) -> bool:
    """Whether the rule mends what it finds, as its own examples show."""
    return any(example.fixed is not None for example in rule.fires)


def as_table(rule: Rule) -> dict[str, Any]:
    """The rule as an object of plain values."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "message": rule.message,
        "messages": dict(rule.messages),
        "why": rule.why,
        "remedy": rule.remedy,
        "severity": rule.severity.value,
        "confidence": rule.confidence,
        "min_confidence": rule.min_confidence,
        "default": runs_by_default(rule),
        "fixable": has_fix(rule),
        "language": rule.language,
        "since": rule.since,
        "options": dict(rule.options),
        "references": list(rule.references),
        "fires": [example._asdict() for example in rule.fires],
        "silent": [{"text": example.text, "why": example.why} for example in rule.silent],
        "url": rule.url,
        "source": "/".join(Path(rule.source).parts[-2:]),
    }


def runs_by_default(rule: Rule) -> bool:
    """Whether the rule runs where nothing is selected."""
    return rule.family_default and not rule.opt_in


def as_markdown(rule: Rule) -> str:
    """The rule as a page of Markdown."""
    return "\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.name} ({rule.code})", "", rule.summary + ".", "")
    yield from (f"{' · '.join(_facts(rule))}", "")
    yield from ("## What it says", "")
    yield from (f"> {message}" for message in (rule.message, *rule.messages.values()) if message)
    yield from ("", "## Why", "", rule.why, "", "## What to do", "", rule.remedy, "")
    if rule.options:
        yield from ("## Options", "")
        yield from (f"- `{name}` (default `{json.dumps(value)}`)" for name, value in rule.options.items())
        yield ""
    yield from ("## Examples", "", "Found:", "")
    for example in rule.fires:
        yield from _example(example)
    yield from ("Left alone:", "")
    for example in rule.silent:
        yield from _example(example)
    if rule.references:
        yield from ("## References", "")
        yield from (f"- {reference}" for reference in rule.references)


def _facts(rule: Rule) -> Iterator[str]:
    yield f"{rule.family} family"
    yield rule.severity.value
    yield "runs by default" if runs_by_default(rule) else "runs only when named"
    if has_fix(rule):
        yield "has fixes"
    if rule.since:
        yield f"since {rule.since}"


def _example(example: Example) -> Iterator[str]:
    yield "```text"
    yield from map(visible, example.text.strip("\n").split("\n"))
    yield "```"
    if example.marks:
        yield f"Marked: {', '.join(f'`{visible(mark)}`' for mark in example.marks)}"
    if example.fixed is not None:
        yield f"Fixed: `{visible(example.fixed)}`"
    if example.why:
        yield f"Because: {example.why}"
    yield ""
