"""The news cluster set replayed inside articles-12k: do its stories stand when twelve thousand others are printed?

Undated noise is there from the start, everything else comes by date; what is scored is what stands at the end. Nobody
labelled the noise: some of what is drawn in may tell the same event, so the count is a bound and no count of errors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import Measured
from evals.stories.accounts import keep_accounts
from evals.stories.ours import by_article, tell_stories
from evals.stories.partitions import Partition
from evals.stories.peers_start import group_by_peers
from evals.stories.scores import score_partition
from evals.stories.sets import Labelled, read_newscluster, read_noise
from nutgraf.records.annotation import Account
from nutgraf.records.article import Sure

PEERS = ("TF-IDF, average link",)
"""The best peer that groups twelve thousand texts in memory."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Noise in stories that are mostly the set's, and articles of the set in stories that are mostly noise."""

    noise_in: int
    labelled_out: int


def measure_replay(packs: Path, development: Labelled | None, cache: Path) -> Sheet:
    """Return the figures over the labelled articles, beside those of the same set without noise."""
    labelled = read_newscluster(packs)
    noise = read_noise(packs, labelled)
    accounts = by_date([*keep_accounts("noise", noise, cache), *keep_accounts(labelled.name, labelled.articles, cache)])
    quiet = [account for account in accounts if account.article.id in labelled.events]
    lines = [
        _line("nutgraf", by_article(tell_stories(accounts)), labelled, ours=True),
        _line("nutgraf, without the noise", by_article(tell_stories(quiet)), labelled),
    ]
    notes: list[str] = []
    if development:
        whole = Labelled("replay", "", tuple(account.article for account in accounts), labelled.events)
        answers, notes = group_by_peers(whole, development, cache, PEERS)
        lines += [_line(name, partitions[0], labelled) for name, partitions in answers]
    dated = sum(article.published.sure is not Sure.UNSURE for article in noise)
    what = f"{len(labelled.articles)} articles on {len(set(labelled.events.values()))} events"
    return Sheet("replay", f"{what} inside {len(noise):,} others, {dated:,} of them dated", lines, notes)


def by_date(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts in the order of arrival: undated ones, then by day."""

    def arrival(account: Account) -> tuple[str, str]:
        published = account.article.published
        return ("" if published.sure is Sure.UNSURE else published.value or "", account.article.id)

    return sorted(accounts, key=arrival)


def count_drawn(told: Partition, labelled: frozenset[str]) -> Drawn:
    """Count what stands in stories of which most articles are the others'; half and half counts as noise."""
    stories: dict[str, list[bool]] = defaultdict(list)
    for article, story in told.items():
        stories[story].append(article in labelled)
    theirs = [members for members in stories.values() if 2 * sum(members) > len(members)]
    others = [members for members in stories.values() if 2 * sum(members) <= len(members)]
    return Drawn(sum(len(members) - sum(members) for members in theirs), sum(map(sum, others)))


def _line(system: str, told: Partition, labelled: Labelled, *, ours: bool = False) -> Line:
    scored = score_partition(system, told, labelled.events, ours=ours)
    drawn = count_drawn(told, frozenset(labelled.events))
    figures: dict[str, Figure] = {
        **{name: figure for name, figure in scored.figures.items() if isinstance(figure, Measured | int)},
        "noise drawn in": drawn.noise_in,
        "drawn out to noise": drawn.labelled_out,
    }
    return Line(scored.system, figures, ours)
