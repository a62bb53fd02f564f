"""Traps written for the project: invented articles of which a careful reader knows whether they tell one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import msgspec

from evals.stories.writing import Printed, make_article
from nutgraf.records.article import Article, Published, Sure
from nutgraf.text import digest, stable_id

FOLDER = Path(__file__).with_name("traps")

Pair = tuple[str, str]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article of a group; articles with one `story` tell one event."""

    key: str
    story: str
    published: str
    outlet: str
    title: str
    paragraphs: tuple[str, ...]
    language: str = "en"


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A trap: what it is about, its articles, and the pairs of stories on which readers may differ (`open`)."""

    what: str
    articles: tuple[Told, ...]
    open: tuple[Pair, ...] = ()
    name: str = ""

    def pairs(self) -> Iterator[tuple[Told, Told]]:
        """Yield the pairs that are judged."""
        unsure = {frozenset(pair) for pair in self.open}
        for first, second in combinations(self.articles, 2):
            if frozenset((first.story, second.story)) not in unsure:
                yield first, second

    def id_of(self, told: Told) -> str:
        """Return the id of the article that is made of what is told."""
        return stable_id("trap", self.name, told.key)


def read_groups(folder: Path = FOLDER) -> list[Group]:
    """Return the groups, sorted by name."""
    decoder = msgspec.json.Decoder(Group)
    return [
        msgspec.structs.replace(decoder.decode(path.read_bytes()), name=path.stem)
        for path in sorted(folder.glob("*.json"))
    ]


def held_out(groups: Sequence[Group]) -> set[str]:
    """Return the names of about every second group, by the hash of its name: their errors are counted, not read.

    A new group leaves the others where they are.
    """
    return {group.name for group in groups if int(digest(group.name.encode()), 16) % 2}


def write_articles(group: Group) -> list[Article]:
    """Return the group's articles as records, with their invented outlets as carriers."""
    return [_write(group, told) for told in group.articles]


def _write(group: Group, told: Told) -> Article:
    printed = Printed(told.title, published=Published(told.published, "told by the set", Sure.SURE))
    article = make_article(group.id_of(told), f"{group.name}/{told.key}", told.paragraphs, printed)
    return replace(article, carrier=told.outlet, language=told.language)
