"""The shape of one story in the JSON export: these names and their order are the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from nutgraf.export.article_contract import said
from nutgraf.export.coverage_contract import CoverageOut, FamilyOut


@dataclass(frozen=True, slots=True)
class SpanOut:
    """A place in one article's frozen text or title: Unicode code points, `end` exclusive."""

    article: Annotated[str, said("Id of the article.")]
    start: Annotated[int, said("First code point."), Meta(ge=0)]
    end: Annotated[int, said("Code point after the last."), Meta(ge=0)]
    part: Annotated[str, said("text or title.")]


@dataclass(frozen=True, slots=True)
class MemberOut:
    """An article of the story."""

    id: Annotated[str, said("Id of the article.")]
    why: Annotated[str, said("Why it is in the story.")]


@dataclass(frozen=True, slots=True)
class ChapterOut:
    """A phase of the story."""

    name: Annotated[str, said("Name of the phase.")]
    articles: Annotated[tuple[str, ...], said("Ids of its articles, in order.")]
    reason: Annotated[str, said("The grounds for the phase.")]


@dataclass(frozen=True, slots=True)
class CountsOut:
    """The four counts and what they rest on."""

    articles: Annotated[int, said("Articles read.")]
    texts: Annotated[int, said("Distinct texts among them.")]
    outlets: Annotated[int, said("Outlets that print them.")]
    origins: Annotated[int, said("Independent origins behind them.")]
    grounds: Annotated[tuple[str, ...], said("What each count rests on, in words.")]


@dataclass(frozen=True, slots=True)
class OriginOut:
    """Articles that go back to one origin."""

    name: Annotated[str, said("Name of the origin.")]
    articles: Annotated[tuple[str, ...], said("Ids of its articles.")]
    reason: Annotated[str, said("The grounds for saying so.")]


@dataclass(frozen=True, slots=True)
class StatementAttribution:
    """Whom a statement rests on."""

    source: Annotated[str, said("The name to show; for anonymous sources the exact words used.")]
    kind: Annotated[str, said("named, anonymous, document, outlet or own.")]
    via: Annotated[str | None, said("The outlet it came through.")]
    words: Annotated[str, said("The attributing words at the span.")]
    span: Annotated[SpanOut, said("Where the attributing words stand.")]
    sort: Annotated[str | None, said("What an anonymous source is (see the article's attributions); else null.")]


@dataclass(frozen=True, slots=True)
class StatementOut:
    """One account says one thing in one place."""

    id: Annotated[str, said("Id of the statement.")]
    article: Annotated[str, said("Id of the article.")]
    outlet: Annotated[str, said("The outlet to show.")]
    words: Annotated[str, said("The words at the span.")]
    span: Annotated[SpanOut, said("Where the words stand.")]
    mode: Annotated[str, said("did, will, may, wants, proposes, denies or states.")]
    attribution: Annotated[StatementAttribution, said("Whom it rests on.")]


@dataclass(frozen=True, slots=True)
class CellOut:
    """One side of a finding: verbatim words and the value read from them."""

    statement: Annotated[str, said("Id of the statement.")]
    article: Annotated[str, said("Id of the article.")]
    outlet: Annotated[str, said("The outlet to show.")]
    words: Annotated[str, said("The words at the span.")]
    value: Annotated[str, said("The value read from the words.")]
    span: Annotated[SpanOut, said("Where the words stand.")]


@dataclass(frozen=True, slots=True)
class FindingOut:
    """What comparing statements gave."""

    id: Annotated[str, said("Id of the finding.")]
    kind: Annotated[str, said("What was compared; see docs/reference/findings.md.")]
    verdict: Annotated[str, said("agree, differ, update, only one, unsure or side by side.")]
    reason: Annotated[str, said("Why, in words.")]
    cells: Annotated[tuple[CellOut, ...], said("The sides, verbatim.")]
    statements: Annotated[tuple[str, ...], said("Ids of the statements compared.")]


@dataclass(frozen=True, slots=True)
class PointOut:
    """What statements of several accounts say together."""

    id: Annotated[str, said("Id of the point.")]
    words: Annotated[str, said("The clearest statement's own words, at the span.")]
    span: Annotated[SpanOut, said("Where the words stand.")]
    standing: Annotated[str, said("all, most, some or one of the accounts.")]
    kinds: Annotated[tuple[str, ...], said("Kinds of its findings, sorted.")]
    origins: Annotated[tuple[OriginOut, ...], said("All that its statements may go back to, each by itself.")]
    fewest: Annotated[int, said("How few of the origins may be independent.")]
    statements: Annotated[tuple[StatementOut, ...], said("Who says it, where, in which words.")]
    findings: Annotated[tuple[FindingOut, ...], said("What comparing them gave.")]


@dataclass(frozen=True, slots=True)
class WordingOut:
    """One printed form of an utterance."""

    words: Annotated[str, said("The words as printed at the first span.")]
    kind: Annotated[str, said("direct, mixed, indirect or scare.")]
    outlets: Annotated[tuple[str, ...], said("Outlets that print it so.")]
    speakers: Annotated[tuple[str, ...], said("Whom they name as the speaker.")]
    spans: Annotated[tuple[SpanOut, ...], said("Every place that prints it so.")]


@dataclass(frozen=True, slots=True)
class QuoteRowOut:
    """One utterance with its wordings side by side."""

    id: Annotated[str, said("Id of the utterance.")]
    speaker: Annotated[str, said("The speaker to show.")]
    wordings: Annotated[tuple[WordingOut, ...], said("Its printed forms.")]
    verdict: Annotated[str, said("agree, differ, update, only one or unsure.")]
    reason: Annotated[str, said("Why, in words.")]


