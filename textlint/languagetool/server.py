"""Our own LanguageTool server: loopback only, bounded memory, warm before it is called ready."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from textlint.languagetool.install import VERSION, LanguageToolError, home, installed, jars, java

_PROPERTIES = """\
maxCheckThreads={threads}
pipelineCaching=true
maxPipelinePoolSize=8
pipelineExpireTimeInSeconds=3600
cacheSize=2000
"""
_START_SECONDS = 60
_WARM_SECONDS = 180
_STOP_SECONDS = 20
_WARMING = (
    "The ministers has agreed on a new timetable, and its the first of its kind. The ferry left at noon. "
    "Nobody had repsonded to the letter of the council, which was sent more then a week ago."
)


@dataclass(frozen=True, slots=True)
class Running:
    """A server that we started: its process, told apart from a later one with the same pid by its start."""

    pid: int
    created: float
    port: int
    version: str

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def process(self) -> psutil.Process | None:
        """Its process, None if it has ended or the pid is another's now."""
        try:
            process = psutil.Process(self.pid)
            return process if abs(process.create_time() - self.created) < 1 and process.is_running() else None
        except psutil.NoSuchProcess:
            return None


def _state_file() -> Path:
    return home() / "server.json"


def log_file() -> Path:
    """What the server prints."""
    return home() / "server.log"


def running() -> Running | None:
    """The server that we started, if it still lives."""
    try:
        state = Running(**json.loads(_state_file().read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return state if state.process() else None


def start(*, memory: str = "512m", threads: int | None = None) -> Running:
    """Start the server and wait until it is warm; an already running one is returned as it is.

    Raises LanguageToolError if it is not installed, dies, or is not ready in time.
    """
    already = running()
    if already is not None:
        return already
    if not installed():
        raise LanguageToolError("LanguageTool is not installed: run `textlint languagetool install` first")
    properties = home() / "server.properties"
    properties.write_text(_PROPERTIES.format(threads=threads or os.cpu_count() or 2), "utf-8")
    port = _free_port()
    command = [java(), f"-Xmx{memory}", "-XX:+UseSerialGC", "-cp", str(jars() / "*")]
    command += ["org.languagetool.server.HTTPServer", "-p", str(port), "--config", str(properties)]
    with log_file().open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    state = Running(process.pid, psutil.Process(process.pid).create_time(), port, VERSION)
    _state_file().write_text(json.dumps(asdict(state)), "utf-8")
    try:
        _wait_until_warm(state, process)
    except LanguageToolError:
        stop()
        process.wait(_STOP_SECONDS)
        raise
    process.returncode = 0  # it outlives this process: nobody here will wait for its end
    return state


def stop() -> bool:
    """Stop the server that we started; False if none runs. Never touches a process that is not ours."""
    state = running()
    process = state.process() if state else None
    _state_file().unlink(missing_ok=True)
    if process is None:
        return False
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
    return True


def memory_mb(state: Running) -> float:
    """Resident memory of the server in MB."""
    process = state.process()
    return process.memory_info().rss / 1e6 if process else 0.0


def version_at(url: str, seconds: float = 5) -> str | None:
    """The version of the LanguageTool that answers at a URL, None if none does."""
    try:
        answer = _ask(url, "The time is now.", seconds)
        return str(answer["software"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _ask(url: str, text: str, seconds: float) -> dict[str, dict[str, str]]:
    body = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
    request = urllib.request.Request(urllib.parse.urljoin(url.rstrip("/") + "/", "v2/check"), body)
    with urllib.request.urlopen(request, timeout=seconds) as answer:
        answered: dict[str, dict[str, str]] = json.load(answer)
        return answered


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_warm(state: Running, process: subprocess.Popen[bytes]) -> None:
    """Wait for the health check, then for the first answers, which load the rules."""
    deadline = time.monotonic() + _START_SECONDS
    while not _listens(state.port):
        if process.poll() is not None:
            raise LanguageToolError(f"the LanguageTool server died at its start: {_last_words()}; see {log_file()}")
        if time.monotonic() > deadline:
            raise LanguageToolError(
                f"the LanguageTool server did not answer within {_START_SECONDS} s; see {log_file()}"
            )
        time.sleep(0.1)
    try:
        for _ in range(3):
            _ask(state.url, _WARMING, _WARM_SECONDS)
    except (OSError, ValueError) as error:
        raise LanguageToolError(f"the LanguageTool server does not check: {error}; see {log_file()}") from error


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _last_words() -> str:
    lines = log_file().read_text("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it printed nothing"
