"""Accuracy on labelled text, held against the figures reached so far.

    python benchmarks/accuracy.py --data FOLDER            run every set of accuracy.toml and compare
    python benchmarks/accuracy.py --data FOLDER --update   write what was measured as the new figures

FOLDER holds the labelled sets (`*.jsonl.gz`, `seed/page.txt`) and their scorer, `score.py`, which runs the installed
textlint. A change fails that loses more than `points` of a precision or recall, or that raises a count of alarms by
more than `alarms` of itself.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIGURES = Path(__file__).with_name("accuracy.toml")
LOWER_IS_BETTER = ("per_10k_words", "flagged", "alarmed", "false_alarms")
NOT_HELD = ("f1", "tp", "fp", "fn", "words", "alarms", "diagnostics", "seconds", "MB_per_s")


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """One line of the table: a set, the scorer's family for it, the rules selected, and the figures reached."""

    name: str
    family: str
    file: str
    select: str | None
    figures: dict[str, float]

    def measure(self, data: Path) -> dict[str, float]:
        """Run the scorer; returns its figures that are held."""
        command = [sys.executable, str(data / "score.py"), self.family, str(data / self.file), "--json"]
        command += ["--command", f"{sys.executable} -m textlint"]
        if self.select is not None:
            command += ["--select", self.select]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"accuracy: {self.name}: {done.stderr.strip() or done.stdout.strip()}")
        measured = json.loads(done.stdout.splitlines()[-1])
        return {key: value for key, value in measured.items() if isinstance(value, int | float) and key not in NOT_HELD}


def read_figures(path: Path) -> tuple[dict[str, float], list[LabelledSet]]:
    """The tolerances and the sets of an accuracy.toml."""
    table = tomllib.loads(path.read_text("utf-8"))
    sets = [
        LabelledSet(name, entry["family"], entry["file"], entry.get("select"), entry.get("figures", {}))
        for name, entry in table["set"].items()
    ]
    return table["tolerance"], sets


def losses(reached: dict[str, float], measured: dict[str, float], tolerance: dict[str, float]) -> Iterator[str]:
    """What got worse beyond the tolerance, a line each."""
    for key, before in reached.items():
        now = measured.get(key, 0.0)
        if key.endswith(LOWER_IS_BETTER):
            if now > before * (1 + tolerance["alarms"]) + 1e-9:
                yield f"{key} rose from {before} to {now}"
        elif now < before - tolerance["points"] - 1e-9:
            yield f"{key} fell from {before} to {now}"


def write_figures(path: Path, tolerance: dict[str, float], sets: list[LabelledSet]) -> None:
    """Write the sets with their figures; the file is its own record of progress, so its history is kept by git."""
    out = ["# Figures reached on the labelled sets; written by `benchmarks/accuracy.py --update`.", "", "[tolerance]"]
    out += [f"{key} = {value}" for key, value in tolerance.items()]
    for entry in sets:
        out += ["", f"[set.{entry.name}]", f'family = "{entry.family}"', f'file = "{entry.file}"']
        out += [f'select = "{entry.select}"'] if entry.select is not None else []
        out += [f"[set.{entry.name}.figures]", *(f"{key} = {value}" for key, value in entry.figures.items())]
    path.write_text("\n".join(out) + "\n", "utf-8")


def main() -> int:
    """Measure, print and compare; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="the figures to hold against")
    parser.add_argument("--update", action="store_true", help="write the figures measured now")
    parser.add_argument("--only", default="", help="only sets whose name begins so")
    asked = parser.parse_args()
    if not (asked.data / "score.py").is_file():
        print(f"accuracy: no labelled sets at {asked.data}: nothing was measured")
        return 0
    tolerance, sets = read_figures(asked.figures)
    lost, measured_sets = [], []
    for entry in sets:
        if not entry.name.startswith(asked.only):
            measured_sets.append(entry)
            continue
        measured = entry.measure(asked.data)
        print(f"{entry.name:<28}" + "  ".join(f"{key}={value}" for key, value in measured.items()), flush=True)
        lost += [f"{entry.name}: {loss}" for loss in losses(entry.figures, measured, tolerance)]
        measured_sets.append(LabelledSet(entry.name, entry.family, entry.file, entry.select, measured))
    if asked.update:
        write_figures(asked.figures, tolerance, measured_sets)
        return 0
    print("\n".join(["", *lost]) if lost else "\nno figure fell")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
