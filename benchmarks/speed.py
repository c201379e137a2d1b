"""Speed and memory of textlint with all default rules, beside other tools, on the same text in the same run.

    python benchmarks/speed.py --data FOLDER [--rounds 5] [--stream-mb 1000]

FOLDER holds `clean_news.jsonl.gz`. The tools take turns (A B A B ...), so that a machine whose speed drifts slows
them alike; what counts are the ratios. Tools that are not installed are left out aloud.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from measure import Run, run

PAGE_BYTES = 4096


def texts_of(data: Path) -> list[str]:
    """The texts of the clean news set."""
    with gzip.open(data / "clean_news.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def write_files(texts: Sequence[str], folder: Path) -> float:
    """One text file each; returns megabytes (10^6 bytes) written."""
    folder.mkdir()
    return sum((folder / f"{at:05}.txt").write_bytes(text.encode()) for at, text in enumerate(texts)) / 1e6


def write_records(texts: Sequence[str], path: Path, megabytes: float) -> float:
    """A JSON Lines file of about the size asked for, the texts over and over; returns its megabytes."""
    size = 0
    with path.open("wb") as file:
        for at, text in enumerate(cycle(texts)):
            size += file.write(json.dumps({"id": at, "text": text}).encode() + b"\n")
            if size >= megabytes * 1e6:
                return size / 1e6
    return size / 1e6


def commands(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The tools that are installed beside this Python or on PATH, each as it would be called on a folder."""
    yield "textlint", [sys.executable, "-m", "textlint", "check", "--no-cache", "--exit-zero", "--quiet", str(folder)]
    beside = str(Path(sys.executable).parent)
    for name in ("typos", "codespell"):
        found = shutil.which(name, path=beside) or shutil.which(name)
        if found:
            yield name, [found, str(folder)]
        else:
            print(f"{name} is not installed: left out")


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Median with the least and the greatest."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}-{high:.{digits}f})"


def compare(texts: Sequence[str], work: Path, rounds: int, cpus: set[int]) -> None:
    """Throughput of the tools in turns, as MB/s and as ratios to each other within a round."""
    megabytes = write_files(texts, work / "files")
    tools = dict(commands(work / "files"))
    runs: dict[str, list[Run]] = {name: [] for name in tools}
    for at in range(rounds + 1):
        for name, command in tools.items():
            done = run(command, cpus=cpus)
            if at:  # the first round warms the caches
                runs[name].append(done)
    print(f"\n{len(texts)} files, {megabytes:.1f} MB, processors {sorted(cpus)}, {rounds} rounds")
    for name, done_runs in runs.items():
        speeds = [megabytes / done.seconds for done in done_runs]
        ratios = [own.seconds / done.seconds for own, done in zip(runs["textlint"], done_runs, strict=True)]
        print(f"{name:<10} {spread(speeds):>24} MB/s   {spread(ratios):>22} times textlint's throughput")


def start_up(texts: Sequence[str], work: Path, rounds: int) -> None:
    """Whole-process time of a check of one 4 KB page, caches warm."""
    page = work / "page.txt"
    page.write_bytes(" ".join(texts[:4]).encode()[:PAGE_BYTES])
    command = [sys.executable, "-m", "textlint", "check", "--no-cache", "--exit-zero", str(page)]
    run(command)
    print(f"\none 4 KB page: {spread([run(command).seconds for _ in range(rounds)], 3)} s")


def memory(texts: Sequence[str], work: Path, megabytes: float) -> None:
    """Peak memory of a check of one large JSON Lines file."""
    size = write_records(texts, work / "stream.jsonl", megabytes)
    command = [sys.executable, "-m", "textlint", "check", "--no-cache", "--exit-zero", "--quiet"]
    done = run([*command, str(work / "stream.jsonl")], memory=True)
    print(f"\nJSON Lines of {size:.0f} MB: peak {done.peak_mb:.0f} MB in all processes, {size / done.seconds:.1f} MB/s")


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with clean_news.jsonl.gz")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cpus", default="0", help="processors to run on, for example 0 or 0,1")
    parser.add_argument("--stream-mb", type=float, default=1000.0, help="size of the JSON Lines file; 0 leaves it out")
    asked = parser.parse_args()
    texts = texts_of(asked.data)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        compare(texts, work, asked.rounds, {int(cpu) for cpu in asked.cpus.split(",")})
        start_up(texts, work, asked.rounds)
        if asked.stream_mb:
            memory(texts, work, asked.stream_mb)
    return 0


if __name__ == "__main__":
    sys.exit(main())
