"""The closing lines of the formats that people read."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.diagnostic import Fix, Severity
from textlint.output.base import Counts, Look
from textlint.output.style import painted

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def summary(counts: Counts, look: Look) -> Iterator[str]:
    """What was found and fixed, and what could be."""
    if look.quiet:
        return
    fixed = f" ({counts.fixed:,} fixed)" if counts.fixed else ""
    if not counts.total:
        said = painted(look, "green", "All checks passed!") if counts.clean else "Found nothing in what could be read."
        yield said + fixed
        return
    kinds = ", ".join(
        _counted(counts.severities[kind], noun) for kind, noun in _NOUNS.items() if counts.severities[kind]
    )
    yield painted(look, "bold", f"Found {kinds} in {_counted(counts.files, 'file')}") + fixed + "."
    if counts.safe:
        more = f" ({counts.unsafe:,} more with `--unsafe-fixes`)" if counts.unsafe else ""
        yield f"[{painted(look, 'cyan', '*')}] {counts.safe:,} fixable with `--fix`{more}."
    elif counts.unsafe:
        yield f"No safe fixes; {counts.unsafe:,} with `--fix --unsafe-fixes`."


def mark(fix: Fix | None, look: Look) -> str:
    """`[*] ` before what `--fix` would mend, else nothing."""
    return f"[{painted(look, 'cyan', '*')}] " if fix and fix.safe else ""


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
