"""The peers' best settings on the half of the made set that may be read: `python -m evals.copies tune`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.copies.bases import read_bases
from evals.copies.judge import ONE, PAIRS, count_pair
from evals.copies.made import COPIED, ONE_TEXT
from evals.copies.peers import PEERS, SIZES, THRESHOLDS, Likeness, Peer, Setting
from evals.copies.pools import Pool, spec_pools


def measure_tuning(cache: Path) -> list[Sheet]:
    """Return for each size of shingles the best threshold for any copy and for one text, each with its F1."""
    pools = list(spec_pools(read_bases(cache, "tune")))
    lines = [line for peer in PEERS if peer.copies.size and not peer.missing for line in _best(peer, pools)]
    return [Sheet("copies, synthetic tune: settings of the peers", "thresholds by F1, synthetic", lines)]


def _best(peer: Peer, pools: Sequence[Pool]) -> Iterator[Line]:
    for size in SIZES:
        likeness = [peer.likeness([one.article for one in pool.made.values()], size) for pool in pools]
        scored = {threshold: _scores(peer, likeness, pools, threshold) for threshold in THRESHOLDS}
        copies = max(scored, key=lambda threshold: scored[threshold][0])
        one = max(scored, key=lambda threshold: scored[threshold][1])
        figures = {"copies at": copies, "F1": scored[copies][0], "one text at": one, "one text: F1": scored[one][1]}
        yield Line(f"{peer.name}, {size} words", figures)


def _scores(peer: Peer, likeness: Sequence[Likeness], pools: Sequence[Pool], threshold: float) -> tuple[float, float]:
    """Return F1 of copies and of one text over all pairs of all pools."""
    setting = Setting(threshold=threshold)
    asked = replace(peer, copies=setting, one=setting)
    sums = np.zeros((1, 6))
    for pool, alike in zip(pools, likeness, strict=True):
        told = asked.tell(alike, alike, pool.made)
        for pair in pool.gold.keys() | told.kinds.keys():
            right = pool.gold.get(pair, frozenset(("none",)))
            sums[0, PAIRS] += count_pair(right, COPIED, pair in told.kinds)
            sums[0, ONE] += count_pair(right, ONE_TEXT, pair in told.kinds)
    return float(precision_recall_f1(sums[:, PAIRS])[0, 2]), float(precision_recall_f1(sums[:, ONE])[0, 2])
