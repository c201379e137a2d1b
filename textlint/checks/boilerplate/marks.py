"""The forms that leaks inside a line begin with or hold, all sought in the pass that looks for the book's phrases."""

from __future__ import annotations

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST)\b)?"
DATE = rf"(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}})"
AGO = r"\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?) ago"
TEASER = (
    r"(?:Recap watch|Watch|Watch live|Watch now|Watch again|WATCH|Listen|LISTEN|Read more|READ MORE|Read next|READ NEXT"
    r"|Read also|Also read|READ ALSO|ALSO READ|See also|SEE ALSO|In pictures|RELATED|Related|ICYMI): "
)
CUT = (
    r"(?:\[(?:\.{3}|…)\]|\[\+\d{1,6} chars\]|(?:\.{3}|…) ?\(?(?:more|read more|continue reading|see more|full story)\)?"
    r"[ »›>→.]{0,4})[ \t]*$"
)
_TAGS = (
    "a|b|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|noscript|ol|p|script|section|span|strong|style"
    "|table|tbody|td|th|tr|u|ul"
)
_TAG = rf"</?(?:{_TAGS})"
_SHORT_CODE = r"\[/?(?:caption|embed|gallery|vc_row|vc_column|et_pb_\w{1,30})"
MARKUP = (
    r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|<%[^<>\n]{1,120}%>|\$\{[\w.]{1,60}\}"
    rf"|{_TAG}(?:\s[^<>\n]{{0,500}})?/?>|{_SHORT_CODE}(?:\s[^\[\]\n]{{0,300}})?\]"
)
# How markup begins: long spans take a prefilter most of a second to compile.
_MARKUP_BEGINS = rf"\{{[{{%]|<%|\$\{{|(?:{_TAG}|{_SHORT_CODE})\b"
MARKS = {
    "byline": rf"[a-z](?:{DATE}|{AGO}|Published|Updated|Posted)|{DATE},? {CLOCK}",
    "teaser": TEASER,
    "cut": CUT,
    "markup": _MARKUP_BEGINS,
}
"""What a line holds, in any case of letters, that has such a leak."""
