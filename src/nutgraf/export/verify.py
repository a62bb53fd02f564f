"""Whether every span of an export stands in the frozen text with exactly the words shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from nutgraf.export.article_contract import ArticleOut, TextSpan
from nutgraf.export.coverage_contract import CoverageOut
from nutgraf.export.document import Document
from nutgraf.export.story_contract import FindingOut, LineOut, PointOut, SpanOut, StoryOut

Check = tuple[str, SpanOut, str | None]
"""Where the span was found in the export, the span, and the words that must stand there (`None`: any)."""


def verify_export(document: Document | Mapping[str, object]) -> tuple[str, ...]:
    """Return every violation in words, none for a sound export; takes what `json.load` gives, too."""
    whole = document if isinstance(document, Document) else msgspec.convert(document, Document)
    articles = {article.id: article for article in whole.articles}
    found = [wrong for article in whole.articles for wrong in verify_article(article)]
    found += [wrong for story in whole.stories for wrong in verify_story(story, articles)]
    return tuple(found)


def verify_article(article: ArticleOut) -> tuple[str, ...]:
    """Return every violation in one article."""
    known = {article.id: article}
    wrong = [_wrong(check, known) for check in _article_checks(article)]
    keys = {entity.key for entity in article.entities}
    lost = [f"mention {m.text!r}: entity {m.entity} is not listed" for m in article.mentions if m.entity not in keys]
    return tuple(f"article {article.id}: {item}" for item in [*wrong, *lost] if item)


def verify_story(story: StoryOut, articles: Mapping[str, ArticleOut]) -> tuple[str, ...]:
    """Return every violation in one story, whose articles must be among those given."""
    wrong = [_wrong(check, articles) for check in _story_checks(story)]
    lost = [f"article {member.id} is not in the export" for member in story.articles if member.id not in articles]
    known = {statement.id for point in story.points for statement in point.statements}
    cut = [
        f"finding {f.id}: statement {s} is in no point" for f in story.findings for s in f.statements if s not in known
    ]
    return tuple(f"story {story.id}: {item}" for item in [*wrong, *lost, *cut] if item)


def _wrong(check: Check, articles: Mapping[str, ArticleOut]) -> str | None:
    """Return what is wrong with one span: no such article, outside the text, empty, or other words."""
    where, span, words = check
    article = articles.get(span.article)
    if article is None:
        return f"{where}: article {span.article} is not in the export"
    frozen = (article.title or "") if span.part == "title" else article.text
    if not 0 <= span.start < span.end <= len(frozen):
        return f"{where}: {span.start}-{span.end} lies outside a {span.part} of {len(frozen)} characters"
    if words is not None and frozen[span.start : span.end] != words:
        return f"{where}: {span.start}-{span.end} holds {frozen[span.start : span.end]!r}, not {words!r}"
    return None


def _article_checks(article: ArticleOut) -> Iterator[Check]:
    def place(start: int, end: int) -> SpanOut:
        return SpanOut(article.id, start, end, "text")

    def spot(span: TextSpan) -> SpanOut:
        return place(span.start, span.end)

    for name, rows in (("block", article.blocks), ("anchor", article.anchors), ("sentence", article.sentences)):
        yield from ((name, place(row.start, row.end), None) for row in rows)
    yield from (("mention", spot(mention.span), mention.text) for mention in article.mentions)
    for quote in article.quotes:
        yield "quote", spot(quote.span), quote.text
        if quote.cue:
            yield "cue", spot(quote.cue.span), quote.cue.text
        if quote.speaker and quote.speaker.span:
            yield "speaker", spot(quote.speaker.span), None
    for item in article.attributions:
        yield "attribution", spot(item.span), item.words
        yield "attributed content", spot(item.content), None
    yield from (("figure", spot(figure.span), figure.words) for figure in article.figures)
    yield from (("time", spot(time.span), time.words) for time in article.times)


def _story_checks(story: StoryOut) -> Iterator[Check]:
    for point in story.points:
        yield from _point_checks(point)
    yield from (check for finding in story.findings for check in _finding_checks(finding))
    for row in story.quotes:
        for wording in row.wordings:
            yield from _first(f"wording of {row.id}", wording.words, wording.spans)
    for entry in story.timeline:
        yield from _first(f"timeline {entry.value}", entry.words, entry.spans)
    for sourcing in story.sourcing:
        yield from ((f"source {use.source}", span, None) for use in sourcing.sources for span in use.spans)
    yield from (check for coverage in story.coverage for check in _coverage_checks(coverage))
    brief = story.brief
    lines = [brief.headline, *([brief.nut_graf] if brief.nut_graf else []), *brief.points, *brief.unknown]
    lines += [line for answer in brief.answers for line in answer.lines]
    yield from (check for line in lines for check in _line_checks(line))


def _coverage_checks(coverage: CoverageOut) -> Iterator[Check]:
    places = (*coverage.alone.spans, *(near.span for near in coverage.left_out.unsure), *coverage.text.spans)
    for place in places:
        yield f"coverage of {coverage.outlet}", SpanOut(coverage.article, place.start, place.end, "text"), None


def _point_checks(point: PointOut) -> Iterator[Check]:
    yield f"point {point.id}", point.span, point.words
    for statement in point.statements:
        yield f"statement {statement.id}", statement.span, statement.words
        yield f"attribution of {statement.id}", statement.attribution.span, statement.attribution.words
    yield from (check for finding in point.findings for check in _finding_checks(finding))


def _finding_checks(finding: FindingOut) -> Iterator[Check]:
    yield from ((f"cell of {finding.id}", cell.span, cell.words) for cell in finding.cells)


def _line_checks(line: LineOut) -> Iterator[Check]:
    yield from _first(f"line {line.words[:40]!r}", line.words, line.evidence)


def _first(where: str, words: str, spans: tuple[SpanOut, ...]) -> Iterator[Check]:
    """Yield the first span with the words it must hold; the others say the same in words of their own."""
    yield from ((where, span, words if index == 0 else None) for index, span in enumerate(spans))
