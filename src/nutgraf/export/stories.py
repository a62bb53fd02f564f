"""Stories as the JSON export shows them."""

from __future__ import annotations

from nutgraf.export.coverage import export_coverage, export_family
from nutgraf.export.dossier import Dossier, LinkedStory
from nutgraf.export.known import export_known
from nutgraf.export.story_contract import (
    AnswerOut,
    BriefOut,
    CellOut,
    ChapterOut,
    CountsOut,
    FindingOut,
    KindCount,
    LineOut,
    MemberOut,
    OriginOut,
    PointOut,
    QuoteRowOut,
    RelatedOut,
    SourceUseOut,
    SourcingOut,
    SpanOut,
    StatementAttribution,
    StatementOut,
    StoryOut,
    TimelineOut,
    WordingOut,
)
from nutgraf.records.article import Span
from nutgraf.records.brief import Brief, Line
from nutgraf.records.comparison import Counts, Finding, OriginGroup, Point, QuoteRow, Sourcing, Statement


def export_story(dossier: Dossier) -> StoryOut:
    """Return a story with its comparison and brief in the shape of the export."""
    story, comparison = dossier.story, dossier.comparison
    return StoryOut(
        id=story.id,
        headline=dossier.brief.headline.words,
        articles=tuple(MemberOut(member.article, member.why) for member in story.members),
        chapters=tuple(ChapterOut(chapter.name, chapter.articles, chapter.reason) for chapter in story.chapters),
        counts=_counts(comparison.counts),
        origins=_origins(comparison.origins),
        points=tuple(_point(dossier, point) for point in comparison.points),
        findings=tuple(_finding(finding) for finding in comparison.findings),
        quotes=tuple(_quote(row) for row in comparison.quotes),
        timeline=tuple(
            TimelineOut(entry.value, entry.how, entry.words, _spans(entry.spans), entry.outlets)
            for entry in comparison.timeline
        ),
        sourcing=tuple(_sourcing(sourcing) for sourcing in comparison.sourcing),
        brief=export_brief(dossier.brief),
        related=tuple(_related(linked) for linked in dossier.related),
        coverage=tuple(export_coverage(each) for each in comparison.coverage),
        families=tuple(export_family(each) for each in comparison.families),
        as_of=export_known(dossier.known) if dossier.known else None,
    )


def _related(linked: LinkedStory) -> RelatedOut:
    how = linked.related
    return RelatedOut(linked.id, linked.headline, how.when.value, how.texts, round(how.likeness, 4))


def export_brief(brief: Brief) -> BriefOut:
    """Return a brief in the shape of the export."""
    return BriefOut(
        headline=_line(brief.headline),
        nut_graf=_line(brief.nut_graf) if brief.nut_graf else None,
        answers=tuple(AnswerOut(a.question, tuple(_line(line) for line in a.lines)) for a in brief.answers),
        points=tuple(_line(line) for line in brief.points),
        unknown=tuple(_line(line) for line in brief.unknown),
        remarks=brief.remarks,
    )


def _line(line: Line) -> LineOut:
    return LineOut(line.words, _spans(line.evidence), line.outlets, line.note)


def _span(span: Span) -> SpanOut:
    return SpanOut(span.article, span.start, span.end, span.part.value)


def _spans(spans: tuple[Span, ...]) -> tuple[SpanOut, ...]:
    return tuple(_span(span) for span in spans)


def _counts(counts: Counts) -> CountsOut:
    return CountsOut(counts.articles, counts.texts, counts.outlets, counts.origins, counts.grounds)


def _origins(origins: tuple[OriginGroup, ...]) -> tuple[OriginOut, ...]:
    return tuple(OriginOut(origin.name, origin.articles, origin.reason) for origin in origins)


def _point(dossier: Dossier, point: Point) -> PointOut:
    return PointOut(
        id=point.id,
        words=point.words,
        span=_span(point.span),
        standing=point.standing.value,
        kinds=tuple(sorted({finding.kind.value for finding in point.findings})),
        origins=_origins(point.origins),
        fewest=point.fewest,
        statements=tuple(_statement(dossier, statement) for statement in point.statements),
        findings=tuple(_finding(finding) for finding in point.findings),
    )


def _statement(dossier: Dossier, statement: Statement) -> StatementOut:
    rests = statement.attribution
    place = Span(statement.article, statement.span.version, rests.start, rests.end)
    words = dossier.words(place)
    return StatementOut(
        id=statement.id,
        article=statement.article,
        outlet=statement.outlet,
        words=statement.words,
        span=_span(statement.span),
        mode=statement.mode,
        attribution=StatementAttribution(
            rests.source, rests.kind.value, rests.via, words, _span(place), rests.sort.value if rests.sort else None
        ),
    )


def _finding(finding: Finding) -> FindingOut:
    return FindingOut(
        id=finding.id,
        kind=finding.kind.value,
        verdict=finding.verdict.value,
        reason=finding.reason,
        cells=tuple(
            CellOut(cell.statement, cell.article, cell.outlet, cell.words, cell.value, _span(cell.span))
            for cell in finding.cells
        ),
        statements=tuple(dict.fromkeys(cell.statement for cell in finding.cells if cell.statement)),
    )


def _quote(row: QuoteRow) -> QuoteRowOut:
    wordings = tuple(
        WordingOut(item.words, item.kind.value, item.outlets, item.speakers, _spans(item.spans))
        for item in row.wordings
    )
    return QuoteRowOut(row.id, row.speaker, wordings, row.verdict.value, row.reason)


def _sourcing(sourcing: Sourcing) -> SourcingOut:
    return SourcingOut(
        article=sourcing.article,
        outlet=sourcing.outlet,
        counts=tuple(KindCount(kind, number) for kind, number in sourcing.counts),
        sources=tuple(SourceUseOut(use.source, use.kind, use.via, _spans(use.spans)) for use in sourcing.sources),
        remark=sourcing.remark,
    )
