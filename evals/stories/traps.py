"""Score the traps: which pairs are together that must be, which apart, all groups clustered in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import Table, measure, over
from evals.stories.accounts import keep_accounts
from evals.stories.ours import TellStories, by_article, tell_stories, whys
from evals.stories.trap_groups import Group, Told, held_out, read_groups, write_articles


@dataclass(frozen=True, slots=True)
class Judged:
    """The judged pairs of one group, and how many articles of other groups stand in its stories."""

    group: Group
    together: int
    parted: tuple[tuple[Told, Told], ...]
    apart: int
    joined: tuple[tuple[Told, Told], ...]
    strangers: int

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with the group."""
        return not (self.parted or self.joined or self.strangers)

    def row(self) -> list[float]:
        """Return what the group adds to the sums."""
        kept, held = self.together - len(self.parted), self.apart - len(self.joined)
        return [kept, self.together, held, self.apart, self.right, 1]


def judge(group: Group, told: Mapping[str, str]) -> Judged:
    """Compare a group with the stories of its articles."""
    homes = {one: told[group.id_of(one)] for one in group.articles}
    pairs = list(group.pairs())
    same = [pair for pair in pairs if pair[0].story == pair[1].story]
    other = [pair for pair in pairs if pair[0].story != pair[1].story]
    own = set(homes.values())
    strangers = sum(home in own for home in told.values()) - len(homes)
    parted = tuple(pair for pair in same if homes[pair[0]] != homes[pair[1]])
    joined = tuple(pair for pair in other if homes[pair[0]] == homes[pair[1]])
    return Judged(group, len(same), parted, len(other), joined, strangers)


def measure_traps(cache: Path, groups: Sequence[Group] = (), tell: TellStories = tell_stories) -> Sheet:
    """Return the table of the traps; the errors of groups that are held out are no part of it."""
    groups = groups or read_groups()
    articles = [article for group in groups for article in write_articles(group)]
    stories = tell(keep_accounts("traps", articles, cache))
    told = by_article(stories)
    judged = [judge(group, told) for group in groups]
    hidden = held_out(groups)
    shown = [one for one in judged if one.group.name not in hidden]
    lines = [
        _line("groups that may be read", shown),
        _line("groups held out", [one for one in judged if one.group.name in hidden]),
        _line("all", judged),
    ]
    what = f"{len(groups)} groups of {len(articles)} invented articles, clustered in one run"
    misses = [line for one in shown for line in _explain(one, told, whys(stories))]
    return Sheet("traps", what, lines, (), misses)


def _line(name: str, judged: Sequence[Judged]) -> Line:
    rows = np.array([one.row() for one in judged], dtype=np.float64)
    together, apart, right = measure(rows, _shares)
    figures: dict[str, Figure] = {
        "together": together, "apart": apart, "groups all right": right, "groups": len(judged),
        "parted pairs": sum(len(one.parted) for one in judged), "joined pairs": sum(len(one.joined) for one in judged),
        "strangers": sum(one.strangers for one in judged),
    }  # fmt: skip
    return Line(f"nutgraf, {name}", figures, ours=True)


def _shares(sums: Table) -> Table:
    return np.concatenate([over(sums[:, at : at + 1], sums[:, at + 1 : at + 2]) for at in (0, 2, 4)], axis=1)


def _explain(judged: Judged, told: Mapping[str, str], why: Mapping[str, str]) -> list[str]:
    """Say for each wrong pair which articles it is and why each stands where it does."""
    group = judged.group
    lines = []
    for kind, wrong in (("parted", judged.parted), ("joined", judged.joined)):
        for pair in wrong:
            lines.append(f"{group.name}: {kind}: {' and '.join(one.key for one in pair)}")
            lines += [f"    {one.key}: {why[group.id_of(one)]}" for one in pair]
    if judged.strangers:
        homes = sorted({told[group.id_of(one)] for one in group.articles})
        lines.append(f"{group.name}: {judged.strangers} articles of other groups in its stories {', '.join(homes)}")
    return lines
