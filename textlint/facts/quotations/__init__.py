"""The quotations of a document: what is quoted, and who said it."""

from textlint.facts.quotations.marks import Mark
from textlint.facts.quotations.model import Quotation, Quotations, Unpaired, quotations

__all__ = ["Mark", "Quotation", "Quotations", "Unpaired", "quotations"]
