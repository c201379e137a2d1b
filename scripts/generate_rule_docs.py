"""Write docs/rules/: a page for each rule and a list of them all, from the rules' own files.

Run it after a change to a rule: python scripts/generate_rule_docs.py
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from textlint.explain import as_markdown, has_fix, runs_by_default
from textlint.packs import load_packs, rules_folder
from textlint.rule import Rule

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """The content of every page by its file name."""
    rules = load_packs([rules_folder()]).rules
    return {f"{rule.name}.md": as_markdown(rule) for rule in rules} | {"README.md": "\n".join(_list(rules)) + "\n"}


def _list(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield from ("# Rules", "", "A rule runs by default unless the last column says otherwise.")
    for family, group in groupby(rules, key=lambda rule: rule.family):
        yield from ("", f"## {family}", "", "| code | name | finds | |", "|---|---|---|---|")
        for rule in group:
            marks = [
                *(["has fixes"] if has_fix(rule) else []),
                *([] if runs_by_default(rule) else ["when named"]),
            ]
            yield f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.summary} | {', '.join(marks)} |"


def main() -> None:
    """Replace the folder's pages."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, content in pages().items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
