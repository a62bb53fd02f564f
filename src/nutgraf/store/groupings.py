"""What of the stories is not up to date: accounts without profile, texts that came or changed, stories to tell anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nutgraf.store.articles import CURRENT_ACCOUNTS
from nutgraf.store.database import Database
from nutgraf.store.story_shelf import StoryShelf

_DERIVED = (
    "profiles",
    "story_texts",
    "text_rows",
    "story_articles",
    "clues",
    "ties",
    "cores",
    "core_texts",
    "pictures",
)

_CHANGED = """
SELECT article FROM profiles JOIN sketches USING (article) LEFT JOIN story_articles USING (article)
WHERE profiles.record IS NOT NULL
AND (story_articles.carries IS NOT sketches.text OR story_articles.inputs IS NOT profiles.inputs)
UNION
SELECT story_articles.article FROM story_articles LEFT JOIN profiles USING (article) LEFT JOIN sketches USING (article)
WHERE profiles.record IS NULL OR sketches.article IS NULL
ORDER BY 1
"""
"""Articles whose text, as the copies tell it, or whose profile is not what the stories were made from."""


@dataclass(frozen=True, slots=True)
class Stirred:
    """Texts that came or changed: the articles that are gone, and all articles of each text that is there now."""

    gone: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]


class Groupings:
    """How far the stories of one database are up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.shelf = StoryShelf(database)

    def inputs(self) -> str:
        """Return what the stories were begun with: the version of the stage, and a hash of the corrections."""
        row = self._database.row("SELECT inputs FROM clusterings")
        return "" if row is None else str(row[0])

    def begin(self, inputs: str, named: Collection[str]) -> None:
        """Make all due where the stage is another one, else what corrections name where these are others."""
        if self.inputs().partition(" ")[0] != inputs.partition(" ")[0]:
            for table in _DERIVED:
                self._database.write(f"DELETE FROM {table}")
            self.shelf = StoryShelf(self._database)
            self._database.write("INSERT OR IGNORE INTO untold (article) SELECT article FROM members")
        self.mark(named)
        self._database.write("INSERT OR REPLACE INTO clusterings (one, inputs) VALUES (1, ?)", inputs)

    def accounts_due(self) -> tuple[tuple[str, str], ...]:
        """Return (article, hash of its account) of each account that has no profile of what it is now, by id."""
        own = "ranked.hash || annotations.hash"
        sql = (
            f"SELECT article, {own} {CURRENT_ACCOUNTS} AND {own} IS NOT "
            "(SELECT inputs FROM profiles WHERE profiles.article = ranked.article) ORDER BY article"
        )
        return tuple((row[0], row[1]) for row in self._database.rows(sql))

    def drop_gone(self) -> None:
        """Forget the profiles of articles that are no accounts any more."""
        sql = f"SELECT article FROM profiles WHERE article NOT IN (SELECT article {CURRENT_ACCOUNTS})"
        for (article,) in list(self._database.rows(sql)):
            self.shelf.drop_profile(article)

    def changed(self) -> tuple[str, ...]:
        """Return the articles whose text or profile is not what the stories were made from, by id."""
        return tuple(row[0] for row in self._database.rows(_CHANGED))

    def stir(self, articles: Collection[str]) -> Stirred:
        """Return what is to be grouped again with some changed articles: all that share a text with one of them."""
        named = set(articles)
        while True:
            carried = self._column("SELECT text FROM sketches WHERE article IN ({})", named)
            beside = self._column("SELECT article FROM sketches WHERE text IN ({})", carried)
            kept = set(self.shelf.text_of(named).values())
            beside |= self._column("SELECT article FROM story_articles WHERE text IN ({})", kept)
            if beside <= named:
                break
            named |= beside
        told = self._column("SELECT article FROM profiles WHERE record IS NOT NULL AND article IN ({})", named)
        groups: dict[str, list[str]] = {}
        for article, text in self._pairs("SELECT article, text FROM sketches WHERE article IN ({})", told):
            groups.setdefault(text, []).append(article)
        inside = {article for group in groups.values() for article in group}
        return Stirred(tuple(sorted(named - inside)), tuple(sorted(tuple(sorted(group)) for group in groups.values())))

    def settle(self, stirred: Stirred) -> None:
        """Note from which texts and profiles the articles were grouped."""
        sql = (
            "UPDATE story_articles SET carries = (SELECT text FROM sketches WHERE sketches.article = "
            "story_articles.article), inputs = (SELECT inputs FROM profiles WHERE profiles.article = "
            "story_articles.article) WHERE article = ?"
        )
        for group in stirred.groups:
            for article in group:
                self._database.write(sql, article)

    def mark(self, articles: Iterable[str]) -> None:
        """Note that the stories of some articles are to be told anew."""
        for article in sorted(set(articles)):
            self._database.write("INSERT OR IGNORE INTO untold (article) VALUES (?)", article)

    def untold(self) -> tuple[str, ...]:
        """Return the articles whose stories are to be told anew, by id."""
        return tuple(row[0] for row in self._database.rows("SELECT article FROM untold ORDER BY article"))

    def told(self, articles: Iterable[str]) -> None:
        """Note that the stories of some articles are told."""
        for article in articles:
            self._database.write("DELETE FROM untold WHERE article = ?", article)

    def _column(self, sql: str, keys: Collection[str]) -> set[str]:
        return {row[0] for row in self._database.each(sql, keys)}

    def _pairs(self, sql: str, keys: Collection[str]) -> list[tuple[str, str]]:
        return [(row[0], row[1]) for row in self._database.each(sql, keys)]
