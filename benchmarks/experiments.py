"""What is measured: each experiment runs tools on text of one shape and prints a table."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from layouts import hostile, megabytes_in, write_one
from measure import Run, run
from tools import Tool, others, textlint

PAGE_BYTES = 4096
RESULTS = ".textlint_cache"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the text stands, how often every command is run, and on which processors."""

    work: Path
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


def against_others(bench: Bench) -> None:
    """textlint and each other tool on the same files; a slow tool, and textlint beside it, read a part of them."""
    print(f"\n{megabytes_in(bench.folders):.1f} MB in {len(bench.texts)} files, processors {sorted(bench.cpus)}")
    print(f"{'':<12}{'MB':>6}{'MB/s':>24}{'MB per CPU second':>24}   textlint's throughput / its own")
    cpus = set(bench.cpus)
    for other in (*others(bench.work), None):
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


def shapes(bench: Bench, records: Path, size: float) -> None:
    """Many files, one JSON Lines file and one large text file: throughput and peak memory of all processes."""
    one = bench.work / "one.txt"
    sizes = {records: size, one: write_one(bench.texts, one, 64)}
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
    print(f"\n{times:.1f} times the input takes {ratios(runs['one'], runs['part'])} times as long, on one processor")
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


def worst_cases(bench: Bench, megabytes: float) -> None:
    """Throughput on hostile texts of one size and of a quarter of it: the same, where work is linear."""
    print(f"\nworst cases of {megabytes:g} MB, and of a quarter of it, in MB/s on one processor")
    cpus = set(sorted(bench.cpus)[:1])
    for name, text in hostile(bench.texts, megabytes).items():
        speeds = []
        for part in (text, text[: len(text) // 4]):
            path = bench.work / "hostile.txt"
            size = path.write_bytes(part.encode()) / 1e6
            speeds.append(size / bench.fresh(textlint(), [path], cpus).seconds)
        print(f"{name:<20}{speeds[0]:>8.2f}{speeds[1]:>8.2f}")
