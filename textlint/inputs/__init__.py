"""From files and streams to documents."""

from textlint.inputs.read import read_documents
from textlint.inputs.source import Kind, Source, source_of, stdin_source

__all__ = ["Kind", "Source", "read_documents", "source_of", "stdin_source"]
