"""From groups of texts to stories: their ids, why each article is in them, their chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from nutgraf.cluster.chapters import find_chapters
from nutgraf.cluster.joining import NEAR, picture_of
from nutgraf.cluster.reasons import ALONE, Telling, label_of, listed, tell_kin, tell_nearer, tell_shared, tell_stump
from nutgraf.cluster.seeds import mean_likeness
from nutgraf.cluster.shelf import Core, Shelf
from nutgraf.cluster.stumps import find_holder, held_share
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, Sure
from nutgraf.records.story import Membership, Story
from nutgraf.text import stable_id

_LATEST = datetime.max.replace(tzinfo=UTC)


def anchor(article: Article) -> tuple[datetime, str]:
    """Return the order in which articles of a story stand: by the published time where known, then by id."""
    known = article.published.between() if article.published.sure is not Sure.UNSURE else None
    return (known[0] if known else _LATEST), article.id


def write_story(shelf: Shelf, accounts: Sequence[Account], by_hand: Mapping[str, str], made_by: str) -> Story:
    """Return the record of one story, given its accounts; `by_hand` tells of which articles a person decided."""
    ordered = sorted(accounts, key=lambda each: each.article.id)
    scene = _Scene(shelf, ordered)
    first = min((each.article for each in ordered), key=anchor)
    members = tuple(
        Membership(each.article.id, each.article.version, _with_hand(by_hand.get(each.article.id), scene.why(each)))
        for each in ordered
    )
    return Story(stable_id("story", first.id), (), members, find_chapters(ordered, scene.copies()), made_by)


def _with_hand(told: str | None, why: str) -> str:
    """Put what is told of a hand before the reason by likeness, which an article that stands alone has none of."""
    if told is None:
        return why or ALONE
    return f"{told}; {why}" if why else told


class _Scene:
    """The accounts of one story beside their texts and ties."""

    def __init__(self, shelf: Shelf, accounts: Sequence[Account]) -> None:
        self._shelf = shelf
        self._accounts = {each.article.id: each for each in accounts}
        self._text_of = shelf.text_of(self._accounts.keys())
        self._inside: dict[str, list[str]] = {}
        for article, key in sorted(self._text_of.items()):
            self._inside.setdefault(key, []).append(article)
        self._texts = shelf.texts(self._inside.keys())
        self._ties = shelf.ties(self._inside.keys())
        self._cores = shelf.cores_of(self._inside.keys())

    def copies(self) -> list[tuple[str, ...]]:
        """Return the articles of the story that carry one text, where several do."""
        return [tuple(articles) for _, articles in sorted(self._inside.items()) if len(articles) > 1]

    def why(self, account: Account) -> str:
        """Say why an article is in the story; nothing where likeness put it to no other."""
        key = self._text_of[account.article.id]
        others = [label_of(self._accounts[each].article) for each in self._inside[key] if each != account.article.id]
        parts = [f"carries the same text as {listed(others[:3])}"] if others else []
        near = self._nearest(key)
        if near:
            parts += self._put(account, key, near)
        return "; ".join(parts)

    def _put(self, account: Account, key: str, near: str) -> list[str]:
        """Say in which way likeness put a text to the others."""
        own, other = self._telling(account, key), self._telling(self._speaker(near), near)
        home = self._home(key)
        if home is None:
            return [tell_shared(own, other)]
        core = self._cores[key]
        mean = mean_likeness(core.texts, home.texts, self._shelf.ties(core.texts))
        if mean >= NEAR:
            return [tell_shared(own, other), tell_nearer(len(home.texts), mean)]
        holder = find_holder(key, self._ties[key], self._shelf)
        if holder not in self._inside:
            return [tell_kin(own, picture_of(home, self._shelf))]
        full = self._telling(self._speaker(holder), holder)
        return [tell_stump(own, full, held_share(own.profile, full.profile))]

    def _home(self, key: str) -> Core | None:
        """Return the larger core to which a text's own was put, if the story holds both."""
        core = self._cores[key]
        home = self._shelf.cores((core.joins,)).get(core.joins)
        return home if home and set(home.texts) <= self._inside.keys() else None

    def _telling(self, account: Account, key: str) -> Telling:
        return Telling(account, self._shelf.profile(self._texts[key].teller))

    def _nearest(self, key: str) -> str | None:
        """Return the text of the story that is most alike to one, of several the lowest key."""
        inside = [tie for tie in self._ties[key] if tie.other in self._inside]
        return min(inside, key=lambda tie: (-tie.whole, tie.other)).other if inside else None

    def _speaker(self, key: str) -> Account:
        """Return the account that speaks for a text here: its fullest, or the first that the story holds."""
        return self._accounts.get(self._texts[key].teller) or self._accounts[self._inside[key][0]]
