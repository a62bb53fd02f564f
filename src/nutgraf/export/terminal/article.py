"""One article with everything that was marked in it."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.printable import printable
from nutgraf.export.terminal.lists import article_line
from nutgraf.export.terminal.pieces import note, plural, stack, words
from nutgraf.records.annotation import Annotation
from nutgraf.records.article import Article

MARKS = {
    "quote": "italic green",
    "speaker": "bold yellow",
    "name": "underline",
    "figure": "bold cyan",
    "time": "underline magenta",
}
"""How each kind of mark looks; every style differs without its colour, too, as far as a terminal can."""


def article_page(article: Article, annotation: Annotation | None) -> RenderableType:
    """Return an article's head, and its text, whole and letter for letter, with marks and their legend."""
    return stack(
        words(article.title or "(no title)", "bold"),
        words(" · ".join(part for part in (article.byline, article.dateline) if part), "italic")
        if article.byline or article.dateline
        else None,
        note(article_line(article), 0),
        note(f"published: {article.published.how}", 0) if article.published.how else None,
        note(f"article {article.id} · version {article.version[:8]} · page {article.page[:8]}", 0),
        note(article.address or article.path or "", 0) if article.address or article.path else None,
        Text(),
        marked_text(article, annotation),
        Text(),
        _legend(annotation) if annotation else note("Its marks are missing: see nutgraf set-aside", 0),
    )


def marked_text(article: Article, annotation: Annotation | None) -> Text:
    """Return the frozen text with its marks as styles; unsafe characters are replaced one by one, so offsets hold."""
    text = Text(printable(article.text))
    for kind, start, end in sorted(_marks(annotation)) if annotation else ():
        text.stylize(MARKS[kind], start, end)
    return text


def _marks(annotation: Annotation) -> list[tuple[str, int, int]]:
    marks = [("name", item.start, item.end) for item in annotation.mentions if item.named]
    marks += [("figure", item.start, item.end) for item in annotation.figures]
    marks += [("time", item.start, item.end) for item in annotation.times]
    for quote in annotation.quotes:
        marks.append(("quote", quote.start, quote.end))
        speaker = quote.speaker
        if speaker and speaker.start is not None and speaker.end is not None:
            marks.append(("speaker", speaker.start, speaker.end))
    return marks


def _legend(annotation: Annotation) -> Text:
    counts = {
        "quote": len(annotation.quotes),
        "speaker": sum(quote.speaker is not None for quote in annotation.quotes),
        "name": sum(mention.named for mention in annotation.mentions),
        "figure": len(annotation.figures),
        "time": len(annotation.times),
    }
    legend = Text("marked: ", style="dim")
    for position, (kind, number) in enumerate(counts.items()):
        legend.append(", " if position else "").append(plural(number, kind), style=MARKS[kind])
    return legend
