"""The language of a page's furniture, told by function words."""

from __future__ import annotations

from textlint.facts.language import is_english
from textlint.facts.words import word_types
from textlint.text import Document, fact

_FUNCTION_WORDS = {
    "de": "der die das und ist nicht mit auf für ein eine den dem von zu sich auch als bei nach wird sind",
    "fr": "le la les des est dans pour une sur pas que qui du au avec par plus ce cette sont aux nous",
    "es": "el la los las del que en una por con para es se su al como más pero sus está fue entre",
    "ru": "и в не на что с по это как из для был его но от он она они мы также все было к",
    "uk": "і в не на що з та до це як для від його але він вона вони ми також все було про є й",
}
_ENOUGH = 4


@fact
def page_language(doc: Document) -> str | None:
    """The language whose phrasebook fits the document: `en`, `de`, `fr`, `es`, `ru`, `uk`, or None for any other."""
    if is_english(doc):
        return "en"
    types = set(map(str.lower, word_types(doc)))
    found = {language: len(types.intersection(those.split())) for language, those in _FUNCTION_WORDS.items()}
    best = max(found, key=found.__getitem__)
    return best if found[best] >= _ENOUGH else None
