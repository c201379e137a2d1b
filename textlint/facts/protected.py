"""Stretches that are not prose: addresses, handles, hashes, code, file names, paths, versions, formulae.

Nothing is searched ahead: a place is judged when a check asks for it, by the run of characters without a space that
it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from textlint.text import Document, Span, fact

# How far a run without a space is looked at on either side of the asked place. A longer run is looked at in steps, so
# that places near each other share one look.
_REACH = 200
_STEP = 100
_LONGEST_ADDRESS = 2000
# Endings of addresses that are no English words ("said.it" is glued prose, not Italy).
_TOP_LEVEL = (
    "com|org|net|edu|gov|mil|info|biz|io|ai|app|dev|co|uk|ru|ua|de|fr|eu|es|nl|pl|ch|se|fi|dk|cz|au|ca|cn|jp|kr|br|mx|"
    "tv|ly|gg"
)
_FILE_TYPES = (
    "html?|php|aspx?|jsp|pdf|jpe?g|png|gif|svg|webp|docx?|xlsx?|pptx?|odt|rtf|zip|rar|gz|bz2|tar|tgz|7z|exe|dll|js|jsx|ts|"
    "tsx|css|py|rb|rs|cpp|hpp|cs|sh|bat|jsonl?|ya?ml|toml|ini|cfg|xml|csv|tsv|txt|tex|mp[34]|avi|mov|mkv|wav|iso|apk|sql"
)
_NOT_PROSE = re.compile(
    rf"""[A-Za-z][A-Za-z0-9+.-]{{1,20}}://\S+                                          # addresses
      | (?:www\.|mailto:|doi:|data:)\S+
      | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
      | (?<![\w.-])(?:[\w-]{{1,60}}\.){{1,6}}(?:(?:{_TOP_LEVEL})\b(?![\w-])|(?i:com|org|net)\b|[a-z]{{2,4}}(?=/\w))
        (?:[/?:]\S*)?
      | (?<![\w&@\#])[@\#]\w{{1,80}}                                                   # handles, hashtags
      | (?:[\w.~-]{{1,80}}[/\\]){{0,20}}[\w.-]{{1,80}}\.(?:{_FILE_TYPES}|{_FILE_TYPES.upper()})\b    # files and paths
      | (?<![\w/])(?:~|\.\.?)?/[\w.@+-]{{1,80}}/[\w.@+/-]{{0,200}}
      | \b[A-Za-z]:\\\S+ | \\\\[\w.-]{{1,80}}\\\S+
      | \b0x[0-9A-Fa-f]{{2,64}}\b                                                      # numbers and hashes of machines
      | \b(?=[0-9a-f]{{0,63}}[0-9])(?=[0-9a-f]{{0,63}}[a-f])[0-9a-f]{{12,128}}\b
      | \b[0-9A-Fa-f]{{8}}-(?:[0-9A-Fa-f]{{4}}-){{3}}[0-9A-Fa-f]{{12}}\b
      | \beyJ[\w-]{{8,200}}(?:\.[\w-]{{0,200}}){{1,2}}
      | (?<![\w+/-])(?=[\w+/-]{{0,60}}[a-z])(?=[\w+/-]{{0,60}}[A-Z])
        (?=[\w+/-]{{0,60}}[A-Za-z][0-9]{{1,9}}[A-Za-z])[\w+/-]{{11,200}}={{0,2}}
      | \bv\d{{1,4}}(?:\.\d{{1,6}}){{0,4}}\b | \b\d{{1,4}}(?:\.\d{{1,6}}){{2,4}}[\w.+-]{{0,20}}       # versions
      | \w{{1,60}}_\w{{1,60}} | \w{{1,60}}\(\) | \w{{1,60}}(?:::|->)\w{{1,60}} | (?<![\w-])--[a-z][\w-]{{1,60}}   # code
      | \$\{{\w{{1,60}}\}} | \$[A-Z][A-Z_]{{1,60}}\b | </?[a-zA-Z][^<>]{{0,200}}>
      | \\[a-zA-Z]{{2,40}}(?:\{{[^{{}}]{{0,200}}\}})? | \$[^$]{{0,200}}[\\^_{{][^$]{{0,200}}\$           # formulae
    """,
    re.VERBOSE,
)
# Without one of these nothing of the above is found.
_TELLING = re.compile(r"[\d:@#/\\_($<-]|\.\S|eyJ")
_RUN = re.compile(rf"\S{{0,{_REACH}}}")
_INLINE_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)")


class Protected:
    """Asked whether a place of the text belongs to something that is not prose."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._code = [Span(*match.span()) for match in _INLINE_CODE.finditer(text)] if "`" in text else []
        self._looked_at: tuple[Span, list[Span]] = (Span(0, 0), [])

    def covers(self, start: int, end: int) -> bool:
        """Whether a protected stretch overlaps `start`..`end`."""
        if self._in_code(start, end):
            return True
        left, right = self._run_start(start), _RUN.match(self._text, end).end()  # type: ignore[union-attr]
        if start - left == _REACH and self._in_address(start):
            return True
        if right - left > _REACH:
            left, right = left - left % -_STEP, right - right % _STEP
            left, right = min(left, start), max(right, end)
        return any(span.start < end and start < span.end for span in self._stretches(Span(left, right)))

    def _in_code(self, start: int, end: int) -> bool:
        at = bisect_left(self._code, (end,)) - 1
        return at >= 0 and start < self._code[at].end

    def _run_start(self, start: int) -> int:
        floor = max(0, start - _REACH)
        return max(floor, *(self._text.rfind(space, floor, start) + 1 for space in " \n\t\r\xa0"))

    def _in_address(self, start: int) -> bool:
        """Whether the long run before `start` holds a scheme."""
        before = self._text[max(0, start - _LONGEST_ADDRESS) : start]
        return "://" in before and "://" in before.rsplit(None, 1)[-1]

    def _stretches(self, run: Span) -> list[Span]:
        if run != self._looked_at[0]:
            written = self._text[run.start : run.end]
            found = _NOT_PROSE.finditer(written) if _TELLING.search(written) else []
            self._looked_at = run, [Span(match.start() + run.start, match.end() + run.start) for match in found]
        return self._looked_at[1]


@fact
def protected(doc: Document) -> Protected:
    """What of the text is an address, handle, hash, code, file name, path, version or formula."""
    return Protected(doc.text)
