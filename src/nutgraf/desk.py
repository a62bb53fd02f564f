"""The desk: gathers from the archive what is printed of a story, an article, or everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nutgraf.cluster.belonging import explain_belonging
from nutgraf.cluster.reasons import label_of
from nutgraf.cluster.related import find_related
from nutgraf.errors import NotFound
from nutgraf.export.article_contract import ArticleOut
from nutgraf.export.articles import NO_CALENDAR, export_article
from nutgraf.export.copies import CopiesView, nearest_pair, other_end
from nutgraf.export.dossier import Dossier, LinkedStory, PageProof, copies_among
from nutgraf.export.links import LinkOut, export_link
from nutgraf.export.side_by_side import set_side_by_side
from nutgraf.export.stories import export_story
from nutgraf.export.story_contract import StoryOut
from nutgraf.export.terminal.belonging import BelongingView
from nutgraf.export.terminal.lists import StoryRow
from nutgraf.export.verify import verify_article, verify_story
from nutgraf.export.why import Why, explain_article
from nutgraf.records.article import Article
from nutgraf.records.story import Story
from nutgraf.store.archive import Archive

Warn = Callable[[str], None]


def gather_dossier(archive: Archive, identity: str) -> Dossier:
    """Gather what is needed to print a story."""

    comparison, brief = archive.stories.comparison(identity), archive.stories.brief(identity)
    if comparison is None or brief is None:
        raise NotFound(f"Story {identity[:8]} has no comparison or no brief; the reason stands in: nutgraf set-aside")
    accounts = archive.stories.accounts(identity)
    pages = sorted({account.article.page for account in accounts})
    return Dossier(
        story=archive.stories.get(identity),
        accounts=accounts,
        copies=copies_among(archive.copies.of(account.article.id for account in accounts), accounts),
        comparison=comparison,
        brief=brief,
        pages=tuple(PageProof(page, archive.pages.get(page).digest) for page in pages),
        related=tuple(_related(archive, identity)),
    )


def _related(archive: Archive, identity: str) -> Iterator[LinkedStory]:
    """Yield the stories of the same matter, each once, the most alike first; what a hand put into one is no link."""
    seen = {identity}
    members = archive.stories.members((identity,))
    for related in find_related(archive.groupings.shelf, members):
        (other,) = archive.stories.of_article(related.article)
        if other not in seen:
            seen.add(other)
            yield LinkedStory(other, _headline(archive, other), related)


def gather_dossiers(archive: Archive, warn: Warn) -> Iterator[Dossier]:
    """Yield every story's dossier, by id; a story whose comparison was set aside is told to `warn`."""
    for story in archive.stories.iterate():
        try:
            yield gather_dossier(archive, story.id)
        except NotFound as error:
            warn(str(error))


def story_rows(archive: Archive) -> list[StoryRow]:
    """Return a row for each story, the biggest first."""
    rows = (story_row(archive, story) for story in archive.stories.iterate())
    return sorted(rows, key=lambda row: (-row.articles, row.id))


def story_row(archive: Archive, story: Story) -> StoryRow:
    """Return the row of one story."""
    comparison = archive.stories.comparison(story.id)
    return StoryRow(
        story.id, _headline(archive, story.id), comparison.counts if comparison else None, len(story.members)
    )


def all_articles(archive: Archive) -> Iterator[ArticleOut]:
    """Yield every article and teaser in the shape of the export, by id."""
    for article in archive.articles.iterate(teasers=True):
        yield exported_article(archive, article)


def all_links(archive: Archive) -> Iterator[LinkOut]:
    """Yield every address that lists and sitemaps hold, list by list."""
    return (export_link(*found) for found in archive.articles.iterate_links())


def explained_article(archive: Archive, identity: str) -> Why:
    """Return how an article was taken from its page."""
    article = archive.articles.get(identity)
    return explain_article(article, archive.articles.extraction(article.page), archive.pages.get(article.page))


def all_stories(archive: Archive, warn: Warn) -> Iterator[StoryOut]:
    """Yield every story in the shape of the export, by id."""

    return (export_story(dossier) for dossier in gather_dossiers(archive, warn))


def exported_article(archive: Archive, article: Article) -> ArticleOut:
    """Return an article in the shape of the export, with the dates that its story's other accounts tell."""

    comparisons = (archive.stories.comparison(story) for story in archive.stories.of_article(article.id))
    calendar = next((comparison.calendar for comparison in comparisons if comparison), NO_CALENDAR)
    return export_article(article, archive.articles.annotation(article.id), archive.copies.of((article.id,)), calendar)


def gather_copies(archive: Archive, key: str, other: str | None = None, *, full: bool = False) -> CopiesView:
    """Gather the copies of an article, or of all articles of a story, and for one article what to set beside it."""
    try:
        asked: tuple[str, ...] = (archive.resolve_id("article", key),)
    except NotFound:
        story = archive.stories.get(archive.resolve_id("story", key))
        asked = tuple(member.article for member in story.members)
    found = archive.copies.of(asked)
    pair = None
    if len(asked) == 1:
        pair = nearest_pair(asked[0], found, archive.resolve_id("article", other) if other else None)
    spoken_of = {end for each in (*found.pairs, *found.reuse) for end in (each.article, each.of)}
    spoken_of.update(asked, *found.groups)
    articles = {article: archive.articles.get(article) for article in sorted(spoken_of)}
    found = replace(found, carried=archive.copies.of(spoken_of).carried)
    if pair is None:
        return CopiesView(asked, found, articles)
    beside = set_side_by_side(articles[asked[0]], articles[other_end(pair, asked[0])], pair, full=full)
    return CopiesView(asked, found, articles, beside)


def find_violations(archive: Archive, warn: Warn) -> Iterator[str]:
    """Yield every span of the archive that does not hold the words shown."""
    for article in all_articles(archive):
        yield from verify_article(article)
    for dossier in gather_dossiers(archive, warn):
        known = {a.article.id: export_article(a.article, a.annotation, dossier.copies) for a in dossier.accounts}
        yield from verify_story(export_story(dossier), known)


def explained_belonging(archive: Archive, story: str, article: str) -> BelongingView:
    """Return why an article is in a story, or why not."""
    kept = archive.stories.get(story)
    members = {member.article: member.why for member in kept.members}
    told = explain_belonging(archive.groupings.shelf, article, members.keys())
    if told is None:
        raise NotFound(
            f"The article {article[:8]} is in no story: it is a teaser, or was set aside (nutgraf set-aside)."
        )
    named = {article, *told.copies, *(near.article for near in told.near)}
    labels = {each: label_of(archive.articles.get(each)) for each in sorted(named)}
    others = {other.article: archive.stories.of_article(other.article)[0] for other in told.others}
    stories = {each: (home, _headline(archive, home)) for each, home in others.items()}
    return BelongingView(story, _headline(archive, story), members.get(article, ""), told, labels, stories)


def _headline(archive: Archive, story: str) -> str:
    brief = archive.stories.brief(story)
    return brief.headline.words if brief else "(no brief: see nutgraf set-aside)"
