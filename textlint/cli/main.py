"""The entry point: finds the command, runs it, and turns errors into a message and an exit code."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from textlint import __version__
from textlint.cli.parser import Parser
from textlint.errors import TextlintError, UsageError
from textlint.hints import did_you_mean

COMMANDS = {
    "check": "check files, folders, patterns or standard input",
    "rule": "explain a rule, or list them all",
    "inspect": "show what textlint sees in a text: words, names, quotes, boilerplate",
    "languagetool": "install, start or stop the server of the deep pass",
    "config": "show which settings hold for a path, and which file says so",
}
CLEAN, FOUND, FAILED, NOTHING = 0, 1, 2, 3
_INTERRUPTED = 130
# Documents leave no cycles behind: after every 700 new objects, as is usual, collecting took time and found nothing.
_NEW_OBJECTS = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run textlint with the arguments of a command line; returns the exit code.

    0 means clean, 1 findings, 2 a usage, configuration, rule or input error, and 3 that there was nothing to check.
    """
    gc.set_threshold(_NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return code
    except TextlintError as error:
        return complain(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit does not fail too
        return FOUND
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return complain(TextlintError(str(error)))
    except Exception:  # noqa: BLE001 - whatever it is, it is no finding
        from traceback import print_exc

        print("error: textlint itself failed; please report what follows", file=sys.stderr)
        print_exc()
        return FAILED
    finally:
        gc.freeze()  # what is left goes with the process: to look through it for cycles took a sixth of a short run


def complain(error: TextlintError) -> int:
    """Tell an error on standard error; returns the exit code of failed runs."""
    from textlint.output.visible import visible

    for line in str(error).splitlines():
        print(f"error: {visible(line)}", file=sys.stderr)
    return FAILED


def _run(argv: list[str]) -> int:
    listed = "\n".join(f"  {name:12} {what}" for name, what in COMMANDS.items())
    parser = Parser("textlint", "A content-quality linter for scraped text.", f"commands:\n{listed}")
    parser.add_argument("--version", action="version", version=f"textlint {__version__}")
    parser.add_argument("command", metavar="COMMAND", help="what to do; `textlint COMMAND --help` lists its options")
    asked = parser.leave_on_help(argv[:1] or ["--help"])
    if asked is None:
        return CLEAN
    command = asked.command
    if command not in COMMANDS:
        raise UsageError(f"there is no command {command!r}{_meant(command)} (see `textlint --help`)")
    module = import_module(f"textlint.cli.{command}")
    parser = Parser(f"textlint {command}", module.__doc__ or "")
    module.add_arguments(parser)
    asked = parser.leave_on_help(argv[1:])
    if asked is None:
        return CLEAN
    code: int = module.run(asked)
    return code


def _meant(command: str) -> str:
    if os.path.lexists(command):
        return f"; did you mean `textlint check {command}`?"
    return did_you_mean(command, COMMANDS)
