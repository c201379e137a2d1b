"""English and other languages: documents, paragraphs, quotations."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.facts.language import english_at, is_english, is_function_word
from textlint.text import Document

ENGLISH = (
    "The mayor said on Monday that the bridge would be closed for the rest of the year, and that nobody was to blame."
)
OTHERS = {
    "German": "Der Bürgermeister sagte, dass die Brücke für den Rest des Jahres geschlossen bleibt.",
    "French": "Le maire a dit que le pont resterait fermé pour le reste de l'année.",
    "Spanish": "El alcalde dijo que el puente estará cerrado el resto del año y que nadie tiene la culpa de ello.",
    "Italian": "Il sindaco ha detto che il ponte sarà chiuso per il resto dell'anno e che nessuno ne ha la colpa.",
    "Dutch": "De burgemeester zei dat de brug de rest van het jaar dicht blijft en dat niemand er iets aan kan doen.",
    "Portuguese": "O prefeito disse que a ponte ficará fechada pelo resto do ano.",
    "Swedish": "Borgmästaren sade att bron ska vara stängd resten av året och att ingen har skuld till det som hänt.",
    "Polish": "Burmistrz powiedział, że most będzie zamknięty do końca roku i że nikt nie jest temu winien.",
    "Turkish": "Belediye başkanı köprünün yıl sonuna kadar kapalı kalacağını ve kimsenin suçlu olmadığını söyledi.",
    "Malay": "Datuk bandar berkata bahawa jambatan itu akan ditutup untuk baki tahun ini dan tidak ada yang salah.",
    "Czech": "Starosta řekl, že most bude do konce roku zavřený a že za to nikdo nemůže, ale že se to může změnit.",
    "Finnish": "Pormestari sanoi, että silta on suljettu koko loppuvuoden ja että kukaan ei ole siihen syyllinen.",
    "Romanized Hindi": "Mayor ne kaha ki yeh pul saal ke baki hisse mein band rahega.",
    "Russian": "Мэр сказал в понедельник, что мост будет закрыт до конца года и что никто в этом не виноват.",
    "Japanese": "市長は月曜日、橋は年末まで閉鎖され、誰の責任でもないと述べた。",
    "Scots": "The provost telt us that the brig wad be steekit for the lave o the year, and naebody wis tae blame.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages(text):
    assert not is_english(Document(text))
    page = Document(f"{ENGLISH}\n\n{text}\n\n{ENGLISH}")
    assert not english_at(page, page.text.index(text) + len(text) // 2)
    assert english_at(page, 10)


@pytest.mark.parametrize("name", ["German", "French", "Spanish", "Italian", "Dutch", "Portuguese", "Swedish", "Polish"])
def test_quotations_are_judged_by_themselves(name):
    quoted, other = OTHERS[name].rstrip("."), OTHERS[name]
    english_page = Document(f"{ENGLISH} He said: “{quoted}”, and left. {ENGLISH}")
    assert not english_at(english_page, english_page.text.index("“") + 20)
    other_page = Document(f"{other} « The bridge will be closed for the rest of the year » {other}")
    assert english_at(other_page, other_page.text.index("bridge"))
    assert not english_at(other_page, 5)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.upper(),
        "im gonna tell u smth lol its so cute cuz my cat did that again",
        "I am go to school by bus yesterday because my mother have no car for bring me.",
        "Ms Okonkwo-Reyes of Los Angeles met Jean de la Fontaine and Ludwig van der Rohe at El Paso.",
        "Three cups flour, two eggs, butter",
        "Weather",
        "",
    ],
)
def test_english_of_all_kinds(text):
    assert is_english(Document(text))
    assert english_at(Document(text), len(text) // 2)


def test_short_lines_go_with_their_document():
    page = Document(f"{OTHERS['German']}\n\nNews\n\n{OTHERS['German']}")
    assert not english_at(page, page.text.index("News"))
    assert english_at(Document(f"{ENGLISH}\n\nDie Welt\n\n{ENGLISH}"), len(ENGLISH) + 3)


def test_function_words():
    assert is_function_word("the")
    assert not is_function_word("harbour")


@given(st.text(max_size=200), st.integers(0, 200))
def test_any_place_of_any_text_can_be_asked(text, offset):
    assert english_at(Document(text), min(offset, len(text))) in (True, False)


def test_the_verdict_does_not_depend_on_the_order_of_a_set():
    script = (
        "from textlint.text import Document; from textlint.facts.language import is_english;"
        "print([is_english(Document(text)) for text in ('Ansa. Los gatos, Fed boss dice', 'Der Plan. La Paz. EU')])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(seen) == 1
