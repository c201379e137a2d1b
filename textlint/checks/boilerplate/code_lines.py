"""Lines of a page's own scripts and style sheets."""

from __future__ import annotations

import re

from textlint.checks.boilerplate.page import Page

_HEAD = 400
_ENDS = tuple(";{}(,[)>&|")
_STARTS = ("<", "{", "}", "]", ")", ".", "//", "/*", "*/", "@media", "#", "$", "&&", "||")
_SIGNS = re.compile(r"[=(){}<>;\[\]]|\w: ?\S")
_KIND = "code"


def code_lines(page: Page) -> set[int]:
    """The indices of lines that a browser would run, told by the names in one of them and the signs of all."""
    found: set[int] = set()
    for at, hits in page.hits.items():
        if at not in found and any(hit.kind == _KIND for hit in hits) and _like_code(page.lines[at]):
            found |= set(_around(page, at, 1)) | set(_around(page, at, -1))
    return found


def _around(page: Page, at: int, step: int) -> range:
    """The unbroken run of lines like code that begins at `at`."""
    end = at + step
    while 0 <= end < len(page.lines) and _like_code(page.lines[end]):
        end += step
    return range(at, end, step)


def _like_code(line: str) -> bool:
    head = line[:_HEAD]
    return line.endswith(_ENDS) and (line.startswith(_STARTS) or _SIGNS.search(head) is not None or len(line) < 4)
