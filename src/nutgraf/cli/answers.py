"""How a command opens what it needs, and how it answers: a page for people, JSON for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.cli.program import Options
from nutgraf.errors import NotFound
from nutgraf.settings import Settings, read_settings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from nutgraf.export.dossier import Dossier
    from nutgraf.store.archive import Archive


def settings_of(options: Options) -> Settings:
    """Return a person's settings, with the database that this command was given."""
    settings = read_settings(os.environ, Path.home())
    return replace(settings, database=options.db) if options.db else settings


def open_read(options: Options) -> Archive:
    """Open the database for reading."""
    from nutgraf.store.archive import open_archive

    database = settings_of(options).database
    if not database.exists():
        raise NotFound(f"There is no database at {database} yet. Read some pages: nutgraf read FOLDER")
    return open_archive(database)


def answer(
    options: Options, record: object, page: Callable[[], RenderableType], *, wrap: bool = True, out: Path | None = None
) -> None:
    """Print the record as JSON where that is asked for, else the page; or write it to a file."""
    if not options.json:
        from nutgraf.export.terminal.screen import show_page

        return show_page(page(), wrap=wrap, out=out)
    import msgspec

    from nutgraf.export.output import write_out

    return write_out([msgspec.json.encode(record), b"\n"], out)


def one_story(options: Options, key: str) -> Dossier:
    """Return all that is needed to print one story."""
    from nutgraf.desk import gather_dossier

    with open_read(options) as archive, archive.snapshot():
        return gather_dossier(archive, archive.resolve_id("story", key))


def complain(message: str, advice: str, code: int) -> int:
    """Say on standard error what is wrong and what helps, and return the exit code."""
    from nutgraf.export.printable import printable

    print(printable("\n".join(part for part in (message, advice) if part)), file=sys.stderr)
    return code


def warn(message: str) -> None:
    """Say on standard error what is left out of an answer."""
    complain(f"Left out: {message}", "", NotFound.exit_code)