@dataclass(frozen=True, slots=True)
class TimelineOut:
    """Something said to have happened, or to be going to happen, at a date."""

    value: Annotated[str, said("ISO 8601 date, time or interval a/b.")]
    how: Annotated[str, said("How the date was found.")]
    words: Annotated[str, said("The words at the first span.")]
    spans: Annotated[tuple[SpanOut, ...], said("Every place that says so.")]
    outlets: Annotated[tuple[str, ...], said("Outlets that say so.")]


@dataclass(frozen=True, slots=True)
class SourceUseOut:
    """One source an account relies on."""

    source: Annotated[str, said("The name to show.")]
    kind: Annotated[str, said("named, anonymous, document, outlet or own.")]
    via: Annotated[str | None, said("The outlet it came through.")]
    spans: Annotated[tuple[SpanOut, ...], said("Where the account relies on it.")]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many statements rest on one kind of source."""

    kind: Annotated[str, said("named, anonymous, document, outlet or own.")]
    statements: Annotated[int, said("How many.")]


@dataclass(frozen=True, slots=True)
class SourcingOut:
    """Whom one account relies on."""

    article: Annotated[str, said("Id of the article.")]
    outlet: Annotated[str, said("The outlet to show.")]
    counts: Annotated[tuple[KindCount, ...], said("Statements by kind of source.")]
    sources: Annotated[tuple[SourceUseOut, ...], said("The sources, with places.")]
    remark: Annotated[str, said("What that comes to, in a sentence.")]


@dataclass(frozen=True, slots=True)
class LineOut:
    """One line of a brief with its evidence."""

    words: Annotated[str, said("The words at the first piece of evidence.")]
    evidence: Annotated[tuple[SpanOut, ...], said("Every place that carries the line.")]
    outlets: Annotated[tuple[str, ...], said("The outlets behind those.")]
    note: Annotated[str, said("The program's own remark beside the words.")]


@dataclass(frozen=True, slots=True)
class AnswerOut:
    """One of who, what, when, where, why."""

    question: Annotated[str, said("The question.")]
    lines: Annotated[tuple[LineOut, ...], said("Lines that answer it; none means not found in the texts read.")]


@dataclass(frozen=True, slots=True)
class KnownOut:
    """One account of a story at the moment asked for."""

    article: Annotated[str, said("Id of the article.")]
    outlet: Annotated[str, said("The outlet to show.")]
    version: Annotated[str | None, said("The version that counts; null where none was known yet.")]
    current: Annotated[bool, said("Whether that is the current version.")]
    on_hand: Annotated[bool, said("Whether it had been captured or read by then.")]
    since: Annotated[str | None, said("From when it counts, ISO 8601 in UTC.")]
    reason: Annotated[str, said("How that is known.")]


@dataclass(frozen=True, slots=True)
class AsOfOut:
    """The moment that was asked for, and what of the story was known then."""

    moment: Annotated[str, said("The moment, ISO 8601 in UTC.")]
    counted: Annotated[int, said("How many accounts count.")]
    of: Annotated[int, said("How many the story has now.")]
    accounts: Annotated[tuple[KnownOut, ...], said("All of them, by article id.")]


@dataclass(frozen=True, slots=True)
class BriefOut:
    """The story's brief."""

    headline: Annotated[LineOut, said("The headline.")]
    nut_graf: Annotated[LineOut | None, said("The key paragraph.")]
    answers: Annotated[tuple[AnswerOut, ...], said("Who, what, when, where, why.")]
    points: Annotated[tuple[LineOut, ...], said("The points, weightiest first.")]
    unknown: Annotated[tuple[LineOut, ...], said("Lines in which the accounts say that something is not known.")]
    remarks: Annotated[tuple[str, ...], said("What no text read tells, in the program's own words.")]
    as_of: Annotated[AsOfOut | None, said("The moment asked for with --as-of; null: as known now.")] = None


@dataclass(frozen=True, slots=True)
class RelatedOut:
    """Another story of the same matter."""

    id: Annotated[str, said("Id of the other story.")]
    headline: Annotated[str, said("Its headline.")]
    when: Annotated[str, said("earlier, later or beside: how it lies in time.")]
    texts: Annotated[int, said("How many texts tell it.")]
    likeness: Annotated[float, said("Mean likeness of the texts of both, the time between them left out of account.")]


@dataclass(frozen=True, slots=True)
class StoryOut:
    """One event told by accounts, compared and briefed."""

    id: Annotated[str, said("Id of the story, anchored on its earliest article.")]
    headline: Annotated[str, said("The brief's headline.")]
    articles: Annotated[tuple[MemberOut, ...], said("Its articles.")]
    chapters: Annotated[tuple[ChapterOut, ...], said("Its phases.")]
    counts: Annotated[CountsOut, said("The four counts.")]
    origins: Annotated[tuple[OriginOut, ...], said("Independent origins of the story.")]
    points: Annotated[tuple[PointOut, ...], said("Rows of the comparison.")]
    findings: Annotated[tuple[FindingOut, ...], said("All findings of the story.")]
    quotes: Annotated[tuple[QuoteRowOut, ...], said("The quotes board.")]
    timeline: Annotated[tuple[TimelineOut, ...], said("What is said to happen when.")]
    sourcing: Annotated[tuple[SourcingOut, ...], said("Whom each account relies on.")]
    brief: Annotated[BriefOut, said("The written result.")]
    related: Annotated[tuple[RelatedOut, ...], said("Other stories of the same matter, the most alike first.")] = ()
    coverage: Annotated[tuple[CoverageOut, ...], said("What each account has, by article id.")] = ()
    families: Annotated[tuple[FamilyOut, ...], said("Owners of several of its outlets.")] = ()
    as_of: Annotated[AsOfOut | None, said("The moment asked for with --as-of; null: as known now.")] = None
