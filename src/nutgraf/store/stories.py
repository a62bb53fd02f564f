"""Stories, with their comparisons, briefs and the ids they had before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from nutgraf.errors import NotFound
from nutgraf.records.annotation import Account
from nutgraf.records.brief import Brief
from nutgraf.records.comparison import Comparison
from nutgraf.records.story import Story
from nutgraf.store.articles import Articles
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, encode
from nutgraf.text import digest

Table = Literal["comparisons", "briefs"]
Telling = TypeVar("Telling", Comparison, Brief)


_NEIGHBOURS = """
SELECT DISTINCT own.story, others.article FROM versions AS yearless
JOIN members AS own ON own.article = yearless.article
JOIN versions AS beside ON beside.page = yearless.page AND beside.kind = 'article'
JOIN members AS theirs ON theirs.article = beside.article AND theirs.story <> own.story
JOIN members AS others ON others.story = theirs.story
WHERE yearless.published LIKE '--%'
ORDER BY own.story, others.article
"""


class Stories:
    """The stories of one database."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def get(self, identity: str) -> Story:
        """Return one story, also by an id it had before."""
        sql = "SELECT record FROM stories WHERE id = ? OR id = (SELECT story FROM aliases WHERE aliases.id = ?)"
        row = self._database.row(sql, identity, identity)
        if row is None:
            raise NotFound(f"No story has the id {identity}. List what there is with: nutgraf stories")
        return decode(row[0], Story)

    def iterate(self) -> Iterator[Story]:
        """Yield every story, by id."""
        for row in self._database.rows("SELECT record FROM stories ORDER BY id"):
            yield decode(row[0], Story)

    def of_article(self, article: str) -> tuple[str, ...]:
        """Return the ids of the stories an article is in, sorted."""
        sql = "SELECT story FROM members WHERE article = ? ORDER BY story"
        return tuple(row[0] for row in self._database.rows(sql, article))

    def accounts(self, identity: str) -> tuple[Account, ...]:
        """Return the accounts of a story, by article id."""
        return self.accounts_of(member.article for member in self.get(identity).members)

    def accounts_of(self, articles: Iterable[str]) -> tuple[Account, ...]:
        """Return the accounts that some articles are, by article id; those set aside are none."""
        found = (self._articles.account(article) for article in articles)
        return tuple(sorted((each for each in found if each is not None), key=lambda each: each.article.id))

    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """Return, for each story with an article whose page tells its day but no year, the articles that may tell it.

        They are those of all other stories that share the page with it, sorted.
        """
        found: dict[str, set[str]] = {}
        for story, article in self._database.rows(_NEIGHBOURS):
            found.setdefault(story, set()).add(article)
        beside = {story: tuple(sorted(articles - set(self._members(story)))) for story, articles in found.items()}
        return {story: articles for story, articles in sorted(beside.items()) if articles}

    def comparison(self, identity: str) -> Comparison | None:
        """Return a story's comparison; `None` where the stage set it aside."""
        return self._telling("comparisons", identity, Comparison)

    def brief(self, identity: str) -> Brief | None:
        """Return a story's brief; `None` where the stage set it aside."""
        return self._telling("briefs", identity, Brief)

    def _telling(self, table: Table, identity: str, kind: type[Telling]) -> Telling | None:
        row = self._database.row(f"SELECT record FROM {table} WHERE story = ?", identity)
        if row is None:
            row = self._database.row(f"SELECT record FROM {table} WHERE story = ?", self.get(identity).id)
        return None if row is None or row[0] is None else decode(row[0], kind)

    def replace(self, articles: Iterable[str], stories: Sequence[Story]) -> None:
        """Keep these stories in place of those that some articles, and their own members, were in before.

        The stories are a function of the articles alone; only the look-up of old ids remembers what was before: an id
        that is gone leads to the story that now holds most of its articles.
        """
        now = {member.article for story in stories for member in story.members}
        before = {story: self._members(story) for story in self.holding({*articles, *now})}
        for old in before:
            self._database.write("DELETE FROM stories WHERE id = ?", old)
            self._database.write("DELETE FROM members WHERE story = ?", old)
        for story in stories:
            record = encode(story)
            sql = "INSERT INTO stories (id, hash, record) VALUES (?, ?, ?)"
            self._database.write(sql, story.id, digest(record), record)
            for member in story.members:
                sql = "INSERT OR IGNORE INTO members (article, story) VALUES (?, ?)"
                self._database.write(sql, member.article, story.id)
        kept = {story.id for story in stories}
        self._keep_aliases({old: members for old, members in before.items() if old not in kept}, kept)
        for gone in sorted(before.keys() - kept):
            for table in ("comparisons", "briefs"):
                self._database.write(f"DELETE FROM {table} WHERE story = ?", gone)
            self._database.write("DELETE FROM ledger WHERE stage IN ('compare', 'brief') AND document = ?", gone)

    def holding(self, articles: Collection[str]) -> tuple[str, ...]:
        """Return the ids of all stories that some articles are in, sorted."""
        rows = self._database.each("SELECT story FROM members WHERE article IN ({})", articles)
        return tuple(sorted({row[0] for row in rows}))

    def members(self, stories: Collection[str]) -> frozenset[str]:
        """Return the articles that are in some stories."""
        return frozenset(
            row[0] for row in self._database.each("SELECT article FROM members WHERE story IN ({})", stories)
        )

    def _members(self, story: str) -> tuple[str, ...]:
        sql = "SELECT article FROM members WHERE story = ? ORDER BY article"
        return tuple(row[0] for row in self._database.rows(sql, story))

    def _keep_aliases(self, before: Mapping[str, Sequence[str]], now: Collection[str]) -> None:
        for story in now:
            self._database.write("DELETE FROM aliases WHERE id = ?", story)
        for old, articles in sorted(before.items()):
            heirs = Counter(story for article in articles for story in self.of_article(article))
            if not heirs:
                # Nothing of it is left in any story: its id leads nowhere.
                self._database.write("DELETE FROM aliases WHERE story = ?", old)
                continue
            heir = min(heirs, key=lambda story: (-heirs[story], story))
            self._database.write("UPDATE aliases SET story = ? WHERE story = ?", heir, old)
            self._database.write("INSERT OR REPLACE INTO aliases (id, story) VALUES (?, ?)", old, heir)

    def put_comparison(self, story: str, inputs: str, comparison: Comparison | None) -> None:
        """Keep a story's comparison; `None` where the stage set it aside."""
        self._put("comparisons", story, inputs, comparison)

    def put_brief(self, story: str, inputs: str, brief: Brief | None) -> None:
        """Keep a story's brief; `None` where the stage set it aside."""
        self._put("briefs", story, inputs, brief)

    def _put(self, table: Table, story: str, inputs: str, record: Comparison | Brief | None) -> None:
        blob = None if record is None else encode(record)
        sql = f"INSERT OR REPLACE INTO {table} (story, inputs, hash, record) VALUES (?, ?, ?, ?)"
        self._database.write(sql, story, inputs, digest(blob or b""), blob)
