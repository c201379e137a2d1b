"""One line a diagnostic: `path:row:column: CODE message`."""

from __future__ import annotations

from textlint.diagnostic import Diagnostic
from textlint.output.base import Counts, Renderer
from textlint.output.style import OF_SEVERITY, painted
from textlint.output.summary import mark, summary
from textlint.output.visible import visible, visible_path


class Concise(Renderer):
    """For people with many findings, and for editors that jump to `path:row:column`."""

    def show(self, diagnostic: Diagnostic) -> None:
        """One line."""
        place = f"{visible_path(diagnostic.filename)}:{diagnostic.location.row}:{diagnostic.location.column}"
        code = painted(self.look, OF_SEVERITY[diagnostic.severity], diagnostic.code)
        fixable = mark(diagnostic.fix, self.look)
        self.out.write(f"{place}: {code} {fixable}{visible(diagnostic.message)}\n")

    def end(self, counts: Counts) -> None:
        """The summary."""
        self.out.writelines(f"{line}\n" for line in summary(counts, self.look))
