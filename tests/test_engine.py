from __future__ import annotations

import textwrap

import pytest

from textlint.config.settings import Settings
from textlint.diagnostic import Severity
from textlint.engine import Linter
from textlint.text import Document

RULE = """
code = "{code}"
name = "{name}"
summary = "s"
message = "found {{text}}"
why = "w"
remedy = "r"
since = "0.1"
{more}
"""


@pytest.fixture
def pack(tmp_path):
    """A function that writes a rule into a pack of its own and returns the pack's folder."""
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.toml").write_text('family = "house"\nprefix = "HOU"\nsummary = "s"\n')

    def add(code: str, name: str, more: str):
        (folder / f"{name}.toml").write_text(RULE.format(code=code, name=name, more=textwrap.dedent(more)))
        return folder

    return add


def test_options_of_the_settings_reach_the_rule_and_severity_is_overridden(pack):
    folder = pack("HOU001", "needle", "[match]\nwords = ['needle']")
    settings = Settings(select=("HOU",), packs=(folder,), severity={"HOU001": Severity.ERROR})
    (diagnostic,) = Linter(settings).lint(Document("a needle here", "x.txt", "r1"))
    assert (diagnostic.severity, diagnostic.text, diagnostic.document) == ("error", "needle", "r1")
    assert diagnostic.message == "found needle"


@pytest.mark.parametrize(
    ("settings", "count"),
    [({}, 0), ({"min_confidence": 0.5}, 1), ({"min_confidence": 0.7}, 0), ({"pedantic": True}, 1)],
)
def test_confidence_decides_what_is_shown(pack, settings, count):
    folder = pack("HOU001", "needle", "confidence = 0.6\nmin-confidence = 0.8\n[match]\nwords = ['needle']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,), **settings))
    assert len(linter.lint(Document("a needle here"))) == count


def test_a_check_that_cannot_be_loaded_costs_itself_alone(pack):
    pack("HOU001", "broken", 'check = "nowhere"')
    folder = pack("HOU002", "needle", "[match]\nwords = ['needle']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,)))
    assert [diagnostic.code for diagnostic in linter.lint(Document("needle"))] == ["HOU002"]
    assert "HOU001 (broken): cannot load its check" in str(linter.errors[0])


def test_a_rule_file_that_is_wrong_costs_itself_alone(pack):
    pack("HOU001", "typo", "sevrity = 'error'")
    folder = pack("HOU002", "needle", "[match]\nwords = ['needle']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,)))
    assert [diagnostic.code for diagnostic in linter.lint(Document("needle"))] == ["HOU002"]
    assert 'typo.toml: unknown key "sevrity"; did you mean "severity"?' in str(linter.errors[0])


def test_two_rules_with_one_code_clash_aloud(pack):
    pack("HOU001", "needle", "[match]\nwords = ['needle']")
    folder = pack("HOU001", "pin", "[match]\nwords = ['pin']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,)))
    assert len(linter.lint(Document("needle pin"))) == 1
    assert "is taken by" in str(linter.errors[0])


def test_fingerprints_survive_moved_lines_and_tell_repeats_apart(pack):
    folder = pack("HOU001", "needle", "[match]\nwords = ['needle']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,)))
    before = [diagnostic.fingerprint for diagnostic in linter.lint(Document("needle needle", "a.txt"))]
    after = [diagnostic.fingerprint for diagnostic in linter.lint(Document("\n\nneedle\nneedle", "a.txt"))]
    assert before == after
    assert len(set(before)) == 2


def test_a_rule_gives_way_where_it_overlaps_the_one_it_yields_to(pack):
    pack("HOU001", "long-needle", "[match]\nphrases = ['long needle']")
    folder = pack("HOU002", "needle", "yields-to = ['HOU001']\n[match]\nwords = ['needle']")
    linter = Linter(Settings(select=("HOU",), packs=(folder,)))
    found = linter.lint(Document("a long needle and a needle"))
    assert [diagnostic.code for diagnostic in found] == ["HOU001", "HOU002"]
