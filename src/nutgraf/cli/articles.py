"""Commands about articles and what stands in them.

Heavy imports stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from nutgraf.cli.answers import answer, open_read
from nutgraf.cli.program import PLAIN, Options, app

if TYPE_CHECKING:
    from nutgraf.records.annotation import Account


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

    with open_read(options) as archive:
        found = tuple(archive.articles.iterate(teasers=teasers))
    answer(options, [article_row(item) for item in found], lambda: articles_list(found))


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

    with open_read(options) as archive:
        identity = archive.resolve_id("article", key)
        if why:
            told = explained_article(archive, identity)
            return answer(options, told, lambda: why_page(told), out=out)
        found, annotation = archive.articles.get(identity), archive.articles.annotation(identity)
        exported = exported_article(archive, found) if options.json else None
    if format == "html" and not options.json:
        from nutgraf.export.article_html import article_html  # its templates take time that the terminal needs not wait
        from nutgraf.export.output import write_out

        return write_out([article_html(found, annotation)], out)
    return answer(options, exported, lambda: article_page(found, annotation), wrap=False, out=out)


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

    with open_read(options) as archive:
        accounts: Iterable[Account] = archive.articles.iterate_accounts()
        if story:
            accounts = archive.stories.accounts(archive.resolve_id("story", story))
        found = matching(accounts, speaker)
    answer(options, [quote_row(item) for item in found], lambda: quotes_list(found))
