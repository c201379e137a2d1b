"""Which rules run: selectors are codes, prefixes of codes, rule names, or ALL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textlint.errors import UsageError
from textlint.hints import did_you_mean
from textlint.rule import Rule


class Selector(NamedTuple):
    """One selector as written; the more exactly it names a rule, the stronger it is."""

    written: str

    def strength(self, rule: Rule) -> int:
        """How exactly this selector means the rule: 0 not at all, 100 by its full code or name."""
        if self.written in (rule.code, rule.name):
            return 100
        if self.written == "ALL":
            return 1
        return 1 + len(self.written) if self.written and rule.code.startswith(self.written) else 0


def select_rules(
    rules: Sequence[Rule],
    select: Iterable[str],
    extend: Iterable[str],
    ignore: Iterable[str],
    *,
    pedantic: bool = False,
) -> list[Rule]:
    """The rules that run.

    Without `select`, the default rules run. A prefix selects the rules of its family but the opt-in ones, which need
    their full code or name, `ALL`, or `pedantic`. Between select and ignore the more exact selector wins; on a tie,
    ignore does. Raises UsageError for a selector that means no rule.
    """
    chosen, extended, ignored = ([Selector(written) for written in group] for group in (select, extend, ignore))
    for selector in (*chosen, *extended, *ignored):
        if rules and not any(selector.strength(rule) for rule in rules):
            hint = did_you_mean(selector.written, names_of(rules)) or "; `textlint rule --all` lists the rules"
            raise UsageError(f'there is no rule "{selector.written}"{hint}')
    return [rule for rule in rules if _wanted(rule, chosen, extended, pedantic) > _strength(ignored, rule)]


def names_of(rules: Iterable[Rule]) -> list[str]:
    """The codes and names of some rules: what a selector may say."""
    return [name for rule in rules for name in (rule.code, rule.name)]


def _wanted(rule: Rule, chosen: Sequence[Selector], extended: Sequence[Selector], pedantic: bool) -> int:
    asked = _strength((*chosen, *extended), rule)
    by_default = 1 if not chosen and rule.family_default else 0
    if rule.opt_in and not pedantic and asked not in (1, 100):
        return 0
    if rule.opt_in and not pedantic:
        return asked
    return max(asked, by_default)


def _strength(selectors: Iterable[Selector], rule: Rule) -> int:
    return max((selector.strength(rule) for selector in selectors), default=0)
