"""A story as it was known at a moment: the accounts that count then, compared and briefed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from nutgraf.brief.story import brief_story
from nutgraf.compare.known import known_version, read_end
from nutgraf.compare.sightings import sort_versions
from nutgraf.compare.story import compare_story
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.errors import UsageError
from nutgraf.export.dossier import Dossier, PageProof
from nutgraf.records.annotation import Account
from nutgraf.records.comparison import ResolvedPublished
from nutgraf.records.known import KnownAccount, KnownAt
from nutgraf.records.story import Chapter, Story
from nutgraf.store.archive import Archive


def read_moment(words: str) -> datetime:
    """Return the moment (UTC) that a person means: a bare day is taken to its end, a time without a zone is UTC."""
    moment = read_end(words.strip())
    if moment is None:
        advice = "Give an ISO date or date-time, such as 2031-05-03 or 2031-05-03T14:05+02:00."
        raise UsageError(f"'{words}' is no time. {advice}")
    return moment


def replay_story(archive: Archive, identity: str, moment: datetime) -> Dossier | KnownAt:
    """Return all that is needed to print a story as it was known at a moment; where nothing was, why not.

    The members are those of the story as it is kept now: those that count then are compared as if there were no others.
    Copies are looked for among them alone, and what links to other stories is left out.
    """
    story = archive.stories.get(identity)
    known, accounts = _known(archive, story.id, (member.article for member in story.members), moment)
    if not accounts:
        return known
    told = _story(story, accounts)
    copies = dedupe_articles([account.article for account in accounts])
    _, beside = _known(archive, story.id, archive.stories.neighbours().get(story.id, ()), moment)
    comparison = compare_story(told, accounts, copies, beside)
    pages = sorted({account.article.page for account in accounts})
    return Dossier(
        story=told,
        accounts=accounts,
        copies=copies,
        comparison=comparison,
        brief=brief_story(told, accounts, comparison),
        pages=tuple(PageProof(page, archive.pages.get(page).digest) for page in pages),
        known=known,
    )


def _known(
    archive: Archive, story: str, articles: Iterable[str], moment: datetime
) -> tuple[KnownAt, tuple[Account, ...]]:
    """Return which of some articles count at a moment, and their accounts by article id."""
    found = sorted(_each(archive, story, articles, moment), key=lambda each: each[0].article)
    told = KnownAt(story, moment.isoformat(timespec="seconds"), tuple(known for known, _ in found))
    return told, tuple(account for _, account in found if account is not None)


def _calendar(archive: Archive, story: str) -> tuple[ResolvedPublished, ...]:
    """Return the dates of undated accounts that the story's other accounts tell, by all that is known now."""
    comparison = archive.stories.comparison(story)
    return comparison.calendar.published if comparison else ()


def _each(
    archive: Archive, story: str, articles: Iterable[str], moment: datetime
) -> Iterator[tuple[KnownAccount, Account | None]]:
    dates = {each.article: each.published for each in _calendar(archive, story)}
    for article in articles:
        kept, seen = archive.articles.versions(article), archive.articles.sightings(article)
        chosen, known = known_version(sort_versions(list(zip(kept, seen, strict=True))), moment, dates.get(article))
        if chosen is None:
            yield known, None
            continue
        marks = archive.articles.annotation(article, chosen[0].version)
        if marks is None:
            reason = "its marks could not be made: nutgraf set-aside"
            yield replace(known, version=None, reason=reason), None
        else:
            yield known, Account(chosen[0], marks)


def _story(story: Story, accounts: tuple[Account, ...]) -> Story:
    """Return a story with the members that count, in the versions that count, and the chapters that they stand in."""
    versions = {account.article.id: account.article.version for account in accounts}
    members = tuple(
        replace(member, version=versions[member.article]) for member in story.members if member.article in versions
    )
    return replace(story, members=members, chapters=tuple(_chapters(story, versions)))


def _chapters(story: Story, versions: dict[str, str]) -> Iterator[Chapter]:
    for chapter in story.chapters:
        inside = tuple(article for article in chapter.articles if article in versions)
        if inside:
            yield replace(chapter, articles=inside)
