"""TYP007: American and British spelling in one document."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.checks.spelling.dialect import NAMES, telling_words
from textlint.checks.spelling.report import in_case_of
from textlint.diagnostic import Related
from textlint.facts.protected import protected
from textlint.facts.words import occurrences
from textlint.rule import Finding
from textlint.text import Document


def mixed_dialect(doc: Document) -> Iterator[Finding]:
    """The telling words of the side that fewer words of the document take; of equal sides, the one that comes later."""
    telling = {
        form: found for form, found in telling_words(doc).items() if ("A" in found.dialects) != ("B" in found.dialects)
    }
    sides = {form: "A" if "A" in found.dialects else "B" for form, found in telling.items()}
    if len(set(sides.values())) < 2:
        return
    places = [(form, span) for form, span in occurrences(doc, telling) if not protected(doc).covers(*span)]
    american = sum(sides[form] == "A" for form, _ in places)
    if not places or american in (0, len(places)):
        return
    first = sides[places[0][0]]
    main = first if 2 * american == len(places) else "A" if 2 * american > len(places) else "B"
    other, place = next((form, span) for form, span in places if sides[form] == main)
    for form, span in places:
        if sides[form] != main:
            right = in_case_of(form, telling[form].elsewhere.get(main, form))
            related = (Related(place, f'{NAMES[main]} spelling: "{other}"'),)
            yield Finding(
                *span, suggestions=(right,), related=related, theirs=NAMES[sides[form]], ours=NAMES[main], other=other
            )
