"""What fixes would change, as a unified diff."""

from __future__ import annotations

import os
import sys

from textlint.diagnostic import Diagnostic
from textlint.output.base import Counts, Renderer
from textlint.output.style import painted
from textlint.output.visible import visible

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


class Diff(Renderer):
    """For `patch` as it is; on a terminal or in a log of GitHub in colour, with nothing hidden."""

    def show(self, diagnostic: Diagnostic) -> None:
        """Nothing: what would stay is not told."""

    def show_diff(self, diff: str) -> None:
        """The diff of one file."""
        is_read = self.out.isatty() or (self.out is sys.stdout and os.environ.get("GITHUB_ACTIONS"))
        if not is_read:
            self.out.write(diff)
            return
        for line in diff.splitlines():
            style = _STYLES.get(line[:1])
            self.out.write((painted(self.look, style, visible(line)) if style else visible(line)) + "\n")

    def end(self, counts: Counts) -> None:
        """How much would be fixed, on standard error, so that the diff stays a diff."""
        if not self.look.quiet:
            print(f"Would fix {counts.fixed:,}." if counts.fixed else "Nothing to fix.", file=sys.stderr)
