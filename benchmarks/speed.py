"""Speed and memory of textlint with all default rules, beside other tools, on the same text in the same run.

    python benchmarks/speed.py                    # makes 100 MB of text; an hour with slow tools installed
    python benchmarks/speed.py --small            # a minute, for correctness: its times mean nothing
    python benchmarks/speed.py --data FOLDER      # the texts of FOLDER/clean_news.jsonl.gz instead

Only ratios within one run count: other work on the machine slows all commands alike. `--only` picks experiments.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import experiments
from corpus import documents, sentences
from experiments import Bench
from layouts import write_files

_SMALL_MEGABYTES = 0.05


_EXPERIMENTS: dict[str, Callable[[Bench, argparse.Namespace], None]] = {
    "start": lambda bench, _: experiments.start_up(bench),
    "tools": lambda bench, _: experiments.against_others(bench),
    "growth": lambda bench, _: experiments.growth(bench),
    "cache": lambda bench, _: experiments.second_run(bench),
    "shapes": lambda bench, _: experiments.shapes(bench),
    "stream": lambda bench, asked: experiments.stream(bench, asked.stream_megabytes),
    "worst": lambda bench, asked: experiments.worst_cases(bench, asked.worst_megabytes),
}
"""What can be measured, by name, in the order in which it is."""


def texts_of(data: Path) -> Iterator[str]:
    """The texts of the clean news set."""
    with gzip.open(data / "clean_news.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from (json.loads(line)["text"] for line in file)


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="little text, one round")
    parser.add_argument("--data", type=Path, help="folder with clean_news.jsonl.gz, to use instead of made text")
    parser.add_argument("--megabytes", type=float, default=100.0, help="how much text to make")
    parser.add_argument("--worst-megabytes", type=float, default=64.0, help="size of a hostile text")
    parser.add_argument("--stream-megabytes", type=float, default=500.0, help="length of the stream")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cpus", help="processors to run on, as in 0,1 (default: all)")
    parser.add_argument("--only", action="append", choices=_EXPERIMENTS, help="may be repeated")
    asked = parser.parse_args()
    if asked.small:
        asked.megabytes = asked.worst_megabytes = asked.stream_megabytes = _SMALL_MEGABYTES
        asked.rounds = 1
    return asked


def main() -> int:
    """Measure and print; returns the exit code."""
    asked = arguments()
    cpus = frozenset(map(int, asked.cpus.split(","))) if asked.cpus else frozenset(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        source = sentences(None if asked.small else work)
        texts = list(texts_of(asked.data) if asked.data else documents(source, asked.megabytes))
        bench = Bench(work, source, texts, write_files(texts, work / "files"), asked.rounds, cpus)
        for which, measure in _EXPERIMENTS.items():
            if not asked.only or which in asked.only:
                measure(bench, asked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
