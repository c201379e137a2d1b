"""Measure LanguageTool's rules on labelled text: writes rules/languagetool/data/rules.csv.

    python scripts/measure_languagetool.py --data FOLDER --server http://127.0.0.1:PORT

FOLDER holds `clean_*.jsonl.gz` ({"text", "known_errors"}) and `spelling_*.jsonl.gz` ({"text", "errors"}). Of each rule
it counts the alarms on clean text, the labelled slips it hits, and its other marks on text with slips. Only counts
reach the file. An hour on two processors; answers are cached by paragraph.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textlint.facts.layout import paragraphs
from textlint.languagetool.client import Match
from textlint.languagetool.deep import Session
from textlint.packs import data_path
from textlint.text import Document, Span

CLEAN = ("clean_news", "clean_mixed")
SLIPS = ("wiki", "confusions", "mixed", "web", "news", "injected_realword", "injected")
AGREED = "MORFOLOGIK_RULE_EN_US, agreed"


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a labelled set."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def marks(session: Session, british: Session, text: str) -> Iterator[tuple[str, str, Span]]:
    """Rule, category and place of every match; words that the British speller rejects too count a second time."""
    spans = paragraphs(Document(text))
    texts = [text[span.start : span.end] for span in spans]
    answers = session.matches(texts)
    for span, paragraph in zip(spans, texts, strict=True):
        speller = [match for match in answers[paragraph] if match.rule == "MORFOLOGIK_RULE_EN_US"]
        plain = [match for match in speller if paragraph[match.start].islower()]
        rejected = _places(british.matches([paragraph])[paragraph]) if plain else set()
        for match in answers[paragraph]:
            place = Span(span.start + match.start, span.start + match.end)
            yield match.rule, match.category, place
            word = paragraph[match.start : match.end]
            if match in plain and (match.start, match.end) in rejected and text.count(word) == 1:
                yield AGREED, match.category, place


def _places(matches: list[Match]) -> set[tuple[int, int]]:
    return {(match.start, match.end) for match in matches}


def overlap(place: Span, spans: list[tuple[int, int]]) -> bool:
    """Whether a place touches any of the spans."""
    return any(place.start < end and start < place.end for start, end in spans)


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--server", required=True)
    asked = parser.parse_args()
    session, british = Session(asked.server, "en-US"), Session(asked.server, "en-GB", ("MORFOLOGIK_RULE_EN_GB",))
    categories: dict[str, str] = {}
    alarms, hits, wrong = Counter[str](), Counter[str](), Counter[str]()
    for name in (*CLEAN, *(f"spelling_{kind}" for kind in SLIPS)):
        for record in records(asked.data / f"{name}.jsonl.gz"):
            labelled = record.get("errors")
            spans = [(e["start"], e["end"]) for e in labelled] if labelled is not None else record["known_errors"]
            for rule, category, place in marks(session, british, record["text"]):
                categories[rule] = category
                if labelled is None:
                    alarms[rule] += not overlap(place, spans)
                else:
                    (hits if overlap(place, spans) else wrong)[rule] += 1
        print(name, flush=True)
    with data_path("languagetool", "rules.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Counted by scripts/measure_languagetool.py with LanguageTool 6.8: alarms on 1.3 million edited words,\n"
        )
        file.write("# labelled slips hit, and other marks on text with labelled slips.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "category", "alarms", "hits", "wrong"])
        for rule in sorted(categories):
            writer.writerow([rule, categories[rule], alarms[rule], hits[rule], wrong[rule]])


if __name__ == "__main__":
    main()
