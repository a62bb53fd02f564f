"""Make the tables of a document anew: `python -m evals.publish docs/measurements/extraction.md`.

A document holds its commands beside their tables: `<!-- made by: evals.extraction --text -->`, a table, `<!-- end -->`.
Each command is run as `python -m … --markdown`, and what it prints takes the place of what stood there.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = ("evals.", "benchmarks.")

_MADE = re.compile(r"(<!-- made by: (\S.*?) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


class CommandFailed(Exception):
    """A command of a document gave nothing to put there; the message says which."""


def main(arguments: list[str]) -> int:
    """Write the document with new tables; one that cannot be made stops everything, and nothing is written."""
    place = Path(arguments[0])
    try:
        place.write_text(renew(place.read_text(encoding="utf-8"), run), encoding="utf-8")
    except CommandFailed as failed:
        print(failed)
        return 1
    return 0


def renew(document: str, made: Callable[[str], str]) -> str:
    """Return a document with what every command in it makes now."""
    return _MADE.sub(lambda found: f"{found[1]}\n{made(found[2]).strip()}\n\n{found[4]}", document)


def run(command: str) -> str:
    """Return what a command prints; a broken floor (exit code 1) is no reason to print nothing."""
    if not command.startswith(ALLOWED):
        raise CommandFailed(f"{command}: not run: only {' and '.join(ALLOWED)} commands are run out of a document")
    print(f"{command} ...", file=sys.stderr, flush=True)
    words = [sys.executable, "-m", *shlex.split(command), "--markdown"]
    done = subprocess.run(words, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    if not done.stdout.strip():
        raise CommandFailed(f"{command}: printed nothing (exit code {done.returncode})")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
