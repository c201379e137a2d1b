"""Fetch the jars of a LanguageTool server with the machine's own Maven. Every step ends, with a message."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import platformdirs

from textlint.errors import TextlintError
from textlint.packs import data_path

VERSION = "6.8"
OLDEST_JAVA = 17
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_FETCH_SECONDS = 900
_POINT_ELSEWHERE = 'or point at a running server with `server = "http://..."` in [tool.textlint.languagetool]'


class LanguageToolError(TextlintError):
    """The deep pass cannot work; the message says what to install, start or configure."""


def home() -> Path:
    """Where the jars, the log and the state of the server are: `TEXTLINT_LANGUAGETOOL_HOME`, else the user's data."""
    named = os.environ.get("TEXTLINT_LANGUAGETOOL_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("textlint", appauthor=False)) / "languagetool"


def jars() -> Path:
    """The folder of the jars of this version."""
    return home() / f"jars-{VERSION}"


def installed() -> bool:
    """Whether all jars are there (a fetch that was cut off does not count)."""
    return (jars() / ".complete").is_file()


def java() -> str:
    """The path of a Java that is new enough; raises LanguageToolError with what to install."""
    found = shutil.which("java")
    if found is None:
        raise LanguageToolError(f"LanguageTool needs Java {OLDEST_JAVA} or later: install a JDK, {_POINT_ELSEWHERE}")
    said = subprocess.run([found, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise LanguageToolError(
            f"{found} is too old for LanguageTool, which needs Java {OLDEST_JAVA} or later: {said.splitlines()[:1]}; "
            f"install a newer JDK, {_POINT_ELSEWHERE}"
        )
    return found


def install() -> str:
    """Fetch the jars if they are not there; returns a line for the user.

    Raises LanguageToolError where Java or Maven is missing or Maven cannot fetch.
    """
    if installed():
        return f"LanguageTool {VERSION} is installed in {jars()}"
    java()
    maven = shutil.which("mvn")
    if maven is None:
        raise LanguageToolError(f"fetching LanguageTool needs Maven (the command mvn): install it, {_POINT_ELSEWHERE}")
    shutil.rmtree(jars(), ignore_errors=True)
    jars().mkdir(parents=True)
    command = [maven, "-B", "-ntp", "-q", "-f", str(data_path("languagetool", "pom.xml")), _PLUGIN]
    command += ["-DincludeScope=runtime", f"-DoutputDirectory={jars()}", f"-Dlanguagetool.version={VERSION}"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_FETCH_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise LanguageToolError(f"Maven did not fetch LanguageTool within {_FETCH_SECONDS} s: try again") from error
    if done.returncode:
        reason = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stderr.strip()[-300:])
        raise LanguageToolError(
            f"Maven could not fetch LanguageTool {VERSION}: {reason}; try again, {_POINT_ELSEWHERE}"
        )
    (jars() / ".complete").touch()
    return f"installed LanguageTool {VERSION} ({len(list(jars().glob('*.jar')))} jars) in {jars()}"
