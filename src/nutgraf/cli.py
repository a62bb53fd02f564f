"""What a person types. Heavy imports stand inside the commands, so that `--help` answers at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, CycloptsError, Parameter

from nutgraf import __version__
from nutgraf.errors import NotFound, NutgrafError, UsageError
from nutgraf.settings import Settings, read_settings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from nutgraf.export.dossier import Dossier
    from nutgraf.records.annotation import Account
    from nutgraf.store.archive import Archive

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


@app.command
def read(paths: Annotated[list[str], Parameter(name="PATH")], /, *, options: Options = PLAIN) -> None:
    """Read pages: files, folders, or - for standard input. Reading the same pages again changes nothing.

    Pages: HTML, text, MHTML, e-mail, PDF, RSS, Atom, JSON Feed, OPML, sitemaps.
    Many pages in one file: WARC, ARC, WACZ, ZIP, TAR, mbox.
    Tables of pages or of articles: JSON, JSON lines, CSV, Parquet.
    Files packed with gzip, bzip2, xz, zstandard or lz4 are read as they are.

    Example: nutgraf read saved-pages/ crawl.warc.gz
    """
    from datetime import UTC, datetime

    from nutgraf.export.terminal.reading import reading_page, show_progress
    from nutgraf.models.registry import hold_outlets
    from nutgraf.pipeline import read_pages
    from nutgraf.stages import default_stages
    from nutgraf.store.archive import open_archive

    sources = ["-" if path == STANDARD_INPUT else path for path in paths]
    settings = _settings(options)
    settings.database.parent.mkdir(parents=True, exist_ok=True)
    stages = default_stages(settings.fields, settings.outlets)
    opened = open_archive(settings.database, write=True, boundary=settings.boundary)
    with hold_outlets(settings.outlets), opened as archive, show_progress() as progress:
        report = read_pages(sources, archive, lambda: datetime.now(UTC), stages, settings.batch_size, progress)
    _answer(options, report, lambda: reading_page(report.pages, report.new_pages, report.stories, report.set_aside))


@app.command
def stories(*, options: Options = PLAIN) -> None:
    """List the stories with their four counts: articles, distinct texts, outlets, independent origins.

    Example: nutgraf stories
    """
    from nutgraf.desk import story_rows
    from nutgraf.export.terminal.lists import stories_list

    with _open(options) as archive:
        rows = story_rows(archive)
    _answer(options, rows, lambda: stories_list(rows))


@app.command
def story(key: Annotated[str, Parameter(name="ID")], /, *, options: Options = PLAIN) -> None:
    """Show one story: headline, counts, chapters, its articles and why each of them is in it.

    Example: nutgraf story 3f2a
    """
    from nutgraf.export.stories import export_story
    from nutgraf.export.terminal.brief import story_page

    dossier = _one_story(options, key)
    _answer(options, export_story(dossier) if options.json else None, lambda: story_page(dossier))


@app.command
def articles(*, teasers: Annotated[bool, Parameter(negative="")] = False, options: Options = PLAIN) -> None:
    """List the articles that were found on the pages.

    Example: nutgraf articles --teasers

    Parameters
    ----------
    teasers
        List teasers, too: titles whose text is not on the page.
    """
    from nutgraf.export.terminal.lists import article_row, articles_list

    with _open(options) as archive:
        found = tuple(archive.articles.iterate(teasers=teasers))
    _answer(options, [article_row(item) for item in found], lambda: articles_list(found))


@app.command
def article(
    key: Annotated[str, Parameter(name="ID")],
    /,
    *,
    why: Annotated[bool, Parameter(negative="")] = False,
    format: Literal["text", "html"] = "text",
    out: Path | None = None,
    options: Options = PLAIN,
) -> None:
    """Show one article with speakers, quotes, cues, names, figures and times marked; plain text when piped.

    Example: nutgraf article 9c41 --format html --out marked.html

    Parameters
    ----------
    why
        Show instead how each field was found, what was not chosen and why, and what of the page was left out.
    format
        text for the terminal, html for one self-contained page.
    out
        Write to this file instead of standard output.
    """
    from nutgraf.desk import explained_article, exported_article
    from nutgraf.export.terminal.article import article_page
    from nutgraf.export.terminal.why import why_page

    with _open(options) as archive:
        identity = archive.resolve_id("article", key)
        if why:
            told = explained_article(archive, identity)
            return _answer(options, told, lambda: why_page(told), out=out)
        found, annotation = archive.articles.get(identity), archive.articles.annotation(identity)
        exported = exported_article(archive, found, archive.articles.copies()) if options.json else None
    if format == "html" and not options.json:
        from nutgraf.export.article_html import article_html  # its templates take time that the terminal needs not wait
        from nutgraf.export.output import write_out

        return write_out([article_html(found, annotation)], out)
    return _answer(options, exported, lambda: article_page(found, annotation), wrap=False, out=out)


@app.command
def links(*, options: Options = PLAIN) -> None:
    """List the addresses that OPML files and sitemaps hold: feeds, pages, further sitemaps.

    Example: nutgraf links --json
    """
    from nutgraf.desk import all_links
    from nutgraf.export.terminal.links import links_list

    with _open(options) as archive:
        found = tuple(all_links(archive))
    _answer(options, found, lambda: links_list(found), wrap=False)


@app.command
def compare(key: Annotated[str, Parameter(name="ID")], /, *, options: Options = PLAIN) -> None:
    """Compare a story's accounts: points, who says them, where they differ; each cell is verbatim, with its place.

    Example: nutgraf compare 3f2a
    """
    from nutgraf.export.stories import export_story
    from nutgraf.export.terminal.comparison import comparison_page

    dossier = _one_story(options, key)
    _answer(options, export_story(dossier) if options.json else None, lambda: comparison_page(dossier))


@app.command
def quotes(*, speaker: str | None = None, story: str | None = None, options: Options = PLAIN) -> None:
    """List what people are quoted with, in which words, by whom.

    Example: nutgraf quotes --speaker okafor --story 3f2a

    Parameters
    ----------
    speaker
        Only speakers whose name holds these letters.
    story
        Only quotes of the story with this id.
    """
    from nutgraf.export.terminal.lists import matching, quote_row, quotes_list

    with _open(options) as archive:
        accounts: Iterable[Account] = archive.articles.iterate_accounts()
        if story:
            accounts = archive.stories.accounts(archive.resolve_id("story", story))
        found = matching(accounts, speaker)
    _answer(options, [quote_row(item) for item in found], lambda: quotes_list(found))


@app.command
def brief(
    key: Annotated[str, Parameter(name="ID")],
    /,
    *,
    format: Literal["text", "md", "html", "json"] = "text",
    out: Path | None = None,
    options: Options = PLAIN,
) -> None:
    """Brief a story: headline, nut graf, who/what/when/where/why, points, differences, quotes, sources, unknowns.

    Example: nutgraf brief 3f2a --format html --out brief.html

    Parameters
    ----------
    format
        text for the terminal, md for Markdown, html for one self-contained page, json for programs.
    out
        Write to this file instead of standard output.
    """
    from nutgraf.export.briefs import brief_bytes
    from nutgraf.export.output import write_out
    from nutgraf.export.terminal.brief import brief_page
    from nutgraf.export.terminal.screen import show_page

    chosen = "json" if options.json else format
    dossier = _one_story(options, key)
    if chosen == "text":
        show_page(brief_page(dossier), out=out)
    else:
        write_out([brief_bytes(dossier, chosen)], out)


@app.command(name="set-aside")
def set_aside(*, options: Options = PLAIN) -> None:
    """List what could not be taken whole, each with its reason. Nothing is ever dropped without a line here.

    Example: nutgraf set-aside
    """
    from nutgraf.export.terminal.lists import set_aside_list

    with _open(options) as archive:
        entries = archive.ledger.set_aside()
    _answer(options, entries, lambda: set_aside_list(entries))


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
    with _open(options) as archive, archive.snapshot():
        write_out(write(all_articles(archive), all_stories(archive, _warn), all_links(archive)), out)


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
    from nutgraf.export.terminal.health import health_page

    database = _settings(options).database
    sections, violations, state = [machine_section(__version__)], [], None
    if database.exists():
        with _open(options) as archive, archive.snapshot():
            state = archive.health()
            sections.append(database_section(state))
            if verify:
                violations = list(find_violations(archive, _warn))
                sections.append(spans_section(violations))
    advice = advise(str(database), state, violations)
    _answer(options, {"sections": sections, "advice": advice}, lambda: health_page(sections, advice))
    if violations:
        raise NutgrafError(f"{len(violations)} spans do not hold the words shown; they are listed above.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; the codes are drawn in errors.py."""
    words = [STANDARD_INPUT if word == "-" else word for word in (sys.argv[1:] if arguments is None else arguments)]
    debug = "--debug" in words
    try:
        debug = debug or read_settings(os.environ, Path.home()).debug
        app(words or ["--help"], exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        return _complain(str(error), "See what there is: nutgraf --help", UsageError.exit_code)
    except NutgrafError as error:
        if debug:
            raise
        return _complain(str(error), "", error.exit_code)
    except BrokenPipeError:  # the reader of our output has gone ("nutgraf quotes | head"): that is no fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _complain("Stopped. Nothing is lost: run the same command again to go on.", "", INTERRUPTED)
    except Exception as error:
        if debug:
            raise
        told = f"{type(error).__name__}: {error}"
        return _complain(told, "That is a fault of nutgraf's: run it again with --debug and report it.", 1)
    return 0


def _complain(message: str, advice: str, code: int) -> int:
    from nutgraf.export.printable import printable

    print(printable("\n".join(part for part in (message, advice) if part)), file=sys.stderr)
    return code


def _warn(message: str) -> None:
    _complain(f"Left out: {message}", "", NotFound.exit_code)


def _settings(options: Options) -> Settings:
    settings = read_settings(os.environ, Path.home())
    return replace(settings, database=options.db) if options.db else settings


def _open(options: Options) -> Archive:
    from nutgraf.store.archive import open_archive

    database = _settings(options).database
    if not database.exists():
        raise NotFound(f"There is no database at {database} yet. Read some pages: nutgraf read FOLDER")
    return open_archive(database)


def _answer(
    options: Options, record: object, page: Callable[[], RenderableType], *, wrap: bool = True, out: Path | None = None
) -> None:
    """Print the record as JSON where that is asked for, else the page; or write it to a file."""
    if not options.json:
        from nutgraf.export.terminal.screen import show_page

        return show_page(page(), wrap=wrap, out=out)
    import msgspec

    from nutgraf.export.output import write_out

    return write_out([msgspec.json.encode(record), b"\n"], out)


def _one_story(options: Options, key: str) -> Dossier:
    from nutgraf.desk import gather_dossier

    with _open(options) as archive, archive.snapshot():
        return gather_dossier(archive, archive.resolve_id("story", key))


if __name__ == "__main__":
    sys.exit(main())
