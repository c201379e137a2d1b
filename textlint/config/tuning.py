"""What the configuration says of single rules: severities and options, held against what the rules declare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from textlint.diagnostic import Severity
from textlint.errors import ConfigError
from textlint.hints import did_you_mean
from textlint.rule import Rule
from textlint.selection import Selector, names_of

_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    tuple: "a list",
}


def severities(rules: Sequence[Rule], asked: Mapping[str, Severity], origin: str) -> dict[str, Severity]:
    """The severity of every rule, by code: the most exact selector decides. Raises ConfigError for an unknown one."""
    refuse_unknown(rules, asked, f"{origin}: severity")
    return {rule.code: asked[best] if (best := _best(asked, rule)) else rule.severity for rule in rules}


def options(rules: Sequence[Rule], asked: Mapping[str, Mapping[str, Any]], origin: str) -> dict[str, dict[str, Any]]:
    """The options of every rule, by code: its own defaults under the configuration's values.

    Raises ConfigError for a rule or an option that does not exist, or a value of another kind than the default's.
    """
    for named, values in asked.items():
        rule = next((rule for rule in rules if named in (rule.code, rule.name)), None)
        if rule is None:
            hint = did_you_mean(named, names_of(rules))
            raise ConfigError(f'{origin}: rules.{named}: there is no rule "{named}"{hint}')
        for option, value in values.items():
            _check_option(f"{origin}: rules.{named}", rule, option, value)
    return {rule.code: {**rule.options, **asked.get(rule.name, {}), **asked.get(rule.code, {})} for rule in rules}


def _check_option(place: str, rule: Rule, option: str, value: object) -> None:
    if option not in rule.options:
        listed = ", ".join(rule.options) or "none"
        remedy = did_you_mean(option, rule.options) or f"; its options are: {listed}"
        raise ConfigError(f'{place}: {rule.code} has no option "{option}"{remedy}')
    default = rule.options[option]
    if _kind(value) != _kind(default):
        raise ConfigError(f"{place}.{option}: {_kind(default)} is expected, as in {option} = {default!r}")


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a table")


def _best(asked: Iterable[str], rule: Rule) -> str | None:
    strengths = {written: Selector(written).strength(rule) for written in asked}
    best = max(strengths, key=lambda written: strengths[written], default=None)
    return best if best is not None and strengths[best] else None


def refuse_unknown(rules: Sequence[Rule], asked: Iterable[str], place: str) -> None:
    """Raise ConfigError for a selector that means no rule; `place` is the key that holds it, after its file."""
    for written in asked:
        if rules and not any(Selector(written).strength(rule) for rule in rules):
            raise ConfigError(f'{place}: there is no rule "{written}"{did_you_mean(written, names_of(rules))}')
