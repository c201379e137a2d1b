"""Every rule's own examples, and what every rule file must hold."""

from __future__ import annotations

import pytest

from textlint.packs import rules_folder
from textlint.testing import PackTest

PACK = PackTest(rules_folder())
DEEP = [case for case in PACK.cases if case.rule.family == "languagetool"]


@pytest.mark.parametrize("case", [case for case in PACK.cases if case not in DEEP], ids=str)
def test_examples(case):
    PACK.check(case)


@pytest.mark.languagetool
@pytest.mark.parametrize("case", DEEP, ids=str)
def test_examples_of_the_deep_pass(case, languagetool_server):
    PACK.check(case)
