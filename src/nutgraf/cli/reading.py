"""Commands that read pages and tell how the reading went.

Heavy imports stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from nutgraf import __version__
from nutgraf.cli.answers import answer, open_read, open_write, settings_of, warn
from nutgraf.cli.program import PLAIN, STANDARD_INPUT, Options, app
from nutgraf.errors import NutgrafError


@app.command
def read(paths: Annotated[list[str], Parameter(name="PATH")], /, *, options: Options = PLAIN) -> None:
    """Read pages: files, folders, or - for standard input. Reading the same pages again changes nothing.

    Pages: HTML, text, MHTML, e-mail, PDF, RSS, Atom, JSON Feed, OPML, sitemaps.
    Many pages in one file: WARC, ARC, WACZ, ZIP, TAR, mbox.
    Tables of pages or of articles: JSON, JSON lines, CSV, Parquet.
    Files packed with gzip, bzip2, xz, zstandard or lz4 are read as they are.

    Example: nutgraf read saved-pages/ crawl.warc.gz
    """
    from nutgraf.export.terminal.reading import reading_page

    with open_write(options, make=True) as work:
        report = work.read(["-" if path == STANDARD_INPUT else path for path in paths])
    answer(options, report, lambda: reading_page(report.pages, report.new_pages, report.stories, report.set_aside))


@app.command
def links(*, options: Options = PLAIN) -> None:
    """List the addresses that OPML files and sitemaps hold: feeds, pages, further sitemaps.

    Example: nutgraf links --json
    """
    from nutgraf.desk import all_links
    from nutgraf.export.terminal.links import links_list

    with open_read(options) as archive:
        found = tuple(all_links(archive))
    answer(options, found, lambda: links_list(found), wrap=False)


@app.command(name="set-aside")
def set_aside(*, options: Options = PLAIN) -> None:
    """List what could not be taken whole, each with its reason. Nothing is ever dropped without a line here.

    Example: nutgraf set-aside
    """
    from nutgraf.export.terminal.lists import set_aside_list

    with open_read(options) as archive:
        entries = archive.ledger.set_aside()
    answer(options, entries, lambda: set_aside_list(entries))


@app.command
def export(*, format: Literal["json", "jsonl"] = "json", out: Path | None = None, options: Options = PLAIN) -> None:
    """Export every article and story with all spans; its shape is docs/reference/export.schema.json.

    Example: nutgraf export --format json --out archive.json

    Parameters
    ----------
    format
        json for one document, jsonl for one record per line.
    out
        Write to this file instead of standard output.
    """
    from nutgraf.desk import all_articles, all_links, all_stories
    from nutgraf.export.document import write_json, write_jsonl
    from nutgraf.export.output import write_out

    write = write_json if format == "json" else write_jsonl
    with open_read(options) as archive, archive.snapshot():
        write_out(write(all_articles(archive), all_stories(archive, warn), all_links(archive)), out)


@app.command
def doctor(*, verify: Annotated[bool, Parameter(negative="")] = False, options: Options = PLAIN) -> None:
    """Check the installation and the database, and say what to do.

    Example: nutgraf doctor --verify

    Parameters
    ----------
    verify
        Also check that every span of every record holds exactly the words shown (exit code 1 where one does not).
    """
    from nutgraf.desk import find_violations
    from nutgraf.doctor import advise, database_section, machine_section, spans_section
    from nutgraf.edited import find_edit_violations
    from nutgraf.export.terminal.health import health_page

    database = settings_of(options).database
    sections, violations, state = [machine_section(__version__)], [], None
    if database.exists():
        with open_read(options) as archive, archive.snapshot():
            state = archive.health()
            sections.append(database_section(state))
            if verify:
                violations = [*find_violations(archive, warn), *find_edit_violations(archive)]
                sections.append(spans_section(violations))
    advice = advise(str(database), state, violations)
    answer(options, {"sections": sections, "advice": advice}, lambda: health_page(sections, advice))
    if violations:
        raise NutgrafError(f"{len(violations)} spans do not hold the words shown; they are listed above.")
