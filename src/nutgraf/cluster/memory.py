"""A shelf of dictionaries: for evaluations, tests, and whoever groups everything at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from nutgraf.cluster.shelf import Core, Days, Home, Text, Tie
from nutgraf.records.picture import Picture
from nutgraf.records.profile import Profile
from nutgraf.records.rows import Row, pack_row


class MemoryShelf:
    """A shelf of dictionaries."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = {profile.article: profile for profile in profiles}
        self._rows: dict[str, Row] = {}
        self._texts: dict[str, Text] = {}
        self._text_of: dict[str, str] = {}
        self._found: dict[str, dict[str, tuple[int, ...]]] = {}
        self._ties: dict[str, dict[str, Tie]] = {}
        self._cores: dict[str, Core] = {}
        self._core_of: dict[str, str] = {}
        self._joiners: dict[str, set[str]] = {}
        self._pictures: dict[str, Picture] = {}

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""
        return self._profiles[article]

    def profiles(self, articles: Collection[str]) -> Mapping[str, Profile]:
        """Return the profiles of articles, each of which must have one."""
        return {article: self._profiles[article] for article in articles}

    def rows(self, keys: Collection[str]) -> Mapping[str, Row]:
        """Return the rows of the profiles that speak for texts, by the text's key."""
        for key in keys:
            if key not in self._rows:
                self._rows[key] = pack_row(self.profile(self._texts[key].teller))
        return {key: self._rows[key] for key in keys}

    def texts(self, keys: Collection[str]) -> Mapping[str, Text]:
        """Return texts by key."""
        return {key: self._texts[key] for key in keys if key in self._texts}

    def text_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """Return the key of the text that each of these articles carries."""
        return {article: self._text_of[article] for article in articles if article in self._text_of}

    def put_texts(self, texts: Iterable[Text]) -> None:
        """Keep texts, to be found by their clues."""
        for text in texts:
            self._texts[text.key] = text
            self._text_of.update(dict.fromkeys(text.articles, text.key))
            for clue in text.clues:
                self._found.setdefault(clue, {})[text.key] = text.days

    def drop_texts(self, keys: Collection[str]) -> None:
        """Forget texts and their ties."""
        for key in keys:
            text = self._texts.pop(key, None)
            self._rows.pop(key, None)
            for clue in text.clues if text else ():
                del self._found[clue][key]
            for article in text.articles if text else ():
                if self._text_of.get(article) == key:
                    del self._text_of[article]
            for other in self._ties.pop(key, {}):
                self._ties[other].pop(key, None)

    def sharing(self, clues: Sequence[str], windows: Sequence[Days], least: int) -> Iterable[str]:
        """Return the keys of texts that share at least so many clues, on a day of one of these windows, or undated."""
        shared = Counter(
            key
            for clue in clues
            for key, days in self._found.get(clue, {}).items()
            if not days or not windows or any(low <= day <= high for day in days for low, high in windows)
        )
        return [key for key, count in shared.items() if count >= least]

    def short(self, keys: Collection[str]) -> set[str]:
        """Return the keys of those among some texts that are short."""
        return {key for key in keys if key in self._texts and self._texts[key].short}

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""
        return {key: tuple(self._ties.get(key, {}).values()) for key in keys}

    def ties_among(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return those ties of texts that both begin and end at one of them."""
        among = set(keys)
        return {key: tuple(tie for tie in ties if tie.other in among) for key, ties in self.ties(keys).items()}

    def tied(self, keys: Collection[str], least: int) -> set[str]:
        """Return the keys of the texts to which some have a tie at least so strong (`whole`)."""
        return {tie.other for key in keys for tie in self._ties.get(key, {}).values() if tie.whole >= least}

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""
        for key, several in ties.items():
            for tie in several:
                self._ties.setdefault(key, {})[tie.other] = tie
                self._ties.setdefault(tie.other, {})[key] = Tie(key, tie.whole, tie.timeless)

    def cores_of(self, keys: Collection[str], least: int = 1) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key, where it has at least so many texts."""
        found = {key: self._cores[self._core_of[key]] for key in keys if key in self._core_of}
        return {key: core for key, core in found.items() if core.size >= least}

    def homes_beside(self, keys: Collection[str], least: int, floor: int) -> Mapping[str, Home]:
        """Return the cores of at least so many texts to which some texts are tied, by the core's key."""
        above = Counter[str]()
        for tie in (tie for key in keys for tie in self._ties.get(key, {}).values()):
            home = self._core_of.get(tie.other)
            if home is not None:
                above[home] += max(0, tie.whole - floor)
        homes = {key: Home(self._cores[key].size, above[key]) for key in above}
        return {key: home for key, home in homes.items() if home.size >= least}

    def cores(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return cores by key."""
        return {key: self._cores[key] for key in keys if key in self._cores}

    def joiners(self, keys: Collection[str]) -> Collection[Core]:
        """Return the cores that were put to one of these."""
        return [self._cores[each] for key in keys for each in sorted(self._joiners.get(key, ()))]

    def put_cores(self, cores: Iterable[Core]) -> None:
        """Keep cores, in place of those with the same keys."""
        for core in cores:
            self.drop_cores((core.key,))
            self._cores[core.key] = core
            self._core_of.update(dict.fromkeys(core.texts, core.key))
            if core.joins:
                self._joiners.setdefault(core.joins, set()).add(core.key)

    def drop_cores(self, keys: Collection[str]) -> None:
        """Forget cores, and their pictures."""
        for key in keys:
            self._pictures.pop(key, None)
            core = self._cores.pop(key, None)
            if core:
                self._joiners.get(core.joins, set()).discard(key)
                for text in core.texts:
                    if self._core_of.get(text) == key:
                        del self._core_of[text]

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Return the pictures of cores, by the core's key, of those that have one."""
        return {key: self._pictures[key] for key in keys if key in self._pictures}

    def put_pictures(self, pictures: Mapping[str, Picture]) -> None:
        """Keep the pictures of cores until these are dropped or replaced."""
        self._pictures.update(pictures)
