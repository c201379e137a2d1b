"""HTML read as its text: what a reader sees, blocks on lines of their own, with positions in the source.

The tokens are those of the WHATWG HTML standard (section 13.2.5). No tree is built: nesting of any depth costs
nothing, and the time is linear in the length of any input.
"""

from __future__ import annotations

import re
from functools import cache, partial
from html import escape, unescape

from textlint.inputs.prose import CODE, Prose
from textlint.positions import Origin
from textlint.text import Document, Encoding, Project

_TAG = re.compile(
    r"""</?([a-zA-Z][^\s/>]*+)                            # the name, then attributes:
        (?: [^>"'=]++                                     # their names and spaces
          | = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s>"'][^\s>]*+ )?
          | ["']                                          # a stray mark
        )*+ >""",
    re.VERBOSE,
)
_OPENING = re.compile("<(?=[a-zA-Z/!?])")
_SPACES_OR_REFERENCE = re.compile(r"[ \t\n\r\f]{2,}+|[\t\n\r\f]|&[#\w]{1,32}+;?")
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup "
    "option p pre search section select summary table tbody td textarea tfoot th thead title tr ul".split()
)
_RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
_UNSEEN = frozenset("math object pre select svg template".split()) | _RAW
_CODE = frozenset("code kbd samp tt var".split())
_DECLARED = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_LATIN = frozenset(("iso-8859-1", "latin1", "us-ascii", "ascii"))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the beginning of a page names; what is called Latin-1 is Windows-1252, as in the standard."""
    found = _DECLARED.search(data[:2048])
    name = found[1].decode().lower() if found else None
    return "cp1252" if name in _LATIN else name


def document(source: str, path: str, project: Project, encoding: Encoding) -> Document:
    """The document of the text that a page shows."""
    prose = Prose(source, partial(escape, quote=False))
    at, unclosed = 0, set[str]()
    while opening := _OPENING.search(source, at):
        begin = opening.start()
        if begin > at:
            _text(prose, at, begin)
        at = _markup(prose, begin, unclosed)
    _text(prose, at, len(source))
    return prose.document(path, project, encoding)


def _markup(prose: Prose, begin: int, unclosed: set[str]) -> int:
    """Read what begins with the `<` at `begin`; the offset after it."""
    source = prose.source
    closes = source.startswith("/", begin + 1)
    first = source[begin + 1 + closes : begin + 2 + closes]
    if not (first.isascii() and first.isalpha()):
        return _comment(prose, begin)
    tag = _TAG.match(source, begin)
    if tag is None:
        return len(source)  # a tag that the end of the page cuts off is not shown
    name = tag[1].lower()
    if name in _BLOCKS:
        prose.end_block()
    if name == "h1" and not closes:  # lower headings of a web page as often stand above a list of links
        prose.heading()
    if closes or name in unclosed or not (name in _UNSEEN or name in _CODE):
        return tag.end()
    end = _after_close(source, name, tag.end())
    if end is None and name not in _RAW:
        unclosed.add(name)
        return tag.end()
    end = len(source) if end is None else end
    if name in _CODE:
        prose.put(CODE, begin, end, Origin.MARKUP)
    return end


def _comment(prose: Prose, begin: int) -> int:
    is_comment = prose.source.startswith("<!--", begin)
    mark = "-->" if is_comment else ">"
    found = prose.source.find(mark, begin + 2)
    end = len(prose.source) if found < 0 else found + len(mark)
    if is_comment:
        prose.comments(begin, end)
    return end


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)


def _after_close(source: str, name: str, at: int) -> int | None:
    found = _closing(name).search(source, at)
    return found.end() if found else None


def _text(prose: Prose, start: int, end: int) -> None:
    """Text between two tags: runs of spaces collapse, character references are decoded."""
    at = start
    for match in _SPACES_OR_REFERENCE.finditer(prose.source, start, end):
        written = match[0]
        decoded = unescape(written)
        if written[0] == "&" and decoded in (written, ""):
            continue
        prose.keep(at, match.start())
        at = match.end()
        if written[0] == "&":
            prose.put(decoded, match.start(), at)
        else:
            prose.space(match.start(), at)
    prose.keep(at, end)
