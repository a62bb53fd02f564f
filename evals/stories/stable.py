"""The table of churn and order independence, over the two sets whose articles have dates."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import measure, share
from evals.stories.accounts import keep_accounts
from evals.stories.churn import ARRIVALS, HOURS, count_outcomes, measure_churn
from evals.stories.ours import Growing, tell_stories
from evals.stories.sets import read_newscluster
from evals.stories.trap_groups import read_groups, write_articles
from nutgraf.records.annotation import Account


def measure_stable(packs: Path, cache: Path) -> Sheet:
    """Return a line for each set; shares are of what stayed, so that higher is better in every one that has a floor."""
    traps = [article for group in read_groups() for article in write_articles(group)]
    sets = {"traps": traps, "newscluster": read_newscluster(packs).articles}
    lines = [_line(name, keep_accounts(name, articles, cache)) for name, articles in sets.items()]
    return Sheet("churn", f"{ARRIVALS} random arrivals over {HOURS} simulated hours", lines)


def _line(name: str, accounts: Sequence[Account]) -> Line:
    """Return what stayed and what changed; outcomes are compared whole, with reasons and chapters."""
    seen = []
    for one in measure_churn(accounts, Growing(accounts).stories_of):
        seen.append(one)
        print(f"{name}: {len(seen)} of {ARRIVALS} arrivals", file=sys.stderr, flush=True)
    whole, renamed, moved = np.array([[one.articles, one.renamed, one.moved] for one in seen], dtype=np.float64).T
    figures: dict[str, Figure] = {
        "kept their id": measure(np.stack([whole - renamed - moved, whole], axis=1), share)[0],
        "kept or led on by an alias": measure(np.stack([whole - moved, whole], axis=1), share)[0],
        "articles": int(whole.sum()),
        "renamed": int(renamed.sum()),
        "moved": int(moved.sum()),
        f"outcomes of {ARRIVALS} orders": count_outcomes(accounts, tell_stories),
    }
    return Line(f"nutgraf, {name}", figures, ours=True)
