"""textlint: a content-quality linter for scraped text."""

from __future__ import annotations

__version__ = "0.1.0"
