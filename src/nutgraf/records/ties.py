"""What stories are made from: texts, the ties between them, and the cores that they make."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text among the stories: the articles that carry it, and the fullest of them, which speaks for it.

    `key` is the lowest of the articles' ids. `clues` are the words it can be found by, `days` (ordinals) those on which
    it can. `short` texts are put to a story by another measure.
    """

    key: str
    articles: tuple[str, ...]
    teller: str
    clues: tuple[str, ...]
    days: tuple[int, ...]
    short: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """How alike a text is to another one, in millionths: with what time adds or takes away, and without."""

    other: str
    whole: int
    timeless: int


@dataclass(frozen=True, slots=True)
class Core:
    """Texts that are together of themselves; `key` is the lowest of theirs, `seeds` are the parts that it is made of.

    `joins` is the key of the larger core that it was put to, or empty.
    """

    key: str
    seeds: tuple[tuple[str, ...], ...]
    joins: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the keys of all its texts, sorted."""
        return tuple(sorted(key for seed in self.seeds for key in seed))

    @property
    def size(self) -> int:
        """Return how many texts it has."""
        return sum(len(seed) for seed in self.seeds)


@dataclass(frozen=True, slots=True)
class Home:
    """A core beside some texts: how many texts it has, and by how much the ties to them are above a floor, added up."""

    size: int
    above: int
