"""Stretches that are not prose: URLs, e-mail addresses, handles, hashes, code, file names."""

from __future__ import annotations

import re
from bisect import bisect_right

from textlint.text import Document, Span, fact

_PROTECTED = re.compile(
    r"""(?:https?|ftp)://[^\s<>"”]{1,2000}
      | \bwww\.[^\s<>"”]{1,2000}
      | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
      | (?<![\w&])[@\#][\w]{1,80}
      | `[^`\n]{1,400}`
      | (?<![\w/.])(?:[\w-]{1,60}\.){1,6}
        (?:com|org|net|edu|gov|io|co|uk|ru|ua|de|fr|eu|info|biz|html?
          |php|aspx?|pdf|jpe?g|png|gif|docx?|xlsx?|zip|exe
          |js|css|py|json|xml|csv|txt|mp3|mp4)\b(?:/[^\s<>"”]{0,500})?
      | \b(?=[0-9a-f]{0,63}[0-9])(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{12,128}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Spans:
    """Disjoint spans in the order of the text, asked whether they cover a place."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def covers(self, start: int, end: int) -> bool:
        """Whether any of the spans overlaps `start`..`end`."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self.spans[at].end > start


@fact
def protected(doc: Document) -> Spans:
    """The stretches of the text that are addresses, handles, hashes, code or file names."""
    return Spans([Span(*match.span()) for match in _PROTECTED.finditer(doc.text)])
