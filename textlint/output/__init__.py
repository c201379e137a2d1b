"""Output formats: one module each, which turns diagnostics into text and never computes one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from textlint.output.base import Look, Renderer

FORMATS = {
    "full": "Full",
    "concise": "Concise",
    "json": "JsonArray",
    "json-lines": "JsonLines",
    "lsp": "Lsp",
    "github": "GitHub",
}
_MODULES = {"json": "json_array"}


def renderer(output_format: str, out: TextIO, look: Look) -> Renderer:
    """The renderer of a format; only its own module is imported."""
    module = _MODULES.get(output_format, output_format.replace("-", "_"))
    made: Renderer = getattr(import_module(f"textlint.output.{module}"), FORMATS[output_format])(out, look)
    return made
