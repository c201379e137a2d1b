"""Recall of `textlint.names.similarity` at a precision of 0.95 on labelled pairs of names.

    names_pairs.py --data PAIRS.jsonl[.gz] [--precision 0.95]

A pair is {"a", "b", "same", "src"}; `src` is where the pair comes from, and recall is printed for each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from textlint.names import similarity


def read(path: Path) -> list[dict[str, Any]]:
    """The labelled pairs of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def operating_point(scored: list[tuple[float, bool]], precision: float) -> tuple[float, float]:
    """The lowest threshold at which the precision holds, and the recall there."""
    ordered = sorted(scored, reverse=True)
    positives = sum(same for _, same in ordered)
    hits, threshold, recall = 0, 1.0, 0.0
    for at, (score, same) in enumerate(ordered, 1):
        hits += same
        if hits / at >= precision:
            threshold, recall = score, hits / positives
    return threshold, recall


def main() -> None:
    """Print the operating point and the recall of each source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--precision", type=float, default=0.95)
    args = parser.parse_args()
    pairs = read(args.data)
    began = time.perf_counter()
    scores = [similarity(pair["a"], pair["b"]) for pair in pairs]
    took = time.perf_counter() - began
    threshold, recall = operating_point(
        list(zip(scores, (pair["same"] for pair in pairs), strict=True)), args.precision
    )
    print(f"pairs={len(pairs)}  recall={recall:.3f} at precision {args.precision}  threshold={threshold:.3f}"
          f"  pairs_per_s={len(pairs) / took:.0f}")  # fmt: skip
    by_source = defaultdict(list)
    for score, pair in zip(scores, pairs, strict=True):
        if pair["same"]:
            by_source[pair.get("src", "")].append(score >= threshold)
    for source, found in sorted(by_source.items()):
        print(f"  {source:50} {sum(found) / len(found):.3f} of {len(found)}")


if __name__ == "__main__":
    main()
