"""Every rule's own examples, and what every rule file must hold."""

from __future__ import annotations

import pytest

from textlint.packs import rules_folder
from textlint.testing import PackTest

PACK = PackTest(rules_folder())


@pytest.mark.parametrize("case", PACK.cases, ids=str)
def test_examples(case):
    PACK.check(case)
