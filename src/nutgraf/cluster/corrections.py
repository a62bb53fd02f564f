"""Corrections of stories by hand, made again on top of what the likeness of the accounts gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from nutgraf.records.correction import Correction, CorrectionKind, counting

Groups = tuple[tuple[str, ...], ...]
"""Stories as ids of their articles: each sorted, and by their first article."""

Nearest = Callable[[str, Sequence[str]], float]
"""Given an article and some others, how alike it is to the one of them that is nearest to it."""


def apply_corrections(
    groups: Iterable[Sequence[str]],
    corrections: Iterable[Correction],
    nearest: Nearest,
    copies: Iterable[Sequence[str]] = (),
) -> tuple[Groups, dict[str, Correction]]:
    """Return the groups after all corrections that count, in the order of their numbers, and what put whom there.

    A story is found again as the group that holds most of the articles it held when the correction was made, of several
    the one with the article named first. What is moved, split off or held takes along the copies that stand with it,
    except those that are pinned. Nothing here depends on the order of the groups.
    """
    board = _Board(groups, copies, nearest)
    steps = {
        CorrectionKind.MERGE: board.merge,
        CorrectionKind.SPLIT: board.split,
        CorrectionKind.MOVE: board.move,
        CorrectionKind.PIN: board.pin,
    }
    made = [each for each in counting(corrections) if not waits(each, board.where)]
    for correction in made:
        steps[correction.kind](correction)
    board.tell_merges(made)
    return board.groups(), dict(sorted(board.moved.items()))


def waits(correction: Correction, there: Collection[str]) -> str:
    """Say why a correction does nothing for now, given the articles that are in stories; "" where it counts."""
    if correction.kind is CorrectionKind.UNDO:
        return ""
    named = [each for each in correction.articles if each in there]
    beside = [each for each in correction.beside if each in there]
    if not named:
        return "none of the articles it is about is in a story now"
    if not beside and (correction.kind is not CorrectionKind.PIN or len(named) < 2):
        return "none of the articles it sets them beside is in a story now"
    return ""


def touching(corrections: Iterable[Correction], articles: Iterable[str]) -> frozenset[str]:
    """Return these articles and all whose stories must be worked out with theirs: a correction names them together."""
    named = [{*each.articles, *each.beside} for each in counting(corrections)]
    found = set(articles)
    while joined := [names for names in named if not names.isdisjoint(found) and not names <= found]:
        found.update(*joined)
    return frozenset(found)


class _Board:
    """The stories while corrections are made on them; `where` gives an article's group, one set for all in it."""

    def __init__(self, groups: Iterable[Sequence[str]], copies: Iterable[Sequence[str]], nearest: Nearest) -> None:
        self.where: dict[str, set[str]] = {}
        self.moved: dict[str, Correction] = {}
        self._copies = {each: frozenset(group) for group in copies for each in group}
        self._pinned: set[str] = set()
        self._nearest = nearest
        for group in groups:
            held = set(group)
            self.where.update(dict.fromkeys(held, held))

    def groups(self) -> Groups:
        """Return the stories as they stand now."""
        return tuple(sorted({tuple(sorted(group)) for group in self.where.values()}))

    def merge(self, correction: Correction) -> None:
        """Make one story of two, with all that the automatics put to either."""
        one, two = self._home(correction.articles), self._home(correction.beside)
        if one is not two:
            one |= two
            self.where.update(dict.fromkeys(two, one))

    def move(self, correction: Correction) -> None:
        """Take articles out of their stories and into another."""
        self._release(correction)
        home = self._home(correction.beside)
        for article in self._there(correction.articles):
            self._put(self._with_copies(article), home, correction)

    def pin(self, correction: Correction) -> None:
        """Bring articles back to their story, if they were taken from it, and keep later moves of copies off them."""
        home = self._home(self._there(correction.beside) or correction.articles)
        for article in self._there(correction.articles):
            if self.where[article] is not home:
                self._put(self._with_copies(article), home, correction)
            self.moved[article] = correction
        self._pinned.update(correction.articles)

    def split(self, correction: Correction) -> None:
        """Set articles apart from those that stay; who was not named goes to the side where the nearest account is.

        What is pinned stays, though it was gone when the others were split off.
        """
        self._release(correction)
        leaving = {one for article in self._there(correction.articles) for one in self._with_copies(article)}
        staying = [article for article in self._there(correction.beside) if article not in leaving]
        apart = [article for article in self._there(correction.articles) if self.where[article].isdisjoint(staying)]
        home = self._home(apart) if apart else set[str]()
        parted = [self.where[article] for article in leaving if not self.where[article].isdisjoint(staying)]
        newcomers = set[str]().union(*parted) - leaving - set(staying) - self._pinned
        self._put(leaving | self._nearer(newcomers, sorted(leaving), staying), home, correction)

    def tell_merges(self, made: Sequence[Correction]) -> None:
        """Note the merges that still hold at every member of their story that no other correction put there."""
        for correction in reversed(made):
            if correction.kind is CorrectionKind.MERGE:
                one = self._home(correction.articles)
                if one is self._home(correction.beside):
                    for article in one:
                        self.moved.setdefault(article, correction)

    def _there(self, named: Iterable[str]) -> list[str]:
        return [article for article in named if article in self.where]

    def _home(self, named: Iterable[str]) -> set[str]:
        """Return the group that holds most of these articles, of several the one with the article named first."""
        held = [self.where[article] for article in self._there(named)]
        counts = Counter(id(group) for group in held)
        return max(held, key=lambda group: counts[id(group)])

    def _with_copies(self, article: str) -> set[str]:
        """Return an article with the copies that stand with it: copies that were parted by hand stay parted."""
        beside = self._copies.get(article, frozenset()) & self.where[article]
        return {article} | (beside - self._pinned)

    def _release(self, correction: Correction) -> None:
        self._pinned.difference_update(correction.articles)

    def _put(self, articles: Iterable[str], home: set[str], correction: Correction) -> None:
        for article in articles:
            self.where[article].discard(article)
            home.add(article)
            self.where[article] = home
            self.moved[article] = correction

    def _nearer(self, newcomers: set[str], leaving: Sequence[str], staying: Sequence[str]) -> set[str]:
        """Return the newcomers that are nearer to those that leave; copies of one text go the way of the first."""
        found: set[str] = set()
        for article in sorted(newcomers):
            texts = self._copies.get(article, frozenset((article,)))
            first = min(texts & newcomers)
            if texts.isdisjoint(staying) and self._nearest(first, leaving) > self._nearest(first, staying):
                found.add(article)
        return found
