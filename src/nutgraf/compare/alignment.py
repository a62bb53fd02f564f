"""Alignment: which statements of several accounts speak of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product

from nutgraf.compare.candidates import find_candidates
from nutgraf.compare.linking import link_mean
from nutgraf.compare.nearness import nearness
from nutgraf.compare.shared import Sharing
from nutgraf.compare.statements import Told
from nutgraf.records.article import Span
from nutgraf.records.comparison import Finding

TOGETHER = 0.22
"""Mean nearness at which statements make one point."""

_TIED = 0.6
"""Nearness of statements that a finding ties together."""


class Alignment:
    """How surely every two statements of a story say one thing.

    What several accounts print in the same words is one form, compared once; it counts for each of them.
    """

    def __init__(self, told: Sequence[Told], tying: Sequence[Finding] = ()) -> None:
        """Compare all statements that may speak of one thing; those of one account stand side by side.

        Statements that carry cells of one of the `tying` findings (one remark) speak of one thing whatever other words
        they use.
        """
        self.told = tuple(told)
        forms: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self.told):
            forms[one.statement.words].append(index)
        self._members = {same[0]: tuple(same) for same in forms.values()}
        self._form = {index: same[0] for same in forms.values() for index in same}
        self._articles = {
            form: Counter(self.told[index].statement.article for index in members)
            for form, members in self._members.items()
        }
        self.pairs = dict(self._weigh())
        for finding in tying:
            self._tie(finding)

    def _weigh(self) -> Iterator[tuple[tuple[int, int], float]]:
        """Yield pairs of forms by their first statements, with how surely they say one thing."""
        forms = list(self._members)
        told = [self.told[form] for form in forms]
        sharing = Sharing(self.told)
        for pair in find_candidates(told):
            left, right = told[pair.left], told[pair.right]
            key = forms[pair.left], forms[pair.right]
            yield key, nearness(left, right, pair, sharing.of(left, right))

    def _tie(self, finding: Finding) -> None:
        for one, other in combinations(sorted({self._form[index] for index in self.carrying(finding)}), 2):
            if len(self._articles[one] | self._articles[other]) > 1:
                self.pairs[one, other] = max(_TIED, self.nearness(one, other))

    def carrying(self, finding: Finding) -> tuple[int, ...]:
        """Return the statements that hold a cell of a finding, by index."""
        return tuple(index for cell in finding.cells for index in self.touching(cell.span))

    def touching(self, span: Span) -> tuple[int, ...]:
        """Return the statements that a place has characters in common with, by index."""
        return tuple(
            index
            for index in self._by_article.get(span.article, ())
            if self.told[index].statement.span.start < span.end and span.start < self.told[index].statement.span.end
        )

    def nearest(self, one: Span, other: Span) -> float:
        """Return how surely some statement at one place says the same thing as some statement at the other, 0 to 1."""
        return max(
            (self.nearness(left, right) for left in self.touching(one) for right in self.touching(other)), default=0.0
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The index of each statement by its id."""
        return {one.statement.id: index for index, one in enumerate(self.told)}

    @cached_property
    def _by_article(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self.told):
            found[one.statement.article].append(index)
        return found

    def nearness(self, left: int, right: int) -> float:
        """Return how surely two statements by index say one thing, 0 to 1; the same words surely do."""
        one, other = sorted((self._form[left], self._form[right]))
        return 1.0 if one == other else self.pairs.get((one, other), 0.0)

    def forms(self, indexes: Sequence[int]) -> list[int]:
        """Return one statement for each wording among some, by index, in order."""
        return sorted({self._form[index] for index in indexes})

    def apart(self, left: int, right: int) -> bool:
        """Tell whether two statements are of other texts: no article prints the words of both."""
        return self._articles[self._form[left]].keys().isdisjoint(self._articles[self._form[right]])

    def beside(self, index: int) -> Iterator[tuple[int, float]]:
        """Yield the statements in other words that may say the same thing as one, with how surely they do."""
        for form, near in self._beside.get(self._form[index], ()):
            yield from ((other, near) for other in self._members[form])

    @cached_property
    def _beside(self) -> Mapping[int, Sequence[tuple[int, float]]]:
        found: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (one, other), near in self.pairs.items():
            found[one].append((other, near))
            found[other].append((one, near))
        return found

    def near_statements(self, among: Container[int]) -> Iterator[tuple[int, int, float]]:
        """Yield every two statements of different accounts that may say one thing, with how surely they do.

        Only those `among` some, by index, are looked at.
        """
        members = {form: kept for form, same in self._members.items() if (kept := [i for i in same if i in among])}
        for (one, other), near in self.pairs.items():
            if one in members and other in members:
                yield from self._facing(product(members[one], members[other]), near)
        for same in members.values():
            yield from self._facing(combinations(same, 2), 1.0)

    def _facing(self, pairs: Iterable[tuple[int, int]], near: float) -> Iterator[tuple[int, int, float]]:
        told = self.told
        return ((a, b, near) for a, b in pairs if told[a].statement.article != told[b].statement.article)

    def groups(self, together: float = TOGETHER) -> tuple[tuple[int, ...], ...]:
        """Join statements by average link while the mean nearness stays at `together`; every statement lies in one
        group.
        """
        joined = link_mean(self._articles, self.pairs, together)
        return tuple(sorted(tuple(sorted(i for form in group for i in self._members[form])) for group in joined))
