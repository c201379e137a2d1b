"""From files and streams to documents."""

from textlint.inputs.read import read_documents
from textlint.inputs.source import Kind, Source, source_of, stdin_source
from textlint.inputs.walk import find_sources

__all__ = ["Kind", "Source", "find_sources", "read_documents", "source_of", "stdin_source"]
