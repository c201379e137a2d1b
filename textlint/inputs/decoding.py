"""From bytes to text: UTF-8, what a byte order mark says, or the best guess, which is then reported.

A guess is either UTF-8 that was damaged in places, or Windows-1252, the usual encoding of Western pages that are not
UTF-8 (WHATWG Encoding Standard, https://encoding.spec.whatwg.org/).
"""

from __future__ import annotations

import codecs
import re

from textlint.text import UTF8, Encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_TEXT_BYTES = bytes(set(range(256)) - set(range(32)) - {127}) + b"\t\n\v\f\r\b\x1b"
_HEAD = 8192
_HANDLER = "textlint.windows1252"
_BROKEN = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NAMED = re.compile(
    r"cp12\d\d|windows-12\d\d|iso-8859-\d+|koi8-[ru]|gb\w+|big5[\w-]*|shift_jis|euc-\w+|macintosh", re.I
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, Encoding]:
    """The text of some bytes, without a byte order mark, and how it was read. Nothing is refused.

    `declared` is an encoding that the source names itself; it is tried after UTF-8.
    """
    marked = marked_encoding(data)
    if marked is not None:
        return _read_as(marked, data)
    try:
        return data.decode(), UTF8
    except UnicodeDecodeError as error:
        return _guess(data, error, declared)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that the byte order mark at the beginning of some bytes names, None without one."""
    if not data.startswith(_ANY_MARK):
        return None
    return next(name for mark, name in _MARKS if data.startswith(mark))


def encode(text: str, encoding: Encoding, mark: bytes) -> bytes:
    """The bytes of a text in the encoding it was read in; `mark` is its first bytes, which tell the byte order.

    Raises UnicodeEncodeError for a character that the encoding does not have.
    """
    name = encoding.name
    if name in ("utf-16", "utf-32"):
        order = "le" if mark[:1] == b"\xff" else "be"
        return f"\N{ZERO WIDTH NO-BREAK SPACE}{text}".encode(f"{name}-{order}")
    return text.encode(name)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: many control characters, or a NUL in what is not UTF-8 (nor marked as UTF-16)."""
    head = data[:_HEAD]
    controls = head.translate(None, _TEXT_BYTES)
    if not controls or marked_encoding(head) in ("utf-16", "utf-32"):
        return False
    return len(controls) * 20 > len(head) or (b"\0" in controls and _broken_utf8(head))


def _broken_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return True
    return False


def _read_as(name: str, data: bytes) -> tuple[str, Encoding]:
    try:
        text = data.decode(name)
        return text, Encoding(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        first = max(text.find("\N{REPLACEMENT CHARACTER}"), 0)
        return text, Encoding(name, declared=True, lossless=False, first=first)


def _guess(data: bytes, error: UnicodeDecodeError, declared: str | None) -> tuple[str, Encoding]:
    first = len(data[: error.start].decode())
    if declared is not None and _NAMED.fullmatch(declared):
        try:
            text = data.decode(declared)
            return text, Encoding(declared, lossless=text.encode(declared) == data, first=first)
        except (UnicodeError, LookupError):
            pass
    if _mostly_utf8(data):
        return data.decode("utf-8", _HANDLER), Encoding("utf-8", declared=False, lossless=False, first=first)
    try:
        return data.decode("cp1252"), Encoding("cp1252", declared=False, first=first)
    except UnicodeDecodeError:
        return data.decode("cp1252", _HANDLER), Encoding("cp1252", declared=False, lossless=False, first=first)


def _mostly_utf8(data: bytes) -> bool:
    """Whether there are more characters of several bytes in UTF-8 than bytes that are not UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    return len(_BEYOND_ASCII.findall(text)) - broken > broken


def _windows1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler: each undecodable byte is read as Windows-1252 (its five unassigned bytes as control codes)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in bad), error.end


codecs.register_error(_HANDLER, _windows1252)
