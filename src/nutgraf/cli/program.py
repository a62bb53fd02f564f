"""The program: its name, its help, and what every command can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from nutgraf import __version__

INTERRUPTED = 130
STANDARD_INPUT = "\0"
"""Stands for "-" among the arguments, which the parser would take for an option; no path can hold it."""

app = App(
    name="nutgraf",
    help="Read what many outlets print about the same events; see what is really known, to the exact word.\n\n"
    "Start with: nutgraf read FOLDER, then nutgraf stories, then nutgraf brief ID.",
    version=__version__,
    help_format="plaintext",
    suppress_keyboard_interrupt=False,  # main answers Ctrl-C, with words and an exit code
)


@Parameter(name="*")
@dataclass(frozen=True)
class Options:
    """Options of every command."""

    db: Annotated[Path | None, Parameter(name=["--db", "--database"])] = None
    """Database file (default: NUTGRAF_DB, else the one of nutgraf.toml, else nutgraf.db in your data folder)."""
    json: Annotated[bool, Parameter(negative="")] = False
    """Print JSON for programs instead of text for people."""
    debug: Annotated[bool, Parameter(negative="")] = False
    """Show the stack trace of a fault."""


PLAIN = Options()
