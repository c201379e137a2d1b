"""The objects of the JSON format, one a line."""

from __future__ import annotations

import json

from textlint.diagnostic import Diagnostic
from textlint.output.base import Renderer
from textlint.output.json_array import as_table


class JsonLines(Renderer):
    """For pipes: each line can be read as soon as it is there."""

    def show(self, diagnostic: Diagnostic) -> None:
        """One object on one line."""
        self.out.write(json.dumps(as_table(diagnostic)) + "\n")
