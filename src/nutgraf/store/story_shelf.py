"""The shelf on which the texts, ties and cores of stories are kept: what `cluster` asks for, out of the tables."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence

from nutgraf.records.profile import Profile
from nutgraf.records.ties import Core, Text, Tie
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, encode

HELD = 4096
"""Profiles held in memory, those asked for last, so that a text that many newcomers are compared with is read once."""

UNDATED = 0
"""The day under which texts are found whose day is not known."""


class StoryShelf:
    """The texts, ties and cores of one database; written only inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: OrderedDict[str, Profile] = OrderedDict()

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""
        return self.profiles((article,))[article]

    def profiles(self, articles: Collection[str]) -> Mapping[str, Profile]:
        """Return the profiles of articles, each of which must have one."""
        found = {article: self._held.pop(article) for article in articles if article in self._held}
        missing = set(articles) - found.keys()
        rows = self._database.each("SELECT article, record FROM profiles WHERE article IN ({})", missing)
        found |= {article: decode(record, Profile) for article, record in rows if record is not None}
        if len(found) < len(set(articles)):
            raise KeyError(f"The article {min(missing - found.keys())} has no profile.")
        self._held |= found
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return found

    def put_profile(self, article: str, inputs: str, profile: Profile | None) -> None:
        """Keep an article's profile; `None` where none could be made."""
        self._held.pop(article, None)
        blob = None if profile is None else encode(profile)
        self._database.write(
            "INSERT OR REPLACE INTO profiles (article, inputs, record) VALUES (?, ?, ?)", article, inputs, blob
        )

    def drop_profile(self, article: str) -> None:
        """Forget an article's profile."""
        self._held.pop(article, None)
        self._database.write("DELETE FROM profiles WHERE article = ?", article)

    def texts(self, keys: Collection[str]) -> Mapping[str, Text]:
        """Return texts by key."""
        sql = "SELECT key, record FROM story_texts WHERE key IN ({})"
        return {row[0]: decode(row[1], Text) for row in self._database.each(sql, keys)}

    def text_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """Return the key of the text that each of these articles carries."""
        return dict(self._database.each("SELECT article, text FROM story_articles WHERE article IN ({})", articles))

    def put_texts(self, texts: Iterable[Text]) -> None:
        """Keep texts, to be found by their clues."""
        write_many = self._database.write_many
        for text in texts:
            self._database.write("INSERT INTO story_texts (key, record) VALUES (?, ?)", text.key, encode(text))
            number = self._database.number("SELECT number FROM story_texts WHERE key = ?", text.key)
            found = [(clue, day, number) for clue in text.clues for day in text.days or (UNDATED,)]
            write_many("INSERT INTO clues (clue, day, number) VALUES (?, ?, ?)", found)
            carried = [(article, text.key) for article in text.articles]
            write_many("INSERT OR REPLACE INTO story_articles (article, text) VALUES (?, ?)", carried)

    def drop_texts(self, keys: Collection[str]) -> None:
        """Forget texts and their ties."""
        for text in self.texts(keys).values():
            number = self._database.number("SELECT number FROM story_texts WHERE key = ?", text.key)
            found = [(clue, number) for clue in text.clues]
            self._database.write_many("DELETE FROM clues WHERE clue = ? AND number = ?", found)
            beside = "SELECT other FROM ties WHERE one = ?"
            self._database.write(f"DELETE FROM ties WHERE one IN ({beside}) AND other = ?", text.key, text.key)
            self._database.write("DELETE FROM ties WHERE one = ?", text.key)
            self._database.write("DELETE FROM story_articles WHERE text = ?", text.key)
            self._database.write("DELETE FROM story_texts WHERE key = ?", text.key)

    def sharing(self, clues: Sequence[str], windows: Sequence[tuple[int, int]], least: int) -> Iterable[str]:
        """Return the keys of texts that share at least so many clues, on a day of one of these windows, or undated."""
        if not clues:
            return
        days = "".join(" OR day BETWEEN ? AND ?" for _ in windows)
        when = f" AND (day = {UNDATED}{days})" if windows else ""
        marks = ", ".join("?" * len(clues))
        shared = (
            f"SELECT number FROM clues WHERE clue IN ({marks}){when} GROUP BY number HAVING count(DISTINCT clue) >= ?"
        )
        bounds = [day for window in windows for day in window]
        sql = f"SELECT key FROM story_texts WHERE number IN ({shared})"
        yield from (row[0] for row in self._database.rows(sql, *clues, *bounds, least))

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""
        found: dict[str, list[Tie]] = {key: [] for key in keys}
        for one, other, whole, timeless in self._database.each("SELECT * FROM ties WHERE one IN ({})", keys):
            found[one].append(Tie(other, whole, timeless))
        return {key: tuple(several) for key, several in found.items()}

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""
        sql = "INSERT OR REPLACE INTO ties (one, other, whole, timeless) VALUES (?, ?, ?, ?)"
        rows = [
            (here, there, tie.whole, tie.timeless)
            for one, several in ties.items()
            for tie in several
            for here, there in ((one, tie.other), (tie.other, one))
        ]
        self._database.write_many(sql, rows)

    def cores_of(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key."""
        homes: dict[str, str] = dict(self._database.each("SELECT text, core FROM core_texts WHERE text IN ({})", keys))
        cores = self.cores(set(homes.values()))
        return {text: cores[core] for text, core in homes.items()}

    def cores(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return cores by key."""
        rows = self._database.each("SELECT key, record FROM cores WHERE key IN ({})", keys)
        return {row[0]: decode(row[1], Core) for row in rows}

    def joiners(self, keys: Collection[str]) -> Collection[Core]:
        """Return the cores that were put to one of these."""
        rows = self._database.each("SELECT record FROM cores WHERE joins IN ({})", [key for key in keys if key])
        return [decode(row[0], Core) for row in rows]

    def put_cores(self, cores: Iterable[Core]) -> None:
        """Keep cores, in place of those with the same keys."""
        kept = list(cores)
        self.drop_cores([core.key for core in kept])
        rows = [(core.key, core.joins, encode(core)) for core in kept]
        self._database.write_many("INSERT INTO cores (key, joins, record) VALUES (?, ?, ?)", rows)
        homes = [(text, core.key) for core in kept for text in core.texts]
        self._database.write_many("INSERT OR REPLACE INTO core_texts (text, core) VALUES (?, ?)", homes)

    def drop_cores(self, keys: Collection[str]) -> None:
        """Forget cores."""
        dropped = [(key,) for key in keys]
        self._database.write_many("DELETE FROM cores WHERE key = ?", dropped)
        self._database.write_many("DELETE FROM core_texts WHERE core = ?", dropped)
