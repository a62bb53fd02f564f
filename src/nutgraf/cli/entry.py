"""What a person types, and the exit code that comes back."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cyclopts import CycloptsError

from nutgraf.cli import articles, copies, corrections, edits, reading, stories
from nutgraf.cli.answers import complain
from nutgraf.cli.program import INTERRUPTED, STANDARD_INPUT, app
from nutgraf.errors import NutgrafError, UsageError
from nutgraf.settings import read_settings

COMMANDS = (reading, articles, copies, edits, stories, corrections)
"""The modules whose commands the program knows: importing them is what makes them known."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; the codes are drawn in errors.py."""
    words = [STANDARD_INPUT if word == "-" else word for word in (sys.argv[1:] if arguments is None else arguments)]
    debug = "--debug" in words
    try:
        debug = debug or read_settings(os.environ, Path.home()).debug
        app(words or ["--help"], exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        return complain(str(error), "See what there is: nutgraf --help", UsageError.exit_code)
    except NutgrafError as error:
        if debug:
            raise
        return complain(str(error), "", error.exit_code)
    except BrokenPipeError:  # the reader of our output has gone ("nutgraf quotes | head"): that is no fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return complain("Stopped. Nothing is lost: run the same command again to go on.", "", INTERRUPTED)
    except Exception as error:
        if debug:
            raise
        told = f"{type(error).__name__}: {error}"
        return complain(told, "That is a fault of nutgraf's: run it again with --debug and report it.", 1)
    return 0
