"""The shelf on which the texts, ties and cores of stories are kept: what `cluster` asks for, out of the tables."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence

from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile
from nutgraf.records.rows import Row, pack_row
from nutgraf.records.ties import Core, Home, Text, Tie
from nutgraf.store.database import Database
from nutgraf.store.encoding import decode, decode_row, encode, encode_row

HELD = 4096
"""Profiles held in memory, those asked for last, so that a text that many newcomers are compared with is read once."""

UNDATED = 0
"""The day under which texts are found whose day is not known."""

_TIED = """
FROM story_texts AS here CROSS JOIN ties ON ties.one = here.number
CROSS JOIN story_texts AS there ON there.number = ties.other
"""

_HOMES = """
SELECT core, size, sum(max(0, whole - {floor:d})) FROM story_texts AS here
CROSS JOIN ties ON ties.one = here.number CROSS JOIN core_texts ON core_texts.number = ties.other
WHERE size >= {least:d} AND here.key IN ({keys}) GROUP BY core
"""


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

    def rows(self, keys: Collection[str]) -> Mapping[str, Row]:
        """Return the rows of the profiles that speak for texts, by the text's key."""
        sql = "SELECT key, row FROM story_texts JOIN text_rows USING (number) WHERE key IN ({})"
        return {row[0]: decode_row(row[1]) for row in self._database.each(sql, keys)}

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
            sql = "INSERT INTO story_texts (key, short, record) VALUES (?, ?, ?)"
            self._database.write(sql, text.key, text.short, encode(text))
            number = self._database.number("SELECT number FROM story_texts WHERE key = ?", text.key)
            row = encode_row(pack_row(self.profile(text.teller)))
            self._database.write("INSERT INTO text_rows (number, row) VALUES (?, ?)", number, row)
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
            self._database.write(f"DELETE FROM ties WHERE one IN ({beside}) AND other = ?", number, number)
            self._database.write("DELETE FROM ties WHERE one = ?", number)
            self._database.write("DELETE FROM text_rows WHERE number = ?", number)
            self._database.write("DELETE FROM core_texts WHERE number = ?", number)
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

    def short(self, keys: Collection[str]) -> set[str]:
        """Return the keys of those among some texts that are short."""
        return {row[0] for row in self._database.each("SELECT key FROM story_texts WHERE short AND key IN ({})", keys)}

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""
        found: dict[str, list[Tie]] = {key: [] for key in keys}
        sql = f"SELECT here.key, there.key, whole, timeless {_TIED} WHERE here.key IN ({{}})"
        for one, other, whole, timeless in self._database.each(sql, keys):
            found[one].append(Tie(other, whole, timeless))
        return {key: tuple(several) for key, several in found.items()}

    def ties_among(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return those ties of texts that both begin and end at one of them."""
        known = {number: key for key, number in self._numbers(keys).items()} if len(keys) > 1 else {}
        found: dict[str, list[Tie]] = {key: [] for key in keys}
        sql = f"SELECT * FROM ties WHERE one IN ({{}}) AND other IN ({', '.join(map(str, known))})"
        for one, other, whole, timeless in self._database.each(sql, known):
            found[known[one]].append(Tie(known[other], whole, timeless))
        return {key: tuple(several) for key, several in found.items()}

    def tied(self, keys: Collection[str], least: int) -> set[str]:
        """Return the keys of the texts to which some have a tie at least so strong (`whole`)."""
        sql = f"SELECT DISTINCT there.key {_TIED} WHERE whole >= {least:d} AND here.key IN ({{}})"
        return {row[0] for row in self._database.each(sql, keys)}

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""
        sql = "INSERT OR REPLACE INTO ties (one, other, whole, timeless) VALUES (?, ?, ?, ?)"
        keys = {*ties, *(tie.other for several in ties.values() for tie in several)}
        number = self._numbers(keys)
        rows = [
            (number[here], number[there], tie.whole, tie.timeless)
            for one, several in ties.items()
            for tie in several
            for here, there in ((one, tie.other), (tie.other, one))
        ]
        self._database.write_many(sql, rows)

    def cores_of(self, keys: Collection[str], least: int = 1) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key, where it has at least so many texts."""
        sized = f"SELECT key, core FROM story_texts JOIN core_texts USING (number) WHERE size >= {least:d}"
        sql = f"{sized} AND key IN ({{}})"
        homes: dict[str, str] = dict(self._database.each(sql, keys))
        cores = self.cores(set(homes.values()))
        return {text: cores[core] for text, core in homes.items()}

    def homes_beside(self, keys: Collection[str], least: int, floor: int) -> Mapping[str, Home]:
        """Return the cores of at least so many texts to which some texts are tied, by the core's key."""
        found: dict[str, Home] = {}
        for core, size, above in self._database.each(_HOMES.format(floor=floor, least=least, keys="{}"), keys):
            found[core] = Home(size, above + (found[core].above if core in found else 0))
        return found

    def cores(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return cores by key."""
        rows = self._database.each("SELECT key, record FROM cores WHERE key IN ({})", keys)
        return {row[0]: decode(row[1], Core) for row in rows}

    def joiners(self, keys: Collection[str]) -> Collection[Core]:
        """Return the cores that were put to one of these."""
        rows = self._database.each("SELECT record FROM cores WHERE joins <> '' AND joins IN ({})", keys)
        return [decode(row[0], Core) for row in rows]

    def put_cores(self, cores: Iterable[Core]) -> None:
        """Keep cores, in place of those with the same keys."""
        kept = list(cores)
        self.drop_cores([core.key for core in kept])
        rows = [(core.key, core.joins, encode(core)) for core in kept]
        self._database.write_many("INSERT INTO cores (key, joins, record) VALUES (?, ?, ?)", rows)
        number = self._numbers({text for core in kept for text in core.texts})
        homes = [(number[text], core.key, core.size) for core in kept for text in core.texts]
        self._database.write_many("INSERT OR REPLACE INTO core_texts (number, core, size) VALUES (?, ?, ?)", homes)

    def drop_cores(self, keys: Collection[str]) -> None:
        """Forget cores, and their pictures."""
        dropped = [(key,) for key in keys]
        self._database.write_many("DELETE FROM pictures WHERE core = ?", dropped)
        self._database.write_many("DELETE FROM cores WHERE key = ?", dropped)
        self._database.write_many("DELETE FROM core_texts WHERE core = ?", dropped)

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Return the pictures of cores, by the core's key, of those that have one."""
        rows = self._database.each("SELECT core, record FROM pictures WHERE core IN ({})", keys)
        return {row[0]: decode(row[1], Picture) for row in rows}

    def put_pictures(self, pictures: Mapping[str, Picture]) -> None:
        """Keep the pictures of cores until these are dropped or replaced."""
        rows = [(key, encode(picture)) for key, picture in pictures.items()]
        self._database.write_many("INSERT OR REPLACE INTO pictures (core, record) VALUES (?, ?)", rows)

    def _numbers(self, keys: Collection[str]) -> dict[str, int]:
        return dict(self._database.each("SELECT key, number FROM story_texts WHERE key IN ({})", keys))
