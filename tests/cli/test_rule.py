"""`textlint rule`: a rule explained from its file."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize("named", ["DEM001", "dem001", "known-slip"])
def test_one_rule(textlint, named):
    ran = textlint("rule", named)
    assert (ran.code, ran.err) == (0, "")
    for said in ("# known-slip (DEM001)", "Slips distract.", "Write the word as it is meant.", "Marked: `Teh`, `wiht`"):
        assert said in ran.out


def test_one_rule_as_json(textlint):
    rule = json.loads(textlint("rule", "DEM001", "--output-format", "json").out)
    assert (rule["code"], rule["name"], rule["severity"]) == ("DEM001", "known-slip", "error")
    assert (rule["fixable"], rule["default"]) == (True, True)
    assert rule["fires"][0]["marks"] == ["Teh", "wiht"]


def test_all_rules(textlint):
    listed = textlint("rule", "--all").out
    assert "DEM001  known-slip" in listed
    rules = json.loads(textlint("rule", "--all", "--output-format", "json").out)
    assert [rule["code"] for rule in rules] == sorted(rule["code"] for rule in rules)
    assert {rule["code"]: rule["default"] for rule in rules}["DEM003"] is False
