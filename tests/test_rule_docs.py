"""The rule reference in docs/rules is what the rules' own files say."""

from __future__ import annotations

from generate_rule_docs import FOLDER, pages


def test_reference_is_current():
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(), "run python scripts/generate_rule_docs.py"
