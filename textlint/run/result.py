"""What a run yields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from textlint.config.settings import Suppression
from textlint.diagnostic import Diagnostic
from textlint.errors import TextlintError

if TYPE_CHECKING:
    from textlint.costs import Cost


class Result(NamedTuple):
    """What came of a source, or of some lines of a large one.

    `documents` is how many were checked, `size` how many bytes of the file this is, and `untold` how many input
    errors there were beyond those in `errors`. Where fixes were asked for, `fixed` is how many went in, `diagnostics`
    are those that stay, `diff` shows what changed, and `data` holds the bytes after the fixes where they are not
    written to the file. `met` are suppressions of the configuration that speak of this source, each with the
    diagnostic to show if none of the run's sources has `used` it. `costs` are those of the rules, if asked for.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[TextlintError, ...] = ()
    documents: int = 0
    size: int = 0
    untold: int = 0
    fixed: int = 0
    diff: str = ""
    data: bytes | None = None
    met: Mapping[Suppression, Diagnostic] = {}
    used: frozenset[Suppression] = frozenset()
    costs: Mapping[str, Cost] = {}
