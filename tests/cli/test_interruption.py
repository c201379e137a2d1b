"""Runs that are broken off, or have no place to write, leave nothing behind that another run could trip over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

COMMAND = (sys.executable, "-m", "textlint", "check", "--jobs", "2", "--exit-zero", "--output-format", "json")
PARAGRAPH = "The mill stood by the old river , and nobody knew who had built it. Its wheel had not turned in years.\n"


@pytest.fixture
def corpus(tmp_path):
    """Enough text for two workers to be busy for a while."""
    for number in range(48):
        (tmp_path / f"{number:02}.txt").write_text(f"Page {number}.\n{PARAGRAPH * 3000}")
    return tmp_path


def begun(folder) -> subprocess.Popen[bytes]:
    """A run in a process group of its own, whose workers are at work."""
    run = subprocess.Popen(
        COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(psutil.Process(run.pid).children()) < 2 and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.2)  # an interrupt in the midst of a fork is lost: Python ignores what its hooks raise
    assert run.poll() is None, "the run ended before it had workers"
    return run


def gone(processes) -> bool:
    """Whether all these processes end within a while."""
    _, alive = psutil.wait_procs(processes, timeout=60)
    return not alive


@pytest.mark.skipif(sys.platform == "win32", reason="a console's interrupt reaches a group of processes in another way")
def test_an_interrupt_ends_the_run_and_its_workers(corpus):
    run = begun(corpus)
    workers = psutil.Process(run.pid).children()
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in err
    assert gone(workers)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_killed_run_the_next_says_what_it_would_have_said(corpus):
    run = begun(corpus)
    workers = psutil.Process(run.pid).children()
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate(timeout=60)
    assert gone(workers)
    for path in list(corpus.glob("*.txt"))[4:]:
        path.unlink()
    after = subprocess.run(COMMAND, cwd=corpus, capture_output=True, check=True)
    anew = subprocess.run((*COMMAND, "--no-cache"), cwd=corpus, capture_output=True, check=True)
    assert after.stdout == anew.stdout


@pytest.mark.parametrize("nowhere", ["a file", "no home"])
def test_with_no_place_to_write_a_run_says_the_same(tmp_path, nowhere):
    (tmp_path / "a.txt").write_text(PARAGRAPH)
    usual = subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=True)
    places = ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE", "TEXTLINT_CACHE_DIR")
    environment = {name: value for name, value in os.environ.items() if name not in places}
    if nowhere == "a file":
        (tmp_path / "occupied").touch()
        environment["TEXTLINT_CACHE_DIR"] = str(tmp_path / "occupied")
    run = subprocess.run((*COMMAND, "--no-cache"), cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert (run.stdout, run.stderr) == (usual.stdout, usual.stderr)
