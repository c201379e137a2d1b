"""What is not prose, and what only looks so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.facts.protected import protected
from textlint.text import Document

NOT_PROSE = """
https://a.example/b?c=d#e www.a.example/x ftp://x.y j.doe@mail.a.example @handle_x #metoo Example.com bbb.co.uk/news
bit.ly/3abc report.PDF main.py src/foo/main.py /usr/local/bin C:\\Temp\\x \\\\srv\\share 0xDEADBEEF
d41d8cd98f00b204e9800998ecf8427e 123e4567-e89b-12d3-a456-426614174000 eyJhbGciOiJIUzI1.eyJzdWIi.SflKxw dQw4w9WgXcQ1a
v2.0 1.2.3 10.0.0.1 snake_case print() std::vector ptr->x --no-cache ${HOME} $PATH <br/> </div> \\alpha \\frac{1}{2}
$x^2$ mailto:me@x.example `border.Town`
""".split()
PROSE = """
border.Town said.It Gooch21 2025 13:45 and/or he/she U.S. e.g. $40bn 3.5 1,000 well-known rock'n'roll don't B&B R&D 6'2"
Ph.D COVID-19 F-16 (hello) said."He Mr.Berg $5 $1.5m 9/11 24/7 1990s state-of-the-art Smith/Jones end...And day.So A Å
""".split()


def covered(written, before="see "):
    doc = Document(f"{before}{written} now")
    return protected(doc).covers(len(before), len(before) + len(written))


@pytest.mark.parametrize("written", NOT_PROSE)
def test_protected(written):
    assert covered(written)
    assert covered(written, before="(\n")


@pytest.mark.parametrize("written", PROSE)
def test_prose(written):
    assert not covered(written)


def test_code_with_spaces():
    doc = Document("Type `git add .` or ``x ` y`` now, not 'git add .'")
    spans = [protected(doc).covers(at, at + 3) for at in (6, 22, 40)]
    assert spans == [True, True, False]


def test_a_long_address_is_protected_to_its_end():
    doc = Document("https://a.example/" + "path" * 300 + " end")
    assert protected(doc).covers(1200, 1204)
    assert not protected(doc).covers(len(doc.text) - 3, len(doc.text))


@given(
    st.text(st.sampled_from("ab./:@#_-$`<>{}\\ \n1é") | st.characters(), max_size=80),
    st.integers(0, 79),
    st.integers(0, 5),
)
def test_any_place_of_any_text_can_be_asked(text, start, length):
    start = min(start, len(text))
    assert protected(Document(text)).covers(start, min(len(text), start + length)) in (True, False)


@pytest.mark.parametrize(
    "unit", ["border.Town", "a.", "a@", "_", "$^", "`", "`a", "/a", "\\a", "a-", "1.", "<a", "Aa1"]
)
def test_a_place_costs_the_same_in_a_long_run(unit):
    def seconds(length):
        doc = Document(unit * (length // len(unit)))
        begin = time.process_time()
        for at in range(0, length - 1000, length // 100):
            protected(doc).covers(at, at + 5)
        return time.process_time() - begin

    assert seconds(400_000) < 20 * max(seconds(20_000), 0.01)
