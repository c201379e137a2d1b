"""Where a long text is cut, so that to check it takes no more memory than to check a short one.

A text of more than `LONGEST` bytes is checked in parts of about half of that, each as a document of its own, cut at the
end of a paragraph if there is one near, else of a line, a sentence or a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textlint.positions import Shifted
from textlint.text import UTF8, Document, Part

LONGEST = 2 << 20
_SEAMS = (b"\n\n", b"\n\r\n", b"\n", b". ", b" ")
_SURROGATES = "surrogatepass"


def cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a text (UTF-8, or an encoding that writes ASCII the same) in parts; a short text is one."""
    held, start = b"", 0
    for piece in pieces:
        held, start = held[start:] + piece, 0
        while len(held) - start > LONGEST:
            end = _seam(held, start)
            yield held[start:end]
            start = end
    yield held[start:]


def _seam(data: bytes, start: int) -> int:
    """Where the part that begins at `start` ends: after a quarter to a half of the longest text."""
    most = start + LONGEST // 2
    for mark in _SEAMS:
        at = data.rfind(mark, start + LONGEST // 4, most)
        if at >= 0:
            return at + len(mark)
    return next((at for at in range(most, most - 4, -1) if data[at] & 0xC0 != 0x80), most)


def in_parts(doc: Document) -> Iterator[Document]:
    """The document, or the parts of a long one, whose positions are those of the whole."""
    if len(doc.text) * 4 <= LONGEST or len(doc.text.encode("utf-8", _SURROGATES)) <= LONGEST:
        yield doc
        return
    guessed = doc.positions.offset(doc.encoding.first)
    start = 0
    stretches = (doc.text[at : at + LONGEST] for at in range(0, len(doc.text), LONGEST))
    for number, piece in enumerate(cut(stretch.encode("utf-8", _SURROGATES) for stretch in stretches)):
        text = piece.decode("utf-8", _SURROGATES)
        end = start + len(text)
        yield Document(
            text,
            doc.path,
            doc.record,
            doc.field,
            project=doc.project,
            positions=Shifted(doc.positions, start),
            encoding=doc.encoding if start <= guessed < end else UTF8,
            part=Part(number, start, doc.positions.location(start)),
        )
        start = end
