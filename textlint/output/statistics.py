"""How often each rule fired, instead of the diagnostics themselves."""

from __future__ import annotations

import json
from typing import TextIO

from textlint.diagnostic import Diagnostic
from textlint.output.base import Counts, Look, Renderer
from textlint.output.style import painted
from textlint.output.summary import summary


class Statistics(Renderer):
    """A table, most frequent rule first; an array of objects where the format is JSON."""

    def __init__(self, out: TextIO, look: Look, output_format: str) -> None:
        super().__init__(out, look)
        self.as_json = output_format in ("json", "json-lines", "lsp")

    def show(self, diagnostic: Diagnostic) -> None:
        """Nothing: the counts are told at the end."""

    def end(self, counts: Counts) -> None:
        """The table."""
        rows = sorted(counts.rules.items(), key=lambda row: (-row[1], row[0]))
        if self.as_json:
            json.dump([_table(counts, rule, count) for rule, count in rows], self.out, indent=2)
            self.out.write("\n")
            return
        width = max((len(f"{count:,}") for _, count in rows), default=0)
        for (code, name), count in rows:
            fixable = f"[{painted(self.look, 'cyan', '*')}]" if counts.fixable_rules[code, name] else "[ ]"
            self.out.write(f"{count:>{width},}  {code}  {fixable} {name}\n")
        self.out.writelines(f"{line}\n" for line in summary(counts, self.look))


def _table(counts: Counts, rule: tuple[str, str], count: int) -> dict[str, object]:
    return {"code": rule[0], "name": rule[1], "count": count, "fixable": counts.fixable_rules[rule]}
