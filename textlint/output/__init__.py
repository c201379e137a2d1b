"""Output formats: one module each, which turns diagnostics into text and never computes one."""

from __future__ import annotations

FORMATS = ("full", "concise", "json", "json-lines", "lsp", "github")
