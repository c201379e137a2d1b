"""Stand-in command line, replaced by the real one: `check` on JSON Lines and text files, JSON output."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from textlint.config.settings import Settings
from textlint.engine import Linter
from textlint.text import Document


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--output-format", default="concise")
    parser.add_argument("--text-field", default="text")
    parser.add_argument("--id-field", default="id")
    parser.add_argument("--exit-zero", action="store_true")
    parser.add_argument("--pedantic", action="store_true")
    parser.add_argument("--select", default="")
    parser.add_argument("paths", nargs="+")
    asked = parser.parse_args()
    linter = Linter(Settings(select=tuple(filter(None, asked.select.split(","))), pedantic=asked.pedantic))
    found = []
    for path in asked.paths:
        raw = Path(path).read_bytes().decode("utf-8-sig", "replace")
        if path.endswith(".jsonl"):
            records = [json.loads(line) for line in raw.split("\n") if line.strip()]
            docs = [Document(record[asked.text_field], path, record.get(asked.id_field)) for record in records]
        else:
            docs = [Document(raw, path)]
        for doc in docs:
            found += linter.lint(doc)
    if asked.output_format == "json":
        json.dump(
            [
                {
                    "code": d.code,
                    "document": d.document,
                    "span": d.span._asdict(),
                    "suggestions": d.suggestions,
                    "message": d.message,
                    "confidence": d.confidence,
                    "text": d.text,
                }
                for d in found
            ],
            sys.stdout,
        )
    else:
        for d in found:
            print(f"{d.filename}:{d.location.row}:{d.location.column}: {d.code} {d.message}")
    for error in linter.errors:
        print(f"error: {error}", file=sys.stderr)
    return 2 if linter.errors else 0
