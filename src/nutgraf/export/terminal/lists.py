"""Lists: stories, articles, quotes, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.dossier import outlet_name
from nutgraf.export.terminal.pieces import SHORT, grid, note, place, plural, stack, words
from nutgraf.records.annotation import Account, Quote
from nutgraf.records.article import Article, ArticleKind, Span
from nutgraf.records.comparison import Counts
from nutgraf.records.page import SetAside

NO_STORIES = "No stories yet. Read some pages: nutgraf read FOLDER"
NO_ARTICLES = "No articles yet. Read some pages: nutgraf read FOLDER"
NO_QUOTES = "No quotes match. See who speaks: nutgraf quotes"
NOTHING_ASIDE = "Nothing is set aside: everything that was read is in the archive, whole."


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in the list; counts are missing where its comparison was set aside."""

    id: str
    headline: str
    counts: Counts | None
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the list, for programs."""

    id: str
    kind: str
    title: str | None
    carrier: str | None
    origin: str | None
    published: str | None
    partial: str | None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote in the list, for programs; start and end are code points of the article's text."""

    article: str
    outlet: str
    speaker: str | None
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuoteOf:
    """A quote with the account it stands in."""

    account: Account
    quote: Quote

    @property
    def span(self) -> Span:
        """Return where the words stand."""
        article = self.account.article
        return Span(article.id, article.version, self.quote.start, self.quote.end)


def stories_list(rows: Sequence[StoryRow]) -> RenderableType:
    """Return the list of stories."""
    if not rows:
        return Text(NO_STORIES)
    table = grid(SHORT, None)
    for row in rows:
        table.add_row(Text(row.id[:SHORT], style="cyan"), words(row.headline, "bold"))
        table.add_row("", note(counts_line(row.counts) if row.counts else plural(row.articles, "article"), 0))
    return table


def counts_line(counts: Counts) -> str:
    """Return the four counts as one line."""
    return " · ".join(
        (
            plural(counts.articles, "article"),
            plural(counts.texts, "distinct text"),
            plural(counts.outlets, "outlet"),
            plural(counts.origins, "independent origin"),
        )
    )


def articles_list(articles: Sequence[Article]) -> RenderableType:
    """Return the list of articles and, where asked for, teasers."""
    if not articles:
        return Text(NO_ARTICLES)
    table = grid(SHORT, None)
    for article in articles:
        table.add_row(Text(article.id[:SHORT], style="cyan"), words(article.title or "(no title)", "bold"))
        table.add_row("", note(article_line(article), 0))
    return table


def article_line(article: Article) -> str:
    """Return outlet, time and state of an article as one line."""
    parts = [outlet_name(article), article.published.value or "no date on its page"]
    if article.kind is ArticleKind.TEASER:
        parts.append("teaser: its text is not on this page")
    elif article.partial:
        parts.append(f"may not be whole: {article.partial}")
    return " · ".join(parts)


def quotes_list(quotes: Sequence[QuoteOf]) -> RenderableType:
    """Return quotes with speaker, outlet and place; paraphrase is shown as paraphrase."""
    if not quotes:
        return Text(NO_QUOTES)
    table = grid(20, None)
    for item in quotes:
        quote, article = item.quote, item.account.article
        said = words(article.text[quote.start : quote.end])
        if quote.kind.value in ("direct", "mixed"):
            said = Text("“").append_text(said).append("”")
        table.add_row(words(quote.speaker.name if quote.speaker else "speaker not told", "bold"), said)
        where = words(f"{quote.kind.value} · {outlet_name(article)}", "dim").append(" · ")
        table.add_row("", where.append_text(place(item.span)))
    return table


def matching(accounts: Iterable[Account], speaker: str | None) -> tuple[QuoteOf, ...]:
    """Return the quotes of these accounts whose speaker's name holds these letters, in order; marks that give nobody's
    words are left out.
    """
    wanted = (speaker or "").casefold()
    return tuple(
        QuoteOf(account, quote)
        for account in accounts
        for quote in account.annotation.quotes
        if quote.kind != "scare" and (not wanted or (quote.speaker and wanted in quote.speaker.name.casefold()))
    )


def set_aside_list(entries: Sequence[SetAside]) -> RenderableType:
    """Return what a stage could not take, with the reason."""
    if not entries:
        return Text(NOTHING_ASIDE)
    table = grid(12, None)
    for entry in entries:
        table.add_row(Text(entry.outcome.value, style="yellow"), words(entry.what, "bold"))
        table.add_row(Text(entry.stage, style="dim"), words(entry.reason))
    return stack(Text(f"{plural(len(entries), 'entry', 'entries')} set aside, nothing dropped:"), table)


def article_row(article: Article) -> ArticleRow:
    """Return an article as a row for programs."""
    return ArticleRow(
        article.id,
        article.kind.value,
        article.title,
        article.carrier,
        article.origin,
        article.published.value,
        article.partial,
    )


def quote_row(item: QuoteOf) -> QuoteRow:
    """Return a quote as a row for programs."""
    quote, article = item.quote, item.account.article
    speaker = quote.speaker.name if quote.speaker else None
    said = article.text[quote.start : quote.end]
    return QuoteRow(article.id, outlet_name(article), speaker, quote.kind.value, said, quote.start, quote.end)
