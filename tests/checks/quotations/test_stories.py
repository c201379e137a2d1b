"""QUO001 stands back where a story is told: readers of fiction follow who speaks.

The pages are written from parts: what is said, what happens meanwhile, and who is said to speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from textlint.checks.quotations.unattributed_quote import unattributed_quote
from textlint.text import Document

SAID = """\
We should have left before the snow began
I never asked you to come all this way
There is nobody left in the house but us
You cannot keep the boat and the horse as well
Father will hear of it sooner or later
It was lying on the step when I came home
Nobody has touched that lamp since the summer
They told me you had gone to the city for good
I would rather walk than ride with him again
You have your mother's way of looking at people
The key is where it has always been
We can be over the hill before they wake
He paid for it with the last of his money
I thought I heard somebody on the stairs
That is not what you promised me in the spring
Take the lantern and wait for me by the gate""".splitlines()
BEATS = """\
She put down her cup and looked out of the window.
He turned the letter over in his hands.
The clock in the hall struck nine, and the dog lifted its head.
Neither of them moved. The fire had burned low.
Martin pulled his coat around his shoulders and stepped to the door.
The rain ran down the glass. Somewhere a gate slammed.
She smiled, though her eyes were tired.
He sat down on the bed and pulled off his boots, one and then the other.
A long silence followed. The wind shook the shutters.
Clara walked to the stairs and stood there with her hand on the rail.
His voice was so low that she leaned closer.
The old man nodded slowly and filled his pipe.""".splitlines()
TAGS = "she said|he said|Martin whispered|Clara answered|the old man muttered|she asked|he cried".split("|")
OWN_TAGS = "I said|she said|I asked|he said|said I|my aunt replied".split("|")
MARKS = {"curly": "“”", "straight": '""', "British": "‘’", "typewriter": "''"}


def stories() -> Iterator[tuple[str, str]]:
    """Twenty pages with their names: five ways of telling, each in four styles of marks."""
    for seed, tell in enumerate((bare, tagged, first_person, sparse, crowded)):
        for style, marks in MARKS.items():
            yield f"{tell.__name__}-{style}", "\n\n".join(tell(Random(seed), *marks))


def bare(random: Random, opening: str, closing: str) -> Iterator[str]:
    """Two people talk for a page; after the first lines nobody is named."""
    said = random.sample(SAID, 12)
    yield random.choice(BEATS)
    yield f"{opening}{said[0]},{closing} said Clara."
    for line in said[1:]:
        yield f"{opening}{line}.{closing}"
    yield random.choice(BEATS)


def tagged(random: Random, opening: str, closing: str) -> Iterator[str]:
    """Most lines have a tag, some have only what happens beside them."""
    for line in random.sample(SAID, 10):
        yield (
            f"{opening}{line},{closing} {random.choice(TAGS)}."
            if random.random() < 0.6
            else f"{opening}{line}.{closing}"
        )
        yield random.choice(BEATS)


def first_person(random: Random, opening: str, closing: str) -> Iterator[str]:
    """Told by one of the speakers."""
    for line in random.sample(SAID, 9):
        yield random.choice(BEATS).replace("She", "I").replace("He ", "I ")
        yield random.choice((f"{opening}{line},{closing} {random.choice(OWN_TAGS)}.", f"{opening}{line}.{closing}"))


def sparse(random: Random, opening: str, closing: str) -> Iterator[str]:
    """Mostly narrative, with one line of speech here and there and no tag at all."""
    for line in random.sample(SAID, 3):
        yield " ".join(random.sample(BEATS, 3))
        yield f"{opening}{line}.{closing}"
    yield " ".join(random.sample(BEATS, 3))


def crowded(random: Random, opening: str, closing: str) -> Iterator[str]:
    """Long paragraphs with several lines of speech and what happens between them."""
    for _ in range(4):
        lines = random.sample(SAID, 3)
        first, second = f"{opening}{lines[0]}.{closing}", f"{opening}{lines[1]}?{closing}"
        yield f"{first} {random.choice(BEATS)} {second} {random.choice(BEATS)}"
        yield f"{opening}{lines[2]}!{closing}"


PAGES = dict(stories())


def test_there_are_twenty_pages():
    assert len(PAGES) == 20


@pytest.mark.parametrize("name", PAGES)
def test_no_speaker_is_asked_for(name):
    assert list(unattributed_quote(Document(PAGES[name]))) == []
