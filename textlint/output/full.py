"""Each diagnostic with the text it speaks of and carets under it."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.diagnostic import Diagnostic
from textlint.output.base import Counts, Renderer
from textlint.output.style import OF_SEVERITY, painted
from textlint.output.summary import mark, summary
from textlint.output.visible import cells, visible, visible_path

_CUT = "…"


class Full(Renderer):
    """For people: what is wrong, where, in its line, and what would help."""

    def show(self, diagnostic: Diagnostic) -> None:
        """A headline, the place, the excerpt, and notes."""
        self.out.write("\n".join((*self._lines(diagnostic), "")))

    def end(self, counts: Counts) -> None:
        """The summary."""
        self.out.writelines(f"{line}\n" for line in summary(counts, self.look))

    def _lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        style = OF_SEVERITY[diagnostic.severity]
        head = painted(self.look, style, f"{diagnostic.severity.value}[{diagnostic.code}]")
        row = str(diagnostic.location.row)
        margin = " " * len(row)
        arrow, bar, equals = (painted(self.look, "cyan", sign) for sign in ("-->", "|", "="))
        line, indent, length = excerpt(diagnostic, self.look.width - len(row) - 3)
        yield f"{head}: {painted(self.look, 'bold', visible(diagnostic.message))}"
        yield f"{margin}{arrow} {_place(diagnostic)}"
        yield f"{margin} {bar}"
        yield f"{painted(self.look, 'cyan', row)} {bar} {line}"
        yield f"{margin} {bar} {' ' * indent}{painted(self.look, style, '^' * length)}"
        yield from (f"{margin} {equals} {note}" for note in self._notes(diagnostic))
        yield ""

    def _notes(self, diagnostic: Diagnostic) -> Iterator[str]:
        for related in diagnostic.related:
            place = f"line {related.location.row}: " if related.location else ""
            yield f"note: {place}{visible(related.message)}"
        if diagnostic.fix:
            offered = mark(diagnostic.fix, self.look) or "(unsafe) "
            yield f"help: {offered}{visible(diagnostic.fix.message) or 'has a fix'}"


def excerpt(diagnostic: Diagnostic, width: int) -> tuple[str, int, int]:
    """The line around the mark, clipped to `width` columns; the columns before the mark, and those under it."""
    marked, *more_lines = diagnostic.text[: 4 * width].replace("\r", "\n").split("\n")
    before, after = visible(diagnostic.before), visible(diagnostic.after)
    middle = _clip(visible(marked), width * 2 // 3)
    if more_lines or len(diagnostic.text) > 4 * width:
        middle, after = middle.removesuffix(_CUT) + _CUT, ""
    spare = max(width - cells(middle), 0)
    after = _clip(after, max(spare // 2, spare - cells(before)))
    before = _clip_start(before, spare - cells(after))
    return before + middle + after, cells(before), max(cells(middle), 1)


def _clip(text: str, width: int) -> str:
    """As much of the start of the text as fits, with an ellipsis where it was cut."""
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[: max(width - 1 - cells(text), -len(text))]
    return text + _CUT


def _clip_start(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[min(cells(text) + 1 - width, len(text)) :]
    return _CUT + text


def _place(diagnostic: Diagnostic) -> str:
    place = f"{visible_path(diagnostic.filename)}:{diagnostic.location.row}:{diagnostic.location.column}"
    if diagnostic.document is None:
        return place
    field = f", {visible(diagnostic.field)}" if diagnostic.field else ""
    return f"{place} (record {visible(str(diagnostic.document))}{field})"
