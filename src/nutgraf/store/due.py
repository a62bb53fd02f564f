"""What is due: every record whose inputs or whose stage changed since it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nutgraf.records.story import Story
from nutgraf.store.articles import CURRENT_ACCOUNTS
from nutgraf.store.copies import CopyTables
from nutgraf.store.database import Database
from nutgraf.store.encoding import encode
from nutgraf.store.ranking import ranked
from nutgraf.store.stories import Stories
from nutgraf.text import digest, stable_id

StoryDue = tuple[str, str]
"""The id of a story, and the hash of what its record is to be made from."""


START_OVER = 2
"""Where more than one in so many sketches is no longer right, all are made anew: that is quicker than one by one."""


@dataclass(frozen=True, slots=True)
class CopiesDue:
    """What is due to be looked at for copies: articles (id, version), and before them ids that are no longer right.

    With `start_over` all that is kept goes first, and every article is due.
    """

    start_over: bool
    stale: tuple[str, ...]
    fresh: tuple[tuple[str, str], ...]


class Due:
    """What is due in one database, given the version that each stage writes as `made_by`."""

    def __init__(self, database: Database, copies: CopyTables, stories: Stories) -> None:
        self._database = database
        self._copies = copies
        self._stories = stories

    def pages(self, made_by: str) -> tuple[str, ...]:
        """Return the ids of pages to take articles from, sorted; those that wait for a package are tried each time."""
        sql = (
            "SELECT id FROM pages LEFT JOIN extractions ON page = id WHERE made_by IS NOT ? UNION "
            "SELECT document FROM ledger JOIN pages ON id = document "
            "WHERE stage = 'extract' AND outcome <> 'stored' AND outcome = 'waiting' ORDER BY 1"
        )
        return tuple(row[0] for row in self._database.rows(sql, made_by))

    def annotations(self, made_by: str) -> tuple[tuple[str, str, str], ...]:
        """Return (article, version, hash of its record) of each article version to annotate, sorted."""
        sql = (
            f"SELECT article, version, ranked.hash FROM {ranked()} LEFT JOIN annotations USING (article, version) "
            "WHERE chosen = 1 AND kind = 'article' "
            "AND (annotations.made_by IS NOT ? OR annotations.inputs IS NOT ranked.hash) ORDER BY article, version"
        )
        return tuple((row[0], row[1], row[2]) for row in self._database.rows(sql, made_by))

    def copies(self, made_by: str) -> CopiesDue:
        """Return what is due to be looked at for copies, by id."""
        sql = f"SELECT article, version, hash FROM {ranked()} WHERE current = 1 AND kind = 'article' ORDER BY article"
        now = {row[0]: (row[1], row[2]) for row in self._database.rows(sql)}
        kept = {row[0]: row[1:] for row in self._database.rows("SELECT article, inputs, made_by FROM sketches")}
        right = {article for article, (_, inputs) in now.items() if kept.get(article) == (inputs, made_by)}
        stale = tuple(sorted(kept.keys() - right))
        start_over = len(stale) * START_OVER > len(kept)
        fresh = tuple((key, version) for key, (version, _) in now.items() if start_over or key not in right)
        return CopiesDue(start_over, () if start_over else stale, fresh)

    def comparisons(self, made_by: str) -> tuple[StoryDue, ...]:
        """Return the stories to compare, by id."""
        accounts, copies = self._account_hashes(), self._copies.marks()
        known, neighbours = self._pairs("SELECT story, inputs FROM comparisons"), self._stories.neighbours()
        due = []
        for story in self._stories.iterate():
            parts = [digest(encode(story)), *(copies.get(member.article, "") for member in story.members)]
            beside = [f"beside {article} {accounts.get(article, '')}" for article in neighbours.get(story.id, ())]
            inputs = _inputs(made_by, parts + _member_hashes(story, accounts) + beside)
            if known.get(story.id) != inputs:
                due.append((story.id, inputs))
        return tuple(due)

    def briefs(self, made_by: str) -> tuple[StoryDue, ...]:
        """Return the stories to write a brief of, by id; a story without a comparison gets none."""
        accounts = self._account_hashes()
        known = self._pairs("SELECT story, inputs FROM briefs")
        compared = self._pairs("SELECT story, hash FROM comparisons WHERE record IS NOT NULL")
        due = []
        for story in self._stories.iterate():
            if story.id not in compared:
                continue
            inputs = _inputs(made_by, [digest(encode(story)), compared[story.id], *_member_hashes(story, accounts)])
            if known.get(story.id) != inputs:
                due.append((story.id, inputs))
        return tuple(due)

    def _pairs(self, sql: str) -> dict[str, str]:
        return {row[0]: row[1] for row in self._database.rows(sql)}

    def _account_hashes(self) -> dict[str, str]:
        sql = f"SELECT article, ranked.hash, annotations.hash {CURRENT_ACCOUNTS} ORDER BY article"
        return {row[0]: f"{row[1]} {row[2]}" for row in self._database.rows(sql)}


def _inputs(made_by: str, parts: Iterable[str]) -> str:
    return stable_id(made_by, *parts)


def _member_hashes(story: Story, accounts: dict[str, str]) -> list[str]:
    return [f"{member.article} {accounts.get(member.article, '')}" for member in story.members]
