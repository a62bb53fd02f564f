"""A shelf that is asked for the same things again and again while texts are grouped, and reads each of them once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from nutgraf.cluster.shelf import Core, Days, Home, Shelf, Text, Tie
from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile
from nutgraf.records.rows import Row

Kept = TypeVar("Kept")


class HeldShelf:
    """What another shelf answers, held as long as nothing else writes on that shelf: for one growing.

    One text that came was seen to ask for the ties of its neighbours thirty times over.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts: dict[str, Text | None] = {}
        self._ties: dict[str, Sequence[Tie] | None] = {}
        self._cores: dict[str, Core | None] = {}
        self._core_of: dict[int, dict[str, Core | None]] = {}
        self._pictures: dict[str, Picture | None] = {}

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""
        return self._shelf.profile(article)

    def profiles(self, articles: Collection[str]) -> Mapping[str, Profile]:
        """Return the profiles of articles, each of which must have one."""
        return self._shelf.profiles(articles)

    def rows(self, keys: Collection[str]) -> Mapping[str, Row]:
        """Return the rows of the profiles that speak for texts, by the text's key."""
        return self._shelf.rows(keys)

    def texts(self, keys: Collection[str]) -> Mapping[str, Text]:
        """Return texts by key."""
        return _held(self._texts, keys, self._shelf.texts)

    def text_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """Return the key of the text that each of these articles carries."""
        return self._shelf.text_of(articles)

    def put_texts(self, texts: Iterable[Text]) -> None:
        """Keep texts, to be found by their clues."""
        self._texts.clear()
        self._shelf.put_texts(texts)

    def drop_texts(self, keys: Collection[str]) -> None:
        """Forget texts and their ties."""
        self._texts.clear()
        self._ties.clear()
        self._shelf.drop_texts(keys)

    def sharing(self, clues: Sequence[str], windows: Sequence[Days], least: int) -> Iterable[str]:
        """Return the keys of texts that share at least so many clues, on a day of one of these windows, or undated."""
        return self._shelf.sharing(clues, windows, least)

    def short(self, keys: Collection[str]) -> set[str]:
        """Return the keys of those among some texts that are short."""
        return self._shelf.short(keys)

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""
        return _held(self._ties, keys, self._shelf.ties)

    def ties_among(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return those ties of texts that both begin and end at one of them."""
        return self._shelf.ties_among(keys)

    def tied(self, keys: Collection[str], least: int) -> set[str]:
        """Return the keys of the texts to which some have a tie at least so strong (`whole`)."""
        return self._shelf.tied(keys, least)

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""
        self._ties.clear()
        self._shelf.put_ties(ties)

    def cores_of(self, keys: Collection[str], least: int = 1) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key, where it has at least so many texts."""
        held = self._core_of.setdefault(least, {})
        return _held(held, keys, lambda new: self._shelf.cores_of(new, least))

    def homes_beside(self, keys: Collection[str], least: int, floor: int) -> Mapping[str, Home]:
        """Return the cores of at least so many texts to which some texts are tied, by the core's key."""
        return self._shelf.homes_beside(keys, least, floor)

    def cores(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return cores by key."""
        return _held(self._cores, keys, self._shelf.cores)

    def joiners(self, keys: Collection[str]) -> Collection[Core]:
        """Return the cores that were put to one of these."""
        return self._shelf.joiners(keys)

    def put_cores(self, cores: Iterable[Core]) -> None:
        """Keep cores, in place of those with the same keys."""
        self._forget_cores()
        self._shelf.put_cores(cores)

    def drop_cores(self, keys: Collection[str]) -> None:
        """Forget cores, and their pictures."""
        self._forget_cores()
        self._shelf.drop_cores(keys)

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Return the pictures of cores, by the core's key, of those that have one."""
        return _held(self._pictures, keys, self._shelf.pictures)

    def put_pictures(self, pictures: Mapping[str, Picture]) -> None:
        """Keep the pictures of cores until these are dropped or replaced."""
        self._pictures.update(pictures)
        self._shelf.put_pictures(pictures)

    def _forget_cores(self) -> None:
        self._cores.clear()
        self._core_of.clear()
        self._pictures.clear()


def _held(
    held: dict[str, Kept | None], keys: Collection[str], ask: Callable[[Collection[str]], Mapping[str, Kept]]
) -> dict[str, Kept]:
    """Return what is held of some keys, asking for those that were never asked for."""
    new = [key for key in keys if key not in held]
    if new:
        found = ask(new)
        held.update({key: found.get(key) for key in new})
    return {key: kept for key in keys if (kept := held[key]) is not None}
