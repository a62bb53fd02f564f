"""Silence: the points that most origins make and one account, read whole, does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.compare.candidates import FINE, read_meanings
from nutgraf.compare.order import Order
from nutgraf.compare.statements import Told
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.records.comparison import OF_MOST, Point
from nutgraf.records.coverage import LeftOut, NearWords

QUIET = 0.4
"""Cosine of meanings from which a statement of an account comes near a point. On the labelled stories (dev) accounts
were not found to make 114 points and told 30 of them after all. Nothing in the account comes within 0.4 of 28 of these,
told 0 (held out: 17, told 2). `python -m evals.comparison.silence` counts."""

LEAST_ORIGINS = 3
"""With two, no point is made by most of them and not by the other."""


class Listener:
    """What the accounts of a story tell, ready to be asked what one of them leaves out."""

    def __init__(
        self, accounts: Sequence[Account], told: Sequence[Told], points: Sequence[Point], order: Order
    ) -> None:
        """Keep the points that most origins make; `told` are all statements of these accounts."""
        self._articles = {account.article.id: account.article for account in accounts}
        self._order = order
        self._told = told
        self._asked = [point for point in points if point.standing in OF_MOST]
        self._meanings = read_meanings(told) if self._asked else np.zeros((0, 0))
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, one in enumerate(told):
            self._rows[one.statement.article].append(row)
        self._row_of: Mapping[str, int] = {one.statement.id: row for row, one in enumerate(told)}

    def left_out(self, article: Article, origins: int) -> LeftOut:
        """Return what an article leaves out of the points that most of a story's origins make.

        Nothing is claimed of a text that was not read whole, and of one whose language no other account shares. A point
        that others surely printed only after this account is not left out, and one that a statement of it comes near is
        unsure.
        """
        unclaimed = self._unclaimed(article, origins)
        if unclaimed:
            return LeftOut(len(self._asked), (), (), (), unclaimed, f"What it leaves out is not claimed: {unclaimed}.")
        later: list[str] = []
        unsure: list[NearWords] = []
        gone: list[str] = []
        for point in self._missed(article):
            tellers = {one.article for one in point.statements}
            near = self._near(article.id, point)
            if all(self._order.after(teller, article.id) for teller in tellers):
                later.append(point.id)
            elif near:
                unsure.append(NearWords(point.id, near.statement.span))
            else:
                gone.append(point.id)
        asked = len(self._asked)
        return LeftOut(
            asked, tuple(gone), tuple(unsure), tuple(later), None, _remark(asked, len(gone), len(unsure), len(later))
        )

    def only_one_in_its_language(self, article: Article) -> bool:
        """Tell whether the story has other accounts, and none of them in the language of this one."""
        others = [other for other in self._articles.values() if other.id != article.id]
        return bool(others) and not any(_one_language(article, other) for other in others)

    def _unclaimed(self, article: Article, origins: int) -> str | None:
        if article.partial:
            return f"it was not read whole ({article.partial})"
        if not self._rows[article.id]:
            return "no statement was found in its text"
        if self.only_one_in_its_language(article):
            return f"no other account is in its language ({article.language})"
        if origins < LEAST_ORIGINS:
            return "with fewer than three origins there is no point that most tell and one leaves out"
        return None if self._asked else "no point is made by most of the origins"

    def _missed(self, article: Article) -> list[Point]:
        """Return the points that an article does not make, of those told in its language."""
        return [
            point
            for point in self._asked
            if all(one.article != article.id for one in point.statements)
            and any(_one_language(article, self._articles[one.article]) for one in point.statements)
        ]

    def _near(self, article: str, point: Point) -> Told | None:
        """Return the statement of an article that comes nearest to a point, or none where none comes near."""
        rows = self._rows[article]
        there = [self._row_of[one.id] for one in point.statements]
        nearest: NDArray[np.float32] = (self._meanings[rows] @ self._meanings[there].T).max(axis=1)
        best = int(nearest.argmax())
        return self._told[rows[best]] if nearest[best] >= QUIET * FINE * FINE else None


def _one_language(left: Article, right: Article) -> bool:
    return left.language.partition("-")[0] == right.language.partition("-")[0]


def _remark(asked: int, gone: int, unsure: int, later: int) -> str:
    made = asked - gone - unsure - later
    if made == asked:
        return f"It makes {'the one point' if asked == 1 else f'all {asked} points'} that most origins make."
    if asked == 1:
        how = "was printed only after it" if later else "it may tell in words of its own" if unsure else _LEAVES
        return f"The one point that most origins make {how}."
    parts = [f"it makes {made}"] if made else []
    parts += [f"it leaves out {gone}, as far as its words show"] if gone else []
    parts += [f"{unsure} it may tell in words of its own"] if unsure else []
    parts += [f"{later} {'was' if later == 1 else 'were'} printed only after it"] if later else []
    return f"Of the {asked} points that most origins make, {'; '.join(parts)}."


_LEAVES = "it leaves out, as far as its words show"
