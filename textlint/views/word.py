"""What textlint knows of one word."""

from __future__ import annotations

from textlint.checks.spelling.explain import explain
from textlint.text import Project
from textlint.views import Row


def looked_up(word: str, project: Project) -> Row:
    """Whether a word passes as it is written, which list or judgement says so, and what may have been meant."""
    said = explain(word, project)
    return {
        "word": word,
        "accepted": said.accepted,
        "why": "; ".join(said.reasons),
        "meant": ", ".join(said.suggestions),
    }
