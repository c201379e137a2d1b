"""TYP006: a spelling of another dialect than the project's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textlint.checks.spelling.dialect import NAMES, letter_of, telling_words
from textlint.checks.spelling.report import in_case_of
from textlint.diagnostic import Edit, Fix
from textlint.facts.protected import protected
from textlint.facts.words import occurrences
from textlint.rule import Finding
from textlint.text import Document


def other_dialect(doc: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every telling word that the dialect spells otherwise; nothing where the project accepts all.

    The option `dialect`, if not empty, takes the place of the project's.
    """
    own = letter_of(options["dialect"] or doc.project.dialect)
    if own is None:
        return
    telling = {form: spelling for form, spelling in telling_words(doc).items() if own in spelling.elsewhere}
    for form, span in occurrences(doc, telling):
        if not protected(doc).covers(*span):
            right = in_case_of(form, telling[form].elsewhere[own])
            fix = Fix((Edit(span, right),), message=f'write "{right}"')
            theirs = NAMES[telling[form].dialects[0]]
            yield Finding(*span, suggestions=(right,), fix=fix, theirs=theirs, ours=NAMES[own], meant=right)
