"""Explain a rule from its file, or list all rules."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from textlint.cli.main import CLEAN, complain
from textlint.cli.parser import Parser
from textlint.config.resolver import Resolver
from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.errors import UsageError
from textlint.explain import as_markdown, as_table, has_fix, runs_by_default
from textlint.hints import did_you_mean
from textlint.output.visible import visible
from textlint.rule import Rule
from textlint.selection import names_of


def add_arguments(parser: Parser) -> None:
    """The options of `textlint rule`."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="the rule to explain")
    parser.add_argument("--all", action="store_true", help="every rule")
    parser.add_argument("--output-format", choices=("text", "json"), default="text")


def run(asked: argparse.Namespace) -> int:
    """Print; returns the exit code, which tells of rules that could not be read."""
    if asked.all == bool(asked.rule):
        raise UsageError("name a rule, or give --all for every rule (see `textlint rule --help`)")
    linter = Linter(Settings(packs=Resolver().of_folder(Path.cwd()).packs))
    rules = linter.all_rules if asked.all else [find_rule(asked.rule, linter.all_rules)]
    if asked.output_format == "json":
        tables = [as_table(rule) for rule in rules]
        print(json.dumps(tables if asked.all else tables[0], indent=2))
    elif asked.all:
        _print_list(rules)
    else:
        print(as_markdown(rules[0]), end="")
    codes = [complain(error) for error in linter.errors]
    return max(codes, default=CLEAN)


def find_rule(named: str, rules: Sequence[Rule]) -> Rule:
    """The rule of a code or name, in any case. Raises UsageError."""
    for rule in rules:
        if named.lower() in (rule.code.lower(), rule.name):
            return rule
    hint = did_you_mean(named, names_of(rules)) or "; `textlint rule --all` lists the rules"
    raise UsageError(f'there is no rule "{named}"{hint}')


def _print_list(rules: Sequence[Rule]) -> None:
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        marks = ("+" if runs_by_default(rule) else " ") + ("*" if has_fix(rule) else " ")
        print(f"{rule.code}  {rule.name:{width}}  {marks}  {visible(rule.summary)}")
    print("\n+ runs by default   * has fixes")
