"""Packs and checks of other packages: found by entry points, and harmless to the others when they are broken."""

from __future__ import annotations

import json
import sys
import textwrap

import pytest
from conftest import DEMO

from textlint.testing import PackTest

RULE = """
code = "{code}"
name = "{name}"
summary = "A colour"
message = "{{colour}} is a colour ({{text}})"
why = "It is."
remedy = "Write in black."
since = "1.0"
check = "{name}"

[options]
colour = "red"

[[fires]]
text = "A red mill."
marks = ["red"]

[[silent]]
text = "A mill."
why = "no colour"
"""
MODULE = """
    from pathlib import Path

    from textlint.rule import Finding


    def pack():
        return Path(__file__).parent / "acme_rules"


    def colour(doc, options):
        at = doc.text.find(options["colour"])
        if at >= 0:
            yield Finding(at, at + len(options["colour"]), colour="This")


    def crash(doc):
        raise RuntimeError("no colours today")
"""
ENTRY_POINTS = """
    [textlint.checks]
    colour = acme_rules_package:colour
    crash = acme_rules_package:crash
    gone = acme_rules_package:gone

    [textlint.packs]
    acme = acme_rules_package:{pack}
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Installs a package with its entry points, as pip leaves it, in a folder on the import path."""

    def installed(*rules: str, pack: str = "pack"):
        site = tmp_path / "site"
        (site / "acme_rules").mkdir(parents=True)
        info = site / "acme_rules_package-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules-package\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(textwrap.dedent(ENTRY_POINTS).format(pack=pack))
        (site / "acme_rules_package.py").write_text(textwrap.dedent(MODULE))
        (site / "acme_rules" / "pack.toml").write_text('family = "acme"\nprefix = "ACM"\nsummary = "Rules of Acme"\n')
        for number, name in enumerate(rules, 1):
            rule = RULE.format(code=f"ACM{number:03}", name=name)
            (site / "acme_rules" / f"{name}.toml").write_text(rule)
        monkeypatch.syspath_prepend(site)
        monkeypatch.delitem(sys.modules, "acme_rules_package", raising=False)
        return site / "acme_rules"

    return installed


def codes(ran) -> list[str]:
    return [one["code"] for one in json.loads(ran.out)]


def check(textlint, tmp_path, *argv: str):
    (tmp_path / "a.txt").write_text("Teh red mill.\n")
    return textlint("check", "a.txt", "--select", "ACM,DEM", "--output-format", "json", *argv)


def test_pack_and_check_of_a_package(textlint, tmp_path, install):
    install("colour")
    ran = check(textlint, tmp_path)
    assert (ran.code, codes(ran), ran.err) == (1, ["DEM001", "ACM001"], "")
    assert "colour (ACM001)" in textlint("rule", "ACM001").out


def test_options_of_a_check(textlint, tmp_path, install):
    install("colour")
    assert codes(check(textlint, tmp_path, "--config", "rules.ACM001.colour = 'blue'")) == ["DEM001"]
    ran = check(textlint, tmp_path, "--config", "rules.ACM001.color = 'blue'")
    assert 'rules.ACM001: ACM001 has no option "color"; did you mean "colour"?' in ran.err
    ran = check(textlint, tmp_path, "--config", "rules.ACM001.colour = 3")
    assert "rules.ACM001.colour: a string is expected" in ran.err


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("crash", "ACM001 (crash) crashed on a.txt and was left out there: RuntimeError: no colours today"),
        ("gone", "ACM001 (gone): cannot load its check: AttributeError"),
        ("unheard", 'no installed package has a check "unheard"'),
    ],
)
def test_a_broken_check_costs_itself_alone(textlint, tmp_path, install, broken, said):
    install(broken, "colour")
    ran = check(textlint, tmp_path)
    assert (ran.code, codes(ran)) == (2, ["DEM001", "ACM002"])
    assert said in ran.err


def test_a_broken_pack_costs_itself_alone(textlint, tmp_path, install):
    install("colour", pack="nothing")
    ran = check(textlint, tmp_path)
    assert 'the pack "acme" of acme-rules-package was left out: AttributeError' in ran.err
    assert ran.code == 2


def test_the_kit_tests_a_pack(install):
    pack = PackTest(install("colour"))
    assert [str(case) for case in pack.cases] == ["ACM001-fires-A red mill.", "ACM001-silent-A mill."]
    for case in pack.cases:
        pack.check(case)


def test_the_kit_tests_a_pack_in_a_folder():
    pack = PackTest(DEMO)
    for case in pack.cases:
        pack.check(case)


def test_the_kit_sees_an_example_that_does_not_hold(tmp_path):
    for path in DEMO.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text().replace('marks = ["INDEED"]', 'marks = ["VERY"]'))
    pack = PackTest(tmp_path)
    with pytest.raises(AssertionError, match=r"shouting.toml: marked \('INDEED',\), not \('VERY',\)"):
        [pack.check(case) for case in pack.cases]


def test_the_kit_wants_examples_of_both_kinds(tmp_path):
    for path in DEMO.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text().partition("[[silent]]")[0])
    with pytest.raises(AssertionError, match="a rule needs"):
        PackTest(tmp_path)
