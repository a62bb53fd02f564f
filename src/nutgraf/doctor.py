"""The doctor: how the installation and the database are, and what to do."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import version

from nutgraf.export.terminal.health import Section
from nutgraf.export.terminal.pieces import plural
from nutgraf.store.health import Health

LIBRARIES = ("apsw", "charset-normalizer", "msgspec", "numpy", "py3langid", "snowballstemmer")
SCARCE = 200_000_000
"""Bytes of free disk below which the doctor warns: a reading of a few thousand pages needs about that."""


def machine_section(release: str) -> Section:
    """Return the versions of the program, of Python and of the libraries that shape results."""
    libraries = tuple((name, version(name)) for name in LIBRARIES)
    return "Versions", (("nutgraf", release), ("Python", platform.python_version()), *libraries)


def database_section(state: Health) -> Section:
    """Return where the database is, how it is, and what it holds."""
    return "Database", (
        ("file", state.path),
        ("SQLite", f"{state.sqlite_version}, journal {state.journal_mode}, synchronous {state.synchronous}"),
        ("schema", str(state.schema)),
        ("integrity", state.integrity),
        ("damaged pages", ", ".join(state.damaged) or "none"),
        ("size", _bytes(state.size)),
        ("free on its disk", _bytes(state.disk_free)),
        *((name, f"{number:,}") for name, number in state.counts),
    )


def spans_section(violations: Sequence[str]) -> Section:
    """Return whether every span holds the words shown."""
    if not violations:
        return "Spans", (("verified", "every span of every record holds exactly the words shown"),)
    return "Spans", tuple((f"wrong {number}", wrong) for number, wrong in enumerate(violations, start=1))


def advise(database: str, state: Health | None, violations: Sequence[str]) -> tuple[str, ...]:
    """Return what to do, in order of urgency."""
    if state is None:
        return (f"There is no database at {database} yet. Read some pages: nutgraf read FOLDER",)
    counts = dict(state.counts)
    found = []
    if state.integrity != "ok" or state.damaged:
        found.append(f"The database is damaged: put {state.path} aside and read the pages again, or restore a backup.")
    if violations:
        found.append("Some spans do not hold their words: read the pages again; where that does not help, report it.")
    if counts.get("unfinished readings"):
        found.append("A reading was stopped before its end: run the same nutgraf read again; it goes on where it was.")
    if state.disk_free < SCARCE:
        found.append(f"The disk is nearly full ({_bytes(state.disk_free)} free): make room before reading more.")
    if not counts.get("pages"):
        found.append("The database is empty. Read some pages: nutgraf read FOLDER")
    if counts.get("set aside"):
        found.append(f"{plural(counts['set aside'], 'entry', 'entries')} set aside: see why with nutgraf set-aside")
    return tuple(found) or ("Nothing: all is well.",)


def _bytes(number: int) -> str:
    size = float(number)
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:,.1f} GB"
