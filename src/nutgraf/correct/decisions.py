"""What a person asks for, as a correction: the articles it names, and what is wrong with asking it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nutgraf.errors import NotFound, UsageError
from nutgraf.records.correction import Correction, CorrectionKind, undone
from nutgraf.records.story import Story
from nutgraf.store.archive import Archive
from nutgraf.text import stable_id

SHORT = 8


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, when (ISO 8601, UTC), and why in their own words."""

    by: str
    at: str
    note: str = ""

    def decides(
        self, kind: CorrectionKind, articles: Iterable[str], beside: Iterable[str], undoes: int | None = None
    ) -> Correction:
        """Return a correction of this hand; its number is given when it is kept."""
        return Correction(0, kind, tuple(articles), tuple(beside), self.by, self.at, self.note, undoes)


def merge_stories(archive: Archive, one: str, other: str, hand: Hand) -> Correction:
    """Decide that two stories are one."""
    first, second = _story(archive, one), _story(archive, other)
    if first.id == second.id:
        raise UsageError(
            f"Both ids lead to one story, {first.id[:SHORT]}: there is nothing to merge. See all: nutgraf stories"
        )
    return hand.decides(CorrectionKind.MERGE, _members(archive, first), _members(archive, second))


def split_story(archive: Archive, story: str, articles: Sequence[str], hand: Hand) -> Correction:
    """Decide that some articles of a story are a story of their own."""
    whole, named = _story(archive, story), _articles(archive, articles)
    for article in named:
        home = _home(archive, article)
        if home.id != whole.id:
            raise UsageError(
                f"Article {article[:SHORT]} is not in story {whole.id[:SHORT]} but in {home.id[:SHORT]}. "
                f"See who is in it: nutgraf story {whole.id[:SHORT]}"
            )
    members = _members(archive, whole)
    if _with_copies(archive, named) >= set(members):
        raise UsageError(
            f"That is all of story {whole.id[:SHORT]}, copies of one text counted together: leave at least one "
            "article in it. To part copies, first pin the one that is to stay: nutgraf pin ARTICLE"
        )
    return hand.decides(CorrectionKind.SPLIT, named, (each for each in members if each not in named))


def move_articles(archive: Archive, articles: Sequence[str], story: str, hand: Hand) -> Correction:
    """Decide that some articles belong to another story."""
    target, named = _story(archive, story), _articles(archive, articles)
    for article in named:
        home = _home(archive, article)
        if home.id == target.id:
            raise UsageError(f"Article {article[:SHORT]} is in story {target.id[:SHORT]} already. Leave it out.")
        if _with_copies(archive, named) >= {member.article for member in home.members}:
            raise UsageError(
                f"That is all of story {home.id[:SHORT]}, copies of one text counted together: nothing would be left "
                f"of it. To make one story of the two: nutgraf merge {target.id[:SHORT]} {home.id[:SHORT]}"
            )
    return hand.decides(CorrectionKind.MOVE, named, _members(archive, target))


def pin_articles(archive: Archive, articles: Sequence[str], hand: Hand) -> Correction:
    """Decide that some articles of one story stay in it."""
    named = _articles(archive, articles)
    homes = {home.id: home for home in (_home(archive, article) for article in named)}
    if len(homes) > 1:
        listed = ", ".join(sorted(identity[:SHORT] for identity in homes))
        raise UsageError(f"These articles are in different stories ({listed}). Pin those of one story at a time.")
    members = _members(archive, next(iter(homes.values())))
    if len(members) == 1:
        raise UsageError(
            f"Article {named[0][:SHORT]} stands alone, so there is nothing to pin it to. "
            f"To put it to others: nutgraf move {named[0][:SHORT]} --to STORY"
        )
    return hand.decides(CorrectionKind.PIN, named, (each for each in members if each not in named))


def undo_correction(archive: Archive, number: int | None, hand: Hand) -> Correction:
    """Decide that a correction no longer counts: the last that does, where none is named."""
    if number is None:
        counting = archive.corrections.active()
        if not counting:
            raise NotFound("There is nothing to undo: no correction counts. See what there was: nutgraf corrections")
        number = counting[-1].number
    archive.corrections.get(number)
    gone = undone(archive.corrections.all())
    if number in gone:
        raise UsageError(
            f"Correction {number} was undone by correction {gone[number]} already. "
            f"To make it count again: nutgraf undo {gone[number]}"
        )
    return hand.decides(CorrectionKind.UNDO, (), (), number)


def _story(archive: Archive, key: str) -> Story:
    return archive.stories.get(archive.resolve_id("story", key))


def _articles(archive: Archive, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(archive.resolve_id("article", key) for key in keys))


def _home(archive: Archive, article: str) -> Story:
    stories = archive.stories.of_article(article)
    if not stories:
        raise UsageError(
            f"Article {article[:SHORT]} is in no story: it is a teaser, or was set aside. See why: nutgraf set-aside"
        )
    return archive.stories.get(stories[0])


def _members(archive: Archive, story: Story) -> tuple[str, ...]:
    """Return a story's members: the earliest first, those that a hand put there last.

    The first to be named speaks for the story where its members come to be parted evenly; one that a hand put there may
    leave again when that is undone.
    """
    placed = {
        article
        for each in archive.corrections.active()
        if each.kind in (CorrectionKind.MOVE, CorrectionKind.SPLIT)
        for article in each.articles
    }
    ids = sorted(member.article for member in story.members)
    return tuple(sorted(ids, key=lambda each: (each in placed, stable_id("story", each) != story.id)))


def _with_copies(archive: Archive, articles: Sequence[str]) -> set[str]:
    """Return articles with the copies that go along: all that are not pinned."""
    pinned: set[str] = set()
    for each in archive.corrections.active():
        if each.kind is CorrectionKind.PIN:
            pinned.update(each.articles)
        elif each.kind in (CorrectionKind.MOVE, CorrectionKind.SPLIT):
            pinned.difference_update(each.articles)
    groups = [set(group) for group in archive.copies.of(articles).groups]
    return set(articles).union(*(group - pinned for group in groups))
