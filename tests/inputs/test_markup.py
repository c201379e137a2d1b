"""Markdown and HTML as prose: what is taken, where it stands, and that no input takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.inputs import html, markdown
from textlint.text import UTF8, Document, Project

MARKDOWN = {
    "heading": ("# A *tall* tale\n\nIt **r**ained.", "A tall tale\nIt rained."),
    "soft and hard breaks": ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
    "code": ("Run `a  b` now.\n\n```\nx = 1\n```\n\n    y = 2\n", "Run `code` now."),
    "front matter": ("---\ntitle: x\n---\nText", "Text"),
    "front matter in TOML": ("+++\ntitle = 'x'\n+++\nText", "Text"),
    "links": ("A [port](http://a.b 'T') and ![quay](c.png), <http://d.e>", "A port and quay, http://d.e"),
    "reference": ("A [port][1].\n\n[1]: http://a.b", "A port."),
    "HTML": ("a <b>b</b> c\n\n<div>\nnot prose\n</div>\n\nd<br>e", "a b c\nd\ne"),
    "list": ("- one\n- two\n\n1. three\n   - four", "one\ntwo\nthree\nfour"),
    "table": ("| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"),
    "escapes and references": ("1 \\* 2 &amp; 3&nbsp;4", "1 * 2 & 3\xa04"),
    "quotation": ("> one\n> two", "one two"),
    "CR LF": ("# a\r\n\r\nb\r\nc\r\n", "a\nb c"),
    "beyond ASCII": ("# é😀 *中*\n\nb\u2028c", "é😀 中\nb\u2028c"),
    "nothing": ("", ""),
}
HTML = {
    "blocks": ("<h1>A</h1>\n<p>b <i>c</i>\n d<ul><li>e<li>f</ul>", "A\nb c d\ne\nf"),
    "not shown": ("<head><title>t</title><style>s{}</style><script>if (a<b) '</p>'</script></head><p>x", "x"),
    "references": ("Salt &amp; pepper&nbsp;&#8212; &notaname; &amp;quot;", "Salt & pepper\xa0— ¬aname; &quot;"),
    "code": ("Use <code>a <b>b</b></code> now<pre>x\ny</pre>end", "Use `code` now\nend"),
    "comments": ("a<!-- b > c -->d<!-->e<!doctype html>f<?g?>h</ i>j", "adefhj"),
    "no tags": ("a < b, c <3 & d > e", "a < b, c <3 & d > e"),
    "attributes": ('<a title=\'>\' href="a>b" x=c/d>e</a><img alt=f">g', "eg"),
    "never closed": ("a<svg>b<select>c<script>d", "ab\nc"),
    "cut off": ("a <b", "a"),
    "spaces": ("  a  \n\t<b> b </b>  <br>  c ", "a b\nc"),
    "nothing": ("", ""),
}


def read(reader, source: str) -> Document:
    return reader.document(source, "page", Project(), UTF8)


@pytest.mark.parametrize(("source", "text"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(source, text):
    assert read(markdown, source).text == text


@pytest.mark.parametrize(("source", "text"), HTML.values(), ids=HTML)
def test_html(source, text):
    assert read(html, source).text == text


@pytest.mark.parametrize("reader", [markdown, html])
@given(st.text(st.sampled_from("ab é😀\n\r\t*_`[]()<>/!-&;#=\"'|\\"), max_size=60))
def test_what_is_taken_as_it_is_stands_in_the_source(reader, source):
    doc = read(reader, source)
    for offset, character in enumerate(doc.text):
        edit = doc.positions.edit(offset, offset + 1, "")
        if edit is not None and edit.end - edit.start == 1 and character not in " \N{REPLACEMENT CHARACTER}":
            assert source[edit.start] == character
            assert doc.positions.offset(edit.start) == offset


def test_comments_that_speak_to_textlint():
    source = "a\n<!-- textlint: ignore[X] --><!-- else -->\n\n`<!-- textlint: code -->`\n"
    for reader in (markdown, html):
        comment = read(reader, source).comments[0]
        assert (comment.text, comment.start.row, comment.start.column) == (" textlint: ignore[X] ", 2, 1)
    assert len(read(markdown, source).comments) == 1


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b'<META http-equiv=x content="text/html; charset=iso-8859-1">', "cp1252"),
        (b"<p>charset=koi8-r", None),
    ],
)
def test_declared_encoding(data, name):
    assert html.declared_encoding(data) == name


@pytest.mark.parametrize("reader", [markdown, html])
@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "[",
        "`",
        "`a ``b ",
        "*a ",
        "<div>",
        '<a b="',
        '<a b=">" ',
        "<!--",
        "![a](",
        "&amp",
        "<svg>",
        "</",
        "> ",
        "\n",
    ],
)
def test_hostile_input_is_read_in_linear_time(reader, unit):
    def seconds(length: int) -> float:
        began = time.process_time()
        read(reader, unit * (length // len(unit)))
        return time.process_time() - began

    assert seconds(80_000) < 20 * max(seconds(10_000), 0.01)
