"""Commands about stories.

Heavy imports stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from nutgraf.cli.answers import answer, answer_nothing, one_story, open_read
from nutgraf.cli.program import PLAIN, Options, app
from nutgraf.records.known import KnownAt

if TYPE_CHECKING:
    from rich.console import RenderableType


@app.command
def stories(*, options: Options = PLAIN) -> None:
    """List the stories with their four counts: articles, distinct texts, outlets, independent origins.

    Example: nutgraf stories
    """
    from nutgraf.desk import story_rows
    from nutgraf.export.terminal.lists import stories_list

    with open_read(options) as archive:
        rows = story_rows(archive)
    answer(options, rows, lambda: stories_list(rows))


@app.command
def story(key: Annotated[str, Parameter(name="ID")], /, *, as_of: str | None = None, options: Options = PLAIN) -> None:
    """Show one story: headline, counts, chapters, its articles and why each of them is in it, related stories.

    Example: nutgraf story 3f2a

    Parameters
    ----------
    as_of
        As known then (2031-05-03, or 2031-05-03T14:05+02:00; UTC where no zone is given): articles count from the
        time that their page prints, else from when it was captured or read.
    """
    from nutgraf.export.stories import export_story
    from nutgraf.export.terminal.brief import story_page
    from nutgraf.export.terminal.known import with_known

    found = one_story(options, key, as_of)
    if isinstance(found, KnownAt):
        return answer_nothing(options, found)
    return answer(options, export_story(found) if options.json else None, lambda: with_known(found, story_page(found)))


@app.command
def compare(
    key: Annotated[str, Parameter(name="ID")],
    /,
    *,
    full: Annotated[bool, Parameter(negative="")] = False,
    explain: str | None = None,
    as_of: str | None = None,
    options: Options = PLAIN,
) -> None:
    """Compare a story's accounts: points down, texts across, and the very words where they differ.

    Example: nutgraf compare 3f2a --explain 2B

    Parameters
    ----------
    full
        Print every statement of every point with its place, the quotes, and all that each account has.
    explain
        Print the grounds of one row, such as 2, or of one text in it, such as 2B.
    as_of
        As known then (2031-05-03, or 2031-05-03T14:05+02:00; UTC where no zone is given): articles count from the
        time that their page prints, else from when it was captured or read.
    """
    from nutgraf.export.stories import export_story
    from nutgraf.export.terminal.comparison import comparison_page
    from nutgraf.export.terminal.grounds import grounds_page
    from nutgraf.export.terminal.known import with_known
    from nutgraf.export.terminal.matrix import matrix_page

    found = one_story(options, key, as_of)
    if isinstance(found, KnownAt):
        return answer_nothing(options, found)
    dossier = found

    def page() -> RenderableType:
        if explain:
            return with_known(dossier, grounds_page(dossier, explain))
        return with_known(dossier, comparison_page(dossier) if full else matrix_page(dossier))

    return answer(options, export_story(dossier) if options.json else None, page)


@app.command
def brief(
    key: Annotated[str, Parameter(name="ID")],
    /,
    *,
    format: Literal["text", "md", "html", "json"] = "text",
    out: Path | None = None,
    as_of: str | None = None,
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
    as_of
        As known then (2031-05-03, or 2031-05-03T14:05+02:00; UTC where no zone is given): articles count from the
        time that their page prints, else from when it was captured or read.
    """
    from nutgraf.export.briefs import brief_bytes
    from nutgraf.export.output import write_out
    from nutgraf.export.terminal.brief import brief_page
    from nutgraf.export.terminal.known import with_known
    from nutgraf.export.terminal.screen import show_page

    chosen = "json" if options.json else format
    found = one_story(options, key, as_of)
    if isinstance(found, KnownAt):
        return answer_nothing(replace(options, json=chosen == "json"), found, out)
    if chosen == "text":
        return show_page(with_known(found, brief_page(found)), out=out)
    return write_out([brief_bytes(found, chosen)], out)


@app.command
def why(
    story: Annotated[str, Parameter(name="STORY")],
    article: Annotated[str, Parameter(name="ARTICLE")],
    /,
    *,
    options: Options = PLAIN,
) -> None:
    """Explain why an article is in a story, or why it is not: what it shares with each text there, and with others.

    Example: nutgraf why 3f2a 9c41
    """
    from nutgraf.desk import explained_belonging
    from nutgraf.export.terminal.belonging import belonging_page

    with open_read(options) as archive, archive.snapshot():
        view = explained_belonging(archive, archive.resolve_id("story", story), archive.resolve_id("article", article))
    answer(options, view, lambda: belonging_page(view))
