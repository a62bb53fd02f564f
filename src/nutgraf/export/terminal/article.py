"""One article with everything that was marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.marks import MEANINGS, Layer, Mark, find_marks, find_voices
from nutgraf.export.printable import one_line, printable
from nutgraf.export.terminal.lists import article_line
from nutgraf.export.terminal.pieces import grid, indented, note, plural, stack, words
from nutgraf.records.annotation import Annotation, AttributionKind
from nutgraf.records.article import Article

VOICES = ("green", "yellow", "blue", "magenta", "cyan", "red", "bright_green", "bright_yellow", "bright_blue")
"""Colours of speakers, in order of appearance; a tenth has the first one's."""

STYLES = {
    Layer.QUOTE: "italic",
    Layer.REPORTED: "",
    Layer.SCARE: "italic dim",
    Layer.SPEAKER: "bold",
    Layer.CUE: "underline",
    Layer.SOURCE: "bold",
    Layer.NAME: "bold",
    Layer.FIGURE: "reverse",
    Layer.TIME: "underline dim",
}
"""How each kind of mark looks beside its speaker's colour; they differ without colours, as far as a terminal can."""


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
        *(_legend(annotation) if annotation else [note("Its marks are missing: see nutgraf set-aside", 0)]),
        _sources(annotation) if annotation else None,
    )


def marked_text(article: Article, annotation: Annotation | None) -> Text:
    """Return the frozen text with its marks as styles; unsafe characters are replaced one by one, so offsets hold."""
    text = Text(printable(article.text))
    for mark in find_marks(annotation) if annotation else ():
        text.stylize(_style(mark.layer, mark.voice), mark.start, mark.end)
    return text


def _style(layer: Layer, voice: int) -> str:
    return f"{STYLES[layer]} {VOICES[(voice - 1) % len(VOICES)] if voice else ''}".strip()


def _legend(annotation: Annotation) -> list[RenderableType]:
    """Return who speaks, each in the colour of the words, and what the other marks are, a line for each."""
    marks = find_marks(annotation)
    if not marks:
        return [note("nothing is marked in this text", 0)]
    rows = grid(9, 22, None)
    for position, voice in enumerate(find_voices(annotation)):
        name = Text(f"{voice.number} ", style=_style(Layer.SPEAKER, voice.number)).append(one_line(voice.name))
        rows.add_row(Text("" if position else "speaking", style="dim"), plural(voice.quotes, "time"), name)
    for position, layer in enumerate(layer for layer in Layer if any(mark.layer is layer for mark in marks)):
        told = Text(_count(layer, marks), style=STYLES[layer])
        rows.add_row(Text("" if position else "marked", style="dim"), told, Text(MEANINGS[layer], style="dim"))
    return [rows]


def _count(layer: Layer, marks: Sequence[Mark]) -> str:
    number = len({(mark.start, mark.end) for mark in marks if mark.layer is layer})
    names = {Layer.REPORTED: ("reported passage", None), Layer.SCARE: ("scare quote", None)}
    one, many = names.get(layer, (layer.value, None))
    return plural(number, one, many)


def _sources(annotation: Annotation) -> RenderableType | None:
    """Return whom the article rests on, each once: its kind, what an unnamed one is, the outlet it came through."""
    seen = dict.fromkeys(
        (item.kind.value, item.source, item.sort, item.via)
        for item in annotation.attributions
        if item.kind is not AttributionKind.OWN
    )
    if not seen:
        return None
    table = grid(9, None)
    for kind, source, sort, via in seen:
        told = (f"“{source}”" if sort else source, sort.value if sort else "", f"through {via}" if via else "")
        table.add_row(words(kind, "dim"), words(" · ".join(filter(None, told))))
    return stack(note("rests on:", 0), indented(table))
