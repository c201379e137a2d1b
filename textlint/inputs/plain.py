"""Plain text: the file is the document."""

from __future__ import annotations

from textlint.text import Document, Encoding, Project


def document(text: str, path: str, project: Project, encoding: Encoding) -> Document:
    """The document that is all of the text."""
    return Document(text, path, project=project, encoding=encoding)
