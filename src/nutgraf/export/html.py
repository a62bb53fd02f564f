"""A story's brief as one self-contained web page: no script, no third party, every word with its source beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import apart, side_by_side
from nutgraf.export.known import known_lines, known_sentence
from nutgraf.export.page_template import page_template, template_file
from nutgraf.export.sources import Piece, anchor_name, cut_text, evidence_spans
from nutgraf.export.terminal.comparison import STANDINGS
from nutgraf.records.article import Span
from nutgraf.records.comparison import Point, Verdict
from nutgraf.text import between


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table of figures."""

    words: str
    counted: str
    unit: str
    qualifier: str
    outlet: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """An article printed whole at the end of the page."""

    number: int
    id: str
    title: str
    outlet: str
    published: str
    partial: str | None
    address: str | None
    language: str
    pieces: tuple[Piece, ...]


def brief_html(dossier: Dossier) -> str:
    """Return the brief as a page; all words of sources are escaped, and no part of them becomes markup or a link."""
    brief, comparison = dossier.brief, dossier.comparison
    points = {point.span: point for point in comparison.points}

    def standing(point: Point) -> str:
        return STANDINGS[point.standing]

    shown = {
        "points": (brief.points, "Points"),
        "differ": (apart(comparison.findings), "Where accounts differ"),
        "chosen": (side_by_side(comparison.findings), "Words for one thing"),
        "quotes": (comparison.quotes, "Quotes"),
        "figures": (_figures(dossier), "Figures"),
        "timeline": (comparison.timeline, "Timeline"),
        "sourcing": (comparison.sourcing, "Sourcing"),
        "unknown": ((*brief.unknown, *brief.remarks), "Not known"),
    }
    return page_template("brief.html.j2").render(
        story=dossier.story,
        known=(known_sentence(dossier.known), *known_lines(dossier.known)) if dossier.known else (),
        brief=brief,
        counts=comparison.counts,
        language=_language(dossier),
        style=Markup(template_file("brief.css")),  # our own file, not a word of a page
        sections=[
            ("five", "Who, what, when, where, why"),
            *((key, title) for key, (rows, title) in shown.items() if rows),
            ("sources", "The texts"),
        ],
        findings=[(key, *shown[key]) for key in ("differ", "chosen")],
        quotes=comparison.quotes,
        shared_quotes=sorted(
            (row for row in comparison.quotes if row.verdict is not Verdict.ONLY_ONE),
            key=lambda row: row.verdict is Verdict.AGREE,
        ),
        single_quotes=[row for row in comparison.quotes if row.verdict is Verdict.ONLY_ONE],
        figures=shown["figures"][0],
        timeline=comparison.timeline,
        sourcing=comparison.sourcing,
        sources=_sources(dossier),
        pages=dossier.pages,
        made_by=_made_by(dossier),
        number=dossier.number,
        anchor=lambda span: anchor_name(dossier, span),
        point_of=lambda line: points.get(line.evidence[0]) if line.evidence else None,
        standing=standing,
        between=between,
    )


def _language(dossier: Dossier) -> str:
    counted = Counter(account.article.language for account in dossier.accounts if account.article.language)
    return min(counted, key=lambda language: (-counted[language], language)) if counted else "und"


def _figures(dossier: Dossier) -> tuple[FigureRow, ...]:
    """Return every figure, those that count the same thing beside each other."""
    rows = [
        FigureRow(
            account.article.text[figure.start : figure.end],
            figure.counted,
            figure.unit,
            figure.qualifier.value,
            dossier.outlet(account.article.id),
            Span(account.article.id, account.article.version, figure.start, figure.end),
        )
        for account in dossier.accounts
        for figure in account.annotation.figures
    ]
    return tuple(sorted(rows, key=lambda row: (row.counted.casefold(), row.unit, row.span.article, row.span.start)))


def _sources(dossier: Dossier) -> tuple[Source, ...]:
    spans = evidence_spans(dossier)
    return tuple(
        Source(
            number=number,
            id=account.article.id,
            title=account.article.title or "(no title)",
            outlet=dossier.outlet(account.article.id),
            published=_published(dossier, account.article.id),
            partial=account.article.partial,
            address=account.article.address,
            language=account.article.language or "und",
            pieces=cut_text(dossier, account.article, spans),
        )
        for number, account in enumerate(dossier.accounts, start=1)
    )


def _published(dossier: Dossier, key: str) -> str:
    published = dossier.published(key)
    return f"{published.value} ({published.how})" if published.value else "no date told"


def _made_by(dossier: Dossier) -> tuple[str, ...]:
    stages = {dossier.story.made_by, dossier.comparison.made_by, dossier.brief.made_by, dossier.copies.made_by}
    for account in dossier.accounts:
        stages |= {account.article.made_by, account.annotation.made_by}
    return tuple(sorted(stage for stage in stages if stage))
