"""One article as a self-contained web page: its words, letter for letter, with everything that was marked in them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.export.marks import MEANINGS, Layer, Segment, cut_segments, find_marks, find_voices
from nutgraf.export.page_template import page_template, template_file
from nutgraf.export.printable import printable
from nutgraf.records.annotation import Annotation
from nutgraf.records.article import Article

COLOURS = 8
"""Speakers' colours on the page; a ninth speaker has the first one's, and a number of its own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of text with its classes, what they mean in words, and the number of a speaker whose words end here."""

    words: str
    classes: str
    notes: str
    number: int


def article_html(article: Article, annotation: Annotation | None) -> bytes:
    """Return the page as UTF-8; all words of sources are escaped, and no part of them becomes markup or a link."""
    marks = find_marks(annotation) if annotation else ()
    text = printable(article.text)
    ends = {mark.end: mark.voice for mark in marks if mark.layer in (Layer.QUOTE, Layer.REPORTED) and mark.voice}
    page = page_template("article.html.j2").render(
        article=article,
        marked=annotation is not None,
        blocks=[
            (block.role.value, [_shown(text, part, ends) for part in _inside(segments, block.start, block.end)])
            for segments in [cut_segments(len(text), marks)]
            for block in article.blocks
        ],
        voices=find_voices(annotation) if annotation else (),
        layers=[(layer.value, MEANINGS[layer]) for layer in Layer if any(mark.layer is layer for mark in marks)],
        colours=COLOURS,
        style=Markup(template_file("brief.css") + template_file("article.css")),  # our own files, not a word of a page
        made_by=[made for made in (article.made_by, annotation.made_by if annotation else "") if made],
    )
    return page.encode()


def _inside(segments: tuple[Segment, ...], start: int, end: int) -> list[Segment]:
    """Return the stretches of one block, cut at its edges."""
    return [
        Segment(max(start, part.start), min(end, part.end), part.marks)
        for part in segments
        if part.start < end and start < part.end
    ]


def _shown(text: str, part: Segment, ends: dict[int, int]) -> Shown:
    layers = dict.fromkeys(mark.layer.value for mark in part.marks)
    voices = dict.fromkeys(f"v{(mark.voice - 1) % COLOURS + 1}" for mark in part.marks if mark.voice)
    notes = dict.fromkeys(mark.note for mark in part.marks if mark.note)
    return Shown(
        text[part.start : part.end], " ".join((*layers, *list(voices)[:1])), "; ".join(notes), ends.get(part.end, 0)
    )
