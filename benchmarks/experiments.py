"""What is measured: each experiment runs tools on text of one shape and prints a table."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from corpus import documents
from layouts import hostile, megabytes_in, records, write_one, write_records
from measure import Run, run
from tools import Tool, others, textlint

PAGE_BYTES = 4096
RESULTS = ".textlint_cache"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the text stands and of what sentences more is made, how often every command runs, on which processors."""

    work: Path
    sentences: Sequence[str]
    texts: Sequence[str]
    folders: Sequence[Path]
    rounds: int
    cpus: frozenset[int]

    def in_turns(self, commands: Mapping[str, Callable[[], Run]]) -> dict[str, list[Run]]:
        """The runs of each command: they take turns (A B A B), so that a machine whose speed drifts slows all alike.

        Before the first of several rounds every command runs once to warm caches.
        """
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(self.rounds + (self.rounds > 1)):
            for name, command in commands.items():
                runs[name].append(command())
        return {name: done[-self.rounds :] for name, done in runs.items()}

    def fresh(self, tool: Tool, paths: Iterable[Path], cpus: set[int] | None = None, *, memory: bool = False) -> Run:
        """A run that finds rules and lists compiled, but no results of an earlier one."""
        rmtree(self.work / RESULTS, ignore_errors=True)
        return run(tool.on(paths), cpus=cpus, cwd=self.work, memory=memory)

    def command(self, tool: Tool, paths: Sequence[Path], cpus: set[int] | None = None) -> Callable[[], Run]:
        """Such a run, to be done when it is called."""
        return lambda: self.fresh(tool, paths, cpus)

    def first(self, megabytes: float) -> Sequence[Path]:
        """The first folders that hold so many megabytes; at least one."""
        return self.folders[: max(1, round(min(megabytes, len(self.folders))))]


def spread(values: Iterable[float], digits: int = 2) -> str:
    """Median with the least and the greatest."""
    known = sorted(values)
    return f"{statistics.median(known):.{digits}f} ({known[0]:.{digits}f}-{known[-1]:.{digits}f})"


def ratios(of: Sequence[Run], to: Sequence[Run]) -> str:
    """How many times longer the first runs took than the second ones, round by round: by the clock."""
    return spread(one.seconds / other.seconds for one, other in zip(of, to, strict=True))


def cpu_ratios(of: Sequence[Run], to: Sequence[Run]) -> str:
    """The same by processor time, which other work on the machine disturbs less."""
    return spread(one.cpu_seconds / other.cpu_seconds for one, other in zip(of, to, strict=True))


def against_others(bench: Bench) -> None:
    """textlint and each other tool on the same files; a slow tool, and textlint beside it, read a part of them."""
    print(f"\n{megabytes_in(bench.folders):.1f} MB in {len(bench.texts)} files, processors {sorted(bench.cpus)}")
    print(f"{'':<12}{'MB':>6}{'MB/s':>24}{'MB per CPU second':>24}   textlint's throughput / its own")
    cpus = set(bench.cpus)
    for other in (*others(bench.work), None):
        if other and not run(other.on(bench.folders[:1]), cwd=bench.work, keep=True).output:
            raise SystemExit(f"{other.name} says nothing of the first folder: it cannot have read it")
        part = bench.first(other.megabytes if other else float("inf"))
        tools = [tool for tool in (textlint(), other) if tool]
        runs = bench.in_turns({tool.name: bench.command(tool, part, cpus) for tool in tools})
        size = megabytes_in(part)
        for tool in tools[-1:]:
            own = runs[tool.name]
            speeds, work = (size / one.seconds for one in own), (size / one.cpu_seconds for one in own)
            print(
                f"{tool.name:<12}{size:>6.0f}{spread(speeds):>24}{spread(work):>24}   {ratios(own, runs['textlint'])}"
            )


def shapes(bench: Bench) -> None:
    """Many files, one JSON Lines file and one large text file: throughput and peak memory of all processes."""
    records, one = bench.work / "records.jsonl", bench.work / "one.txt"
    sizes = {records: write_records(bench.texts, records), one: write_one(bench.texts, one, 64)}
    print("\nshape, MB, MB/s, peak MB of all processes")
    files = bench.fresh(textlint(), bench.folders, memory=True)
    total = megabytes_in(bench.folders)
    print(f"{'many files':<16}{total:>8.1f}{total / files.seconds:>8.2f}{files.peak_mb:>8.0f}")
    for path, megabytes in sizes.items():
        done = bench.fresh(textlint(), [path], memory=True)
        print(f"{path.name:<16}{megabytes:>8.1f}{megabytes / done.seconds:>8.2f}{done.peak_mb:>8.0f}")


