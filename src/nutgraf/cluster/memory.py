"""A shelf of dictionaries: for evaluations, tests, and whoever groups everything at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from nutgraf.cluster.shelf import Core, Days, Text, Tie
from nutgraf.records.profile import Profile


class MemoryShelf:
    """A shelf of dictionaries."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = {profile.article: profile for profile in profiles}
        self._texts: dict[str, Text] = {}
        self._text_of: dict[str, str] = {}
        self._found: dict[str, dict[str, tuple[int, ...]]] = {}
        self._ties: dict[str, dict[str, Tie]] = {}
        self._cores: dict[str, Core] = {}
        self._core_of: dict[str, str] = {}
        self._joiners: dict[str, set[str]] = {}

    def profile(self, article: str) -> Profile:
        """Return an article's profile."""
        return self._profiles[article]

    def profiles(self, articles: Collection[str]) -> Mapping[str, Profile]:
        """Return the profiles of articles, each of which must have one."""
        return {article: self._profiles[article] for article in articles}

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

    def ties(self, keys: Collection[str]) -> Mapping[str, Sequence[Tie]]:
        """Return the ties of texts."""
        return {key: tuple(self._ties.get(key, {}).values()) for key in keys}

    def put_ties(self, ties: Mapping[str, Sequence[Tie]]) -> None:
        """Keep ties, from both of their ends."""
        for key, several in ties.items():
            for tie in several:
                self._ties.setdefault(key, {})[tie.other] = tie
                self._ties.setdefault(tie.other, {})[key] = Tie(key, tie.whole, tie.timeless)

    def cores_of(self, keys: Collection[str]) -> Mapping[str, Core]:
        """Return the core of each of these texts, by the text's key."""
        return {key: self._cores[self._core_of[key]] for key in keys if key in self._core_of}

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
        """Forget cores."""
        for key in keys:
            core = self._cores.pop(key, None)
            if core:
                self._joiners.get(core.joins, set()).discard(key)
                for text in core.texts:
                    if self._core_of.get(text) == key:
                        del self._core_of[text]
