"""What is quoted: marks told apart, paired, continued and left over."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.facts.quotations import quotations
from textlint.facts.quotations.marks import marks
from textlint.text import Document

QUOTED = {
    'He said "no" and "never".': ['"no"', '"never"'],
    "He said “no” and ‘never’.": ["“no”", "‘never’"],
    "«Non», dit-il, et „nein“ und ‚nie‘.": ["«Non»", "„nein“", "‚nie‘"],
    "She wrote ``almost'' and ''quite''.": ["``almost''", "''quite''"],
    "“He told me ‘go’ and went.”": ["“He told me ‘go’ and went.”", "‘go’"],
    "'The Russians' plan is bad,' he said.": ["'The Russians' plan is bad,'"],
    "They want 'workers' rights' and 'peace'.": ["'workers' rights'", "'peace'"],
    'A "perfect 10" and a 12" pan.': ['"perfect 10"'],
    "He is 6'2\" and came in '98; rock 'n' roll, 'twas said.": [],
    "The dogs' bowls, the Joneses' car, goin' home, d'you know.": [],
    'He was--"never"--there ("ever").': ['"never"', '"ever"'],
    '<a href="x" title="y">"Z"</a>': ['"Z"'],
    "He said ”no“ twice.": ["”no“"],
    'One "two *"three"* four" five': ['"two *"three"* four"', '"three"'],
    'He read "... and so on" aloud.': ['"... and so on"'],
    '"First line\nsecond line\nlast line"': ['"First line\nsecond line\nlast line"'],
}
CONTINUED = '"One. Two.\n\n"Three. Four.\n\n"Five," he said.'
UNPAIRED = {
    '"One, she said. "Two."': [("One", True)],
    'One," she said. "Two."': [("One", False)],
    "“One. “Two. “Three,” he said.": [("One", True), ("Two", True)],
    '"One," he said.\n\n"Two.\n\nThree.': [("Two", True)],
    '"One two, said Ann Lee.\n\n"Three," he added.': [("One", True)],
    'It was "a disgrace.\n\n"We will not go," he said.': [("a", True)],
    "'One,' he said. 'Two two,' he said. 'Three three,' he said. 'Four. 'Five.'": [("Four", True)],
    "Tell 'em it's the dogs' own 'til ’98.": [],
}


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotations(Document(text)).quotes]


@pytest.mark.parametrize("text", QUOTED)
def test_quoted(text):
    assert quoted(text) == QUOTED[text]


@pytest.mark.parametrize("text", UNPAIRED)
def test_unpaired(text):
    found = quotations(Document(text)).unpaired
    beside = [(text[item.mark.end :] if item.opens else text[: item.mark.start]).strip(",.") for item in found]
    assert [item.opens for item in found] == [opens for _, opens in UNPAIRED[text]]
    assert all(
        near.startswith(word) if opens else near.endswith(word)
        for near, (word, opens) in zip(beside, UNPAIRED[text], strict=True)
    )


def test_each_paragraph_of_a_long_quotation_opens_and_the_last_closes():
    model = quotations(Document(CONTINUED))
    assert [(not quote.closer, quote.resumes) for quote in model.quotes] == [
        (True, False),
        (True, True),
        (False, True),
    ]
    assert model.unpaired == []


def test_the_missing_mark_is_expected_before_the_tag():
    text = "“There is no such plan, the minister said. “We never had one.”"
    (item,) = quotations(Document(text)).unpaired
    assert text[: item.expected].endswith("plan,")


def test_nested_quotations_name_the_mark_around_them():
    text = '"A \'b "c" d\' e"'
    found = [(outer, text[quote.start : quote.end]) for outer, quote in quotations(Document(text)).nested()]
    assert found == [('"', "'b \"c\" d'"), ("'", '"c"')]


@given(st.text(alphabet="\"'“”‘’«»„`=\n .,aAs9—", max_size=60))
def test_every_mark_is_in_one_place_at_most(text):
    model = quotations(Document(text))
    used = [(quote.start, quote.opener) for quote in model.quotes]
    used += [(quote.inner.end, quote.closer) for quote in model.quotes if quote.closer]
    used += [(item.mark.start, item.mark.glyph) for item in model.unpaired]
    assert len(used) == len(set(used))
    found = marks(text)
    assert set(used) <= {(start, sort.glyph) for start, sort in zip(found.starts, found.sorts, strict=True)}
    assert all(quote.start < quote.end <= len(text) for quote in model.quotes)
    assert all(0 <= item.expected <= len(text) for item in model.unpaired)


@pytest.mark.parametrize("piece", ['"', ' "a', 'a" ', "“a ", "s' ", '1" ', '="', '"A b c d e."\n\n', "“a' ‘b\" "])
def test_time_grows_with_the_text_alone(piece):
    def seconds(count: int) -> float:
        began = time.process_time()
        quotations(Document(piece * count))
        return time.process_time() - began

    seconds(100)
    assert seconds(16_000) < 0.2 + 16 * seconds(4_000)
