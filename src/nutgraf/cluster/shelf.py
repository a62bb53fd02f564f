"""What stories are made from, kept between runs: texts, the ties between them, and how they were grouped.

A shelf may be a few dictionaries or a database: whoever keeps these promises gives the same stories.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile
from nutgraf.records.rows import Row
from nutgraf.records.ties import Core as Core
from nutgraf.records.ties import Home as Home
from nutgraf.records.ties import Text as Text
from nutgraf.records.ties import Tie as Tie

Days = tuple[int, int]
"""The first and the last of some days (ordinals)."""


class Shelf(Protocol):
    """Where these are kept. Keys that are not there give nothing, and no error."""

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""

    def profiles(self, articles: Collection[str]) -> Mapping[str, Profile]:
        """Return the profiles of articles, each of which must have one."""

    def rows(self, keys: Collection[str]) -> Mapping[str, Row]:
        """Return the rows of the profiles that speak for texts, by the text's key."""

    def texts(self, keys: Collection[str]) -> Mapping[str, Text]:
        """Return texts by key."""

    def text_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """Return the key of the text that each of these articles carries."""

    def put_texts(self, texts: Iterable[Text]) -> None:
        """Keep texts, to be found by their clues."""

    def drop_texts(self, keys: Collection[str]) -> None:
        """Forget texts and their ties."""

    def sharing(self, clues: Sequence[str], windows: Sequence[Days], least: int) -> Iterable[str]:
        """Return the keys of texts that share at least so many clues, on a day of one of these windows, or undated.

        Without windows texts of any day are found.
        """
        ...

    def short(self, keys: Collection[str]) -> set[str]:
        """Return the keys of those among some texts that are short."""

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""

    def ties_among(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return those ties of texts that both begin and end at one of them."""

    def tied(self, keys: Collection[str], least: int) -> set[str]:
        """Return the keys of the texts to which some have a tie at least so strong (`whole`)."""

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""

    def cores_of(self, keys: Collection[str], least: int = 1) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key, where it has at least so many texts."""

    def homes_beside(self, keys: Collection[str], least: int, floor: int) -> Mapping[str, Home]:
        """Return the cores of at least so many texts to which some texts are tied, by the core's key."""

    def cores(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return cores by key."""

    def joiners(self, keys: Collection[str]) -> Collection[Core]:
        """Return the cores that were put to one of these."""

    def put_cores(self, cores: Iterable[Core]) -> None:
        """Keep cores, in place of those with the same keys."""

    def drop_cores(self, keys: Collection[str]) -> None:
        """Forget cores, and their pictures."""

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Return the pictures of cores, by the core's key, of those that have one."""

    def put_pictures(self, pictures: Mapping[str, Picture]) -> None:
        """Keep the pictures of cores until these are dropped or replaced."""
