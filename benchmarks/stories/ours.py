"""Measure nutgraf in a process of its own: `python -m benchmarks.stories.ours SHELF CACHE COUNT BATCH`.

`SHELF` is `database`, every batch a transaction as in a reading, or `dictionaries`. The window is filled in batches of
`BATCH`; then articles are added as a reading does, and one by one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.copies.memory import peak, resident
from benchmarks.stories.bases import FOLDER, read_bases
from benchmarks.stories.pace import keep_pace
from benchmarks.stories.stream import Made, make_stream
from nutgraf.cluster.articles import regroup_articles
from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.shelf import Shelf
from nutgraf.records.profile import Profile
from nutgraf.store.archive import open_archive
from nutgraf.text import digest


@dataclass(frozen=True, slots=True)
class Window:
    """Where articles are added, and how."""

    shelf: Shelf
    add: Callable[[Sequence[Made]], None]


@contextmanager
def in_database(place: Path) -> Iterator[Window]:
    """Open a new database, in which every addition is one transaction."""
    for old in place.parent.glob(f"{place.name}*"):
        old.unlink()
    with open_archive(place, write=True) as archive:
        shelf = archive.groupings.shelf

        def add(several: Sequence[Made]) -> None:
            with archive.transaction("cluster"):
                for made in several:
                    shelf.put_profile(made.profile.article, "made", made.profile)
                regroup_articles(shelf, (), [(made.profile.article,) for made in several])

        yield Window(shelf, add)


class Dictionaries(MemoryShelf):
    """A shelf of dictionaries that is given its profiles one after the other."""

    def __init__(self) -> None:
        super().__init__(())
        self.given: dict[str, Profile] = {}

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""
        return self.given[article]

    def profiles(self, articles: Collection[str]) -> dict[str, Profile]:
        """Return the profiles of articles, each of which must have one."""
        return {article: self.given[article] for article in articles}


@contextmanager
def in_dictionaries(place: Path) -> Iterator[Window]:
    """Make a shelf of dictionaries; it needs no place."""
    shelf = Dictionaries()

    def add(several: Sequence[Made]) -> None:
        shelf.given.update({made.profile.article: made.profile for made in several})
        regroup_articles(shelf, (), [(made.profile.article,) for made in several])

    yield Window(shelf, add)


SHELVES = {"database": in_database, "dictionaries": in_dictionaries}


def main(arguments: Sequence[str]) -> int:
    """Print what was taken, memory and the home of every article, as JSON."""
    kind, cache, count, batch = arguments[0], Path(arguments[1]), int(arguments[2]), int(arguments[3])
    stream, place = make_stream(read_bases(cache)), cache / FOLDER / f"{count}.db"
    seen: list[str] = []

    def noted() -> Iterator[Made]:
        for made in stream:
            seen.append(made.profile.article)
            yield made

    with SHELVES[kind](place) as window:
        before = resident()
        pace, mb = keep_pace(noted(), count, batch, window.add), peak() - before
        groups = group_texts(window.shelf, seen)
    home_of = {article: number for number, group in enumerate(groups) for text in group for article in text.articles}
    taken = {"pace": asdict(pace), "mb": mb, "homes": [home_of[article] for article in seen]}
    disk = place.stat().st_size if kind == "database" else 0
    print(json.dumps({**taken, "disk": disk, "digest": digest(repr(groups).encode())}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