def growth(bench: Bench) -> None:
    """Time for 16 times the input, and what a second processor brings."""
    part = bench.folders[: max(1, len(bench.folders) // 16)]
    one, two = set(sorted(bench.cpus)[:1]), set(sorted(bench.cpus)[:2])
    tool = textlint()
    runs = bench.in_turns(
        {
            "part": bench.command(tool, part, one),
            "one": bench.command(tool, bench.folders, one),
            "two": bench.command(tool, bench.folders, two),
        }
    )
    times = megabytes_in(bench.folders) / megabytes_in(part)
    longer, more = ratios(runs["one"], runs["part"]), cpu_ratios(runs["one"], runs["part"])
    print(f"\n{times:.1f} times the input takes {longer} times as long on one processor, {more} times the CPU time")
    print(f"one processor takes {ratios(runs['one'], runs['two'])} times as long as {len(two)}")


def start_up(bench: Bench) -> None:
    """A check of one 4 KB page, compiled rules and lists in the cache, results not."""
    page = bench.work / "page" / "page.txt"
    page.parent.mkdir()
    page.write_bytes("\n".join(bench.texts).encode()[:PAGE_BYTES])
    bare = (textlint().command[0], "-c", "pass")

    runs = bench.in_turns({"page": bench.command(textlint(), [page]), "bare": lambda: run(bare)})
    print(f"\none 4 KB page: {spread((one.seconds for one in runs['page']), 3)} s by the clock,", end=" ")
    print(f"{spread((one.cpu_seconds for one in runs['page']), 3)} s of a processor;", end=" ")
    print(f"Python alone: {spread((one.seconds for one in runs['bare']), 3)} s")


def second_run(bench: Bench) -> None:
    """A run over files that did not change, against one without the cache; both say the same."""
    tools = textlint("--no-cache"), textlint(), textlint()
    said = [run(tool.on(bench.folders), cwd=bench.work, keep=True).output for tool in tools]
    if len(set(said)) > 1:
        raise SystemExit("with the cache textlint says something else than without")
    runs = bench.in_turns(
        {
            "first": bench.command(textlint(), bench.folders),
            "second": lambda: run(textlint().on(bench.folders), cwd=bench.work),
        }
    )
    print(f"\na first run takes {ratios(runs['first'], runs['second'])} times as long as a second one")


def stream(bench: Bench, megabytes: float) -> None:
    """Records on standard input as they are made: the memory of all processes in each eighth of the run."""
    command = [*textlint().command, "-", "--stdin-filename", "records.jsonl"]
    lines = records(documents(bench.sentences, megabytes, seed=2))
    done = run(command, cpus=set(bench.cpus), cwd=bench.work, memory=True, stdin=lines)
    eighth = -(-len(done.memory_mb) // 8)
    peaks = [max(done.memory_mb[at : at + eighth]) for at in range(0, len(done.memory_mb), eighth)]
    print(f"\na stream of {megabytes:g} MB, peak MB of all processes in each eighth of the time:", end=" ")
    print(*(f"{peak:.0f}" for peak in peaks))


def worst_cases(bench: Bench, megabytes: float) -> None:
    """Hostile texts: throughput, that of a quarter of the text (the same, where work is linear), the slowest rule."""
    print(f"\nworst cases of {megabytes:g} MB on one processor, in MB/s: all, a quarter, the slowest rule; peak MB")
    cpus = set(sorted(bench.cpus)[:1])
    path = bench.work / "hostile.txt"
    profiling = textlint("--profile-rules", f"--output-file={os.devnull}")
    for name, text in hostile(bench.texts, megabytes).items():
        quarter = path.write_bytes(text[: len(text) // 4].encode()) / 1e6
        quick = quarter / bench.fresh(textlint(), [path], cpus).seconds
        size = path.write_bytes(text.encode()) / 1e6
        done = bench.fresh(textlint(), [path], cpus, memory=True)
        rule, speed = slowest(run(profiling.on([path]), cpus=cpus, cwd=bench.work, keep=True).output.decode())
        print(f"{name:<16}{size / done.seconds:>8.2f}{quick:>8.2f}{speed:>8.2f} {rule:<32}{done.peak_mb:>6.0f}")


def slowest(table: str) -> tuple[str, float]:
    """The slowest rule of a table of costs, and its MB/s."""
    rows = (line.rsplit(maxsplit=5) for line in table.splitlines()[1:])
    paces = {name.strip(): 1000 / float(pace) for name, *_, pace, _ in rows if pace != "-" and float(pace)}
    return min(paces.items(), key=lambda item: item[1], default=("-", 0.0))
