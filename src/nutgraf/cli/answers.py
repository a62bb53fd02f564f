"""How a command opens what it needs, and how it answers: a page for people, JSON for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.cli.program import Options
from nutgraf.errors import NotFound
from nutgraf.settings import Settings, read_settings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from nutgraf.export.dossier import Dossier
    from nutgraf.export.terminal.reading import Told
    from nutgraf.pipeline import ReadReport
    from nutgraf.records.known import KnownAt
    from nutgraf.stages import Stages
    from nutgraf.store.archive import Archive


def settings_of(options: Options) -> Settings:
    """Return a person's settings, with the database that this command was given."""
    settings = read_settings(os.environ, Path.home())
    return replace(settings, database=options.db) if options.db else settings


def open_read(options: Options) -> Archive:
    """Open the database for reading."""
    from nutgraf.store.archive import open_archive

    database = settings_of(options).database
    _refuse_missing(database)
    return open_archive(database)


@dataclass(frozen=True)
class Work:
    """What a command needs that changes records."""

    archive: Archive
    stages: Stages
    batch_size: int
    progress: Told

    def read(self, sources: list[str]) -> ReadReport:
        """Read sources, and bring every record up to date."""
        from nutgraf.pipeline import read_pages

        return read_pages(sources, self.archive, _now, self.stages, self.batch_size, self.progress)

    def renew(self) -> ReadReport:
        """Bring every record up to date."""
        from nutgraf.pipeline import renew_records

        return renew_records(self.archive, _now, self.stages, self.batch_size, self.progress)


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_write(options: Options, *, make: bool = False) -> Iterator[Work]:
    """Open the database as its only writer; with `make` it is made where there is none."""
    from nutgraf.export.terminal.reading import show_progress
    from nutgraf.models.registry import hold_outlets
    from nutgraf.stages import default_stages
    from nutgraf.store.archive import open_archive

    settings = settings_of(options)
    if not make:
        _refuse_missing(settings.database)
    stages = default_stages(settings.fields, settings.outlets)
    opened = open_archive(settings.database, write=True, boundary=settings.boundary)
    with hold_outlets(settings.outlets), opened as archive, show_progress() as progress:
        yield Work(archive, stages, settings.batch_size, progress)


def _refuse_missing(database: Path) -> None:
    if not database.exists():
        raise NotFound(f"There is no database at {database} yet. Read some pages: nutgraf read FOLDER")


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


def one_story(options: Options, key: str, as_of: str | None = None) -> Dossier | KnownAt:
    """Return all that is needed to print one story, as it is known now or was at a moment; or that nothing was."""
    from nutgraf.desk import gather_dossier
    from nutgraf.models.registry import hold_outlets
    from nutgraf.replay import read_moment, replay_story

    if as_of is None:
        with open_read(options) as archive, archive.snapshot():
            return gather_dossier(archive, archive.resolve_id("story", key))
    moment, outlets = read_moment(as_of), settings_of(options).outlets
    with open_read(options) as archive, archive.snapshot(), hold_outlets(outlets):
        return replay_story(archive, archive.resolve_id("story", key), moment)


def answer_nothing(options: Options, known: KnownAt, out: Path | None = None) -> None:
    """Say that nothing of a story was known at the moment asked for, and from when its first account counts."""
    from nutgraf.export.known import export_nothing
    from nutgraf.export.terminal.known import nothing_known

    answer(options, export_nothing(known), lambda: nothing_known(known), out=out)


def complain(message: str, advice: str, code: int) -> int:
    """Say on standard error what is wrong and what helps, and return the exit code."""
    from nutgraf.export.printable import printable

    print(printable("\n".join(part for part in (message, advice) if part)), file=sys.stderr)
    return code


def warn(message: str) -> None:
    """Say on standard error what is left out of an answer."""
    complain(f"Left out: {message}", "", NotFound.exit_code)
