"""The stories that the regressions are fitted on: invented events, each told by five outlets, and the labelled stories.

Of the labelled stories only those are read that rules may be written with an eye on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from evals.comparison.accounts import FIRST, compare_stories, read_labels
from evals.comparison.measures import Holders, Place, touch
from evals.stories.accounts import keep_accounts
from evals.stories.writing import NO_DATE, Printed, make_article
from training.entailer.told import MARK, STORIES

from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.text import stable_id

EVENT_FOLDS = 8
MARKED = re.compile(r"(\{[^{}]+\})")


@dataclass(frozen=True, slots=True)
class Learned:
    """One story: its accounts, the places that say one thing together, and those that differ in it.

    `points` are places of one thing, `loose` those that a careful reader may put together or not; `apart` are pairs of
    sets of places of which one cannot be true at one time with the other. `weight` is what its examples count.
    """

    name: str
    accounts: tuple[Account, ...]
    points: Holders
    loose: Holders
    apart: tuple[tuple[tuple[Place, ...], tuple[Place, ...]], ...]
    fold: int
    weight: float

    def differ(self, one: Place, two: Place) -> bool:
        """Tell whether the labels say that two places differ."""
        return any(
            (_hit(here, one) and _hit(there, two)) or (_hit(here, two) and _hit(there, one))
            for here, there in self.apart
        )

    def together(self, one: Place, two: Place) -> bool:
        """Tell whether the labels put two places into one point."""
        return bool(self.points.get_all(one) & self.points.get_all(two))

    def perhaps(self, one: Place, two: Place) -> bool:
        """Tell whether only a point that is optional holds both."""
        return not self.together(one, two) and bool(self.loose.get_all(one) & self.loose.get_all(two))


def _hit(places: tuple[Place, ...], place: Place) -> bool:
    return any(touch(place, other) for other in places)


def read_stories(packs: Path, cache: Path) -> Iterator[Learned]:
    """Yield the events and then the labelled stories, each by name."""
    yield from _events(cache)
    for number, read in enumerate(compare_stories(read_labels(FIRST, "dev"), packs, cache)):
        gold = read.gold
        cells = [tuple(read.place(where) for where in label.cells) for label in gold.findings]
        yield Learned(
            read.name,
            tuple(read.accounts.values()),
            Holders([list(map(read.place, point.statements)) for point in gold.points if not point.optional]),
            Holders([list(map(read.place, point.statements)) for point in gold.points if point.optional]),
            tuple((places, places) for places in cells),
            EVENT_FOLDS + number,
            1.0,
        )


EVENT_WEIGHT = 0.3
"""Events are told in short sentences that share less than news does; at full weight they outvote it."""


def _events(cache: Path) -> Iterator[Learned]:
    told = {path.stem: tuple(_read_outlets(path)) for path in sorted(STORIES.glob("*.txt"))}
    every = [article for outlets in told.values() for article, _ in outlets]
    kept = {account.article.id: account for account in keep_accounts("events", every, cache)}
    for number, (name, outlets) in enumerate(told.items()):
        by_fact: dict[str, list[Place]] = defaultdict(list)
        for article, marks in outlets:
            for start, end, facts in marks:
                for fact in facts:
                    by_fact[fact].append((article.id, start, end))
        things: dict[str, list[str]] = defaultdict(list)
        for fact in sorted(by_fact):
            things[fact.rstrip("abcdefgh")].append(fact)
        yield Learned(
            f"event-{name}",
            tuple(kept[article.id] for article, _ in outlets),
            Holders([[place for fact in facts for place in by_fact[fact]] for facts in things.values()]),
            Holders([]),
            tuple(
                (tuple(by_fact[one]), tuple(by_fact[two]))
                for facts in things.values()
                for one, two in combinations(facts, 2)
            ),
            number % EVENT_FOLDS,
            EVENT_WEIGHT,
        )


def _read_outlets(path: Path) -> Iterator[tuple[Article, list[tuple[int, int, list[str]]]]]:
    """Yield what each outlet of an event prints, with the stretches that say a fact: start, end, numbers of facts."""
    _, *outlets = path.read_text(encoding="utf-8").split("\n## ")
    for outlet in outlets:
        name, *lines = (line.strip() for line in outlet.splitlines() if line.strip())
        text, marks = "", []
        for line in lines:
            text += "\n\n" if text else ""
            for part in MARKED.split(line):
                mark = MARK.fullmatch(part)
                said = mark[2] if mark else part
                if mark:
                    marks.append((len(text), len(text) + len(said), mark[1].split(",")))
                text += said
        key = stable_id("event", path.stem, name)
        article = make_article(key, f"{path.stem}/{name}", text.split("\n"), Printed(None, None, None, NO_DATE))
        yield replace(article, carrier=name, origin=name), marks
