"""The frozen texts behind a page, cut into pieces where evidence begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from nutgraf.export.dossier import Dossier
from nutgraf.export.printable import printable
from nutgraf.records.article import Article, Part, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked or not, and the anchors of the spans that begin with it."""

    words: str
    marked: bool
    anchors: tuple[str, ...]


def evidence_spans(dossier: Dossier) -> tuple[Span, ...]:
    """Return every span that a page about this story links to, sorted, each once."""
    return tuple(sorted(set(_spans(dossier)), key=lambda span: (span.article, span.part, span.start, span.end)))


def anchor_name(dossier: Dossier, span: Span) -> str:
    """Return the name of a span's anchor on the page; a title's words lead to the heading of its source."""
    number = dossier.number(span.article)
    return f"source-{number}" if span.part is Part.TITLE else f"s{number}-{span.start}-{span.end}"


def cut_text(dossier: Dossier, article: Article, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Return an article's text as pieces that join to the whole text; overlapping spans share a mark."""
    own = [span for span in spans if span.article == article.id and span.part is Part.TEXT]
    edges = sorted({0, len(article.text), *(span.start for span in own), *(span.end for span in own)})
    text = printable(article.text)
    return tuple(
        Piece(
            words=text[start:end],
            marked=any(span.start <= start and end <= span.end for span in own),
            anchors=tuple(anchor_name(dossier, span) for span in own if span.start == start),
        )
        for start, end in pairwise(edges)
    )


def _spans(dossier: Dossier) -> Iterator[Span]:
    brief, comparison = dossier.brief, dossier.comparison
    lines = [
        brief.headline,
        *brief.points,
        *brief.unknown,
        *(line for answer in brief.answers for line in answer.lines),
    ]
    for line in [*lines, *([brief.nut_graf] if brief.nut_graf else [])]:
        yield from line.evidence
    yield from (cell.span for finding in comparison.findings for cell in finding.cells)
    yield from (span for row in comparison.quotes for wording in row.wordings for span in wording.spans)
    yield from (span for entry in comparison.timeline for span in entry.spans)
    for account in dossier.accounts:
        article = account.article
        for figure in account.annotation.figures:
            yield Span(article.id, article.version, figure.start, figure.end)
