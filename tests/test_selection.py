from __future__ import annotations

import pytest

from textlint.diagnostic import Severity
from textlint.errors import UsageError
from textlint.rule import Rule
from textlint.selection import select_rules

PLAIN = Rule(
    code="AAA001", name="first-thing", family="a", summary="", message="", why="", remedy="",
    severity=Severity.WARNING, source="",
)  # fmt: skip
RULES = [
    PLAIN,
    PLAIN._replace(code="AAA002", name="second-thing", opt_in=True),
    PLAIN._replace(code="BBB001", name="deep-thing", family="b", family_default=False),
    PLAIN._replace(code="BBB002", name="deeper-thing", family="b", family_default=False),
]


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "pedantic", "expected"),
    [
        ([], [], [], False, ["AAA001"]),
        ([], [], [], True, ["AAA001", "AAA002"]),
        (["AAA"], [], [], False, ["AAA001"]),
        (["AAA"], [], [], True, ["AAA001", "AAA002"]),
        (["AAA002"], [], [], False, ["AAA002"]),
        (["second-thing"], [], [], False, ["AAA002"]),
        (["BBB"], [], [], False, ["BBB001", "BBB002"]),
        (["BBB"], [], ["BBB002"], False, ["BBB001"]),
        ([], ["BBB001"], [], False, ["AAA001", "BBB001"]),
        ([], [], ["AAA"], False, []),
        (["AAA001"], [], ["AAA"], False, ["AAA001"]),
        (["AAA"], [], ["AAA"], False, []),
        (["ALL"], [], [], False, ["AAA001", "AAA002", "BBB001", "BBB002"]),
        (["ALL"], [], ["BBB", "first-thing"], False, ["AAA002"]),
    ],
)
def test_selectors(select, extend, ignore, pedantic, expected):
    chosen = select_rules(RULES, select, extend, ignore, pedantic=pedantic)
    assert [rule.code for rule in chosen] == expected


def test_selector_without_a_rule_is_an_error():
    with pytest.raises(UsageError, match='no rule "CCC"'):
        select_rules(RULES, ["CCC"], [], [])
