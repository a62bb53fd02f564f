"""What was edited: gathers from the archive the versions of an article, of a story's articles, or of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise

from nutgraf.compare.edits import compare_edits
from nutgraf.compare.sightings import moment_between, sort_versions
from nutgraf.errors import NotFound
from nutgraf.export.edits import EditsRow, EditsView, all_edits, edits_row, verify_edits
from nutgraf.extract.charsets import decode_bytes
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Aside, Role
from nutgraf.records.page import Media
from nutgraf.store.archive import Archive


def gather_edits(archive: Archive, key: str) -> tuple[EditsView, ...]:
    """Gather the edits of an article, or of all articles of a story that have more than one version, by id."""
    try:
        return (view_edits(archive, archive.resolve_id("article", key)),)
    except NotFound:
        story = archive.stories.get(archive.resolve_id("story", key))
    changed = set(archive.articles.changed())
    return tuple(view_edits(archive, each.article) for each in story.members if each.article in changed)


def edits_rows(archive: Archive) -> list[EditsRow]:
    """Return a row for each article with more than one version: most changed silently first, then by id."""
    rows = [edits_row(view_edits(archive, article)) for article in archive.articles.changed()]
    return sorted(rows, key=lambda row: (-row.silently, row.article))


def find_edit_violations(archive: Archive) -> Iterator[str]:
    """Yield every span of an edit that does not hold the words shown."""
    for article in archive.articles.changed():
        view = view_edits(archive, article)
        others = {each.article for edit in all_edits(view) for each in edit.still}
        yield from verify_edits(view, [archive.articles.get(each) for each in sorted(others)])


def view_edits(archive: Archive, article: str) -> EditsView:
    """Return what changed from each version of an article to the next, and who in its story prints what was changed."""
    kept, seen = archive.articles.versions(article), archive.articles.sightings(article)
    versions = sort_versions(list(zip(kept, seen, strict=True)))
    if not versions:
        raise NotFound(f"{article[:8]} is a teaser: its text is on no page that was read, so it has no versions.")
    told = {each.version: archive.articles.annotation(article, each.version) for each, _ in versions}
    read = [(each, when) for each, when in versions if told[each.version] is not None]
    others = tuple(_others(archive, article)) if len(read) > 1 else ()
    accounts = {each.version: Account(each, marks) for each, _ in read if (marks := told[each.version]) is not None}
    beside = {each.version: tuple(_left_out(archive, each)) for each, _ in read} if len(read) > 1 else {}
    found = tuple(
        compare_edits(
            accounts[old[0].version],
            accounts[new[0].version],
            others,
            moment_between(old, new),
            (beside[old[0].version], beside[new[0].version]),
        )
        for old, new in pairwise(read)
    )
    return EditsView(tuple(each for each, _ in versions), tuple(when for _, when in versions), found)


def _others(archive: Archive, article: str) -> Iterator[Account]:
    """Yield the other accounts of an article's stories; undated ones bear the date that the others tell."""
    for story in archive.stories.of_article(article):
        comparison = archive.stories.comparison(story)
        dates = {each.article: each.published for each in comparison.calendar.published} if comparison else {}
        for account in archive.stories.accounts(story):
            told = dates.get(account.article.id)
            if account.article.id != article:
                yield replace(account, article=replace(account.article, published=told)) if told else account


_TAG = re.compile(r"<[^<>]*>")
_PLAIN = (Media.HTML, Media.TEXT)
"""Pages whose parts are places in the text that their bytes decode to; of others only the article is read."""


def _left_out(archive: Archive, article: Article) -> Iterator[Aside]:
    """Yield what stands on an article's page and belongs to no article: a note may stand in a box or at the foot."""
    page = archive.pages.get(article.page)
    if page.media not in _PLAIN:
        return
    text = decode_bytes(page.content, page.media, page.charset).text
    for part in archive.articles.extraction(article.page).parts:
        if part.role is Role.FURNITURE:
            words = unescape(_TAG.sub(" ", text[part.start : part.end]))
            yield Aside(part.role, " ".join(words.split()), part.start, part.end)
