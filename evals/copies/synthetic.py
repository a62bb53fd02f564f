"""The made set: articles out of green news with edits of known degree, ours beside the peers."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from evals.annotation.report import Line, Sheet
from evals.bootstrap import Table, measure, over
from evals.copies.bases import Half, NotHere, read_bases
from evals.copies.carrying import carrying_sheet
from evals.copies.heads import KNOWN, Telling
from evals.copies.judge import (
    PAIR_NAMES,
    REUSE,
    Direction,
    add_up,
    found_directions,
    kind_figures,
    pair_figures,
    recall,
    reuse_sheet,
    tally_pairs,
    wrong_pairs,
)  # fmt: skip
from evals.copies.made import ONE_TEXT
from evals.copies.peers import PEERS, ask_peer
from evals.copies.pools import Pool, day_pool, spec_pools
from evals.copies.specs import PASSAGE, SPECS, Spec
from evals.copies.told import Told, group_ids, told_by
from evals.stories.partitions import b_cubed
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.article import Article

OURS = "nutgraf"
EDIT_NAMES = ("found", "precision", "right kind", "sentences: P", "sentences: R", "sentences: F1")
DAY_NAMES = ("pairs: P", "pairs: R", "pairs: F1", "B-cubed P", "B-cubed R", "B-cubed F1")


@dataclass(frozen=True, slots=True)
class Run:
    """What one system said about every pool, and what of it was right, base by base."""

    system: str
    told: tuple[Told, ...]
    tallies: tuple[dict[str, Table], ...]


def measure_synthetic(cache: Path, half: Half) -> list[Sheet]:
    """Return the tables of one half: all edits, kind by kind, degree by degree, a day's pool, directions."""
    try:
        bases = read_bases(cache, half)
    except NotHere as missing:
        print(f"synthetic {half}: not run: {missing}", file=sys.stderr)
        return []
    pools = (*spec_pools(bases), day_pool(bases))
    runs = [_run(OURS, pools, lambda articles: told_by(dedupe_articles(articles)))]
    notes = []
    for peer in PEERS:
        if peer.missing:
            print(peer.missing, file=sys.stderr)
            notes.append(peer.missing)
            continue
        runs.append(_run(peer.named, pools, partial(ask_peer, peer)))
    by_likeness = [runs[0], *(run for run in runs if " words, " in run.system)]
    what = f"synthetic, {len(bases)} base articles"
    return [
        Sheet(f"copies, synthetic {half}", what, [_all_edits(run, pools[:-1]) for run in runs], notes),
        Sheet(f"copies, synthetic {half}: kinds of edit", what, list(_edits(runs[0], pools[:-1])),
              misses=list(_misses(runs[0], pools)) if half == "tune" else ()),
        reuse_sheet(f"copies, synthetic {half}: shared, but no copy", what,
                    {"": add_up(runs[0].tallies[:-1])[:, REUSE]}),
        Sheet(f"copies, synthetic {half}: found by share kept", what, list(_degrees(by_likeness, pools[:-1], "kept"))),
        Sheet(f"copies, synthetic {half}: found by length of the passage", what,
              list(_degrees(by_likeness, pools[:-1], PASSAGE))),
        Sheet(f"copies, synthetic {half}: a day", f"synthetic, {len(pools[-1].made)} articles in one pool",
              [_day(run, pools[-1]) for run in runs]),
        Sheet(f"copies, synthetic {half}: the original", what, list(_directions(runs[0], pools[:-1]))),
        carrying_sheet(f"copies, synthetic {half}: what an article carries", what, pools[:-1], runs[0].told),
    ]  # fmt: skip


def _run(system: str, pools: Sequence[Pool], tell: Callable[[list[Article]], Told]) -> Run:
    told = tuple(tell([one.article for one in pool.made.values()]) for pool in pools)
    return Run(system, told, tuple(tally_pairs(pool, one) for pool, one in zip(pools, told, strict=True)))


def _all_edits(run: Run, pools: Sequence[Pool]) -> Line:
    figures = measure(add_up(run.tallies[: len(pools)]), pair_figures)
    names = [*PAIR_NAMES, *(("sentences: F1",) if run.system == OURS else ())]
    chosen = [*figures[:6], figures[8]]
    return Line(run.system, dict(zip(names, chosen, strict=False)), ours=run.system == OURS)


def _edits(run: Run, pools: Sequence[Pool]) -> Iterator[Line]:
    """Yield a line for every kind of edit, all degrees together; where no text is shared only the kind is judged."""
    kinds: dict[Spec, list[dict[str, Table]]] = defaultdict(list)
    for pool, tally in zip(pools, run.tallies, strict=False):
        first = next(spec for spec in SPECS if spec.kind == pool.cases[0].spec.kind)
        kinds[first].append(tally)
    for spec, tallies in kinds.items():
        figures = dict(zip(EDIT_NAMES, measure(add_up(tallies), kind_figures), strict=True))
        yield Line(spec.kind, {"right kind": figures["right kind"]} if spec.kinds else figures, ours=True)


def _degrees(runs: Sequence[Run], pools: Sequence[Pool], unit: str) -> Iterator[Line]:
    """Yield for every kind of edit with degrees of one sort and every system the share of copies found at each."""
    for kind in dict.fromkeys(pool.cases[0].spec.kind for pool in pools if pool.cases[0].spec.degree.endswith(unit)):
        for run in runs:
            columns: dict[str, list[dict[str, Table]]] = defaultdict(list)
            for pool, tally in zip(pools, run.tallies, strict=False):
                if pool.cases[0].spec.kind == kind:
                    columns[pool.cases[0].spec.degree].append(tally)
            yield Line(
                f"{kind}: {run.system}", {name: measure(add_up(one), recall)[0] for name, one in columns.items()}
            )


def _day(run: Run, pool: Pool) -> Line:
    """Return the line of the pool that is like a day: pairs of one text, and the groups that they make."""
    told = run.told[-1]
    one_text = group_ids(pool.made, (pair for pair, right in pool.gold.items() if right <= ONE_TEXT))
    gold, called = ({one: group[0] for group in groups for one in group} for groups in (one_text, told.groups))
    parts = b_cubed(called, gold)
    home = {case.version: case.base for case in pool.cases}
    sums: dict[str, Table] = {}
    for identity, part in parts.items():
        row = sums.setdefault(home.get(identity, identity), np.zeros(3))
        row += (part.precision, part.recall, 1)
    groups = measure(np.array([sums[base] for base in sorted(sums)]), _means)
    pairs = measure(add_up(run.tallies[-1:]), pair_figures)[:3]
    return Line(run.system, dict(zip(DAY_NAMES, [*pairs, *groups], strict=True)), ours=run.system == OURS)


def _means(sums: Table) -> Table:
    precision, recalled = over(sums[:, 0], sums[:, 2]), over(sums[:, 1], sums[:, 2])
    return np.stack([precision, recalled, over(2 * precision * recalled, precision + recalled)], axis=1)


def _directions(run: Run, pools: Sequence[Pool]) -> Iterator[Line]:
    """Yield for everything that may tell the original how often it was named rightly, wrongly, or left unsure."""
    found = [one for pool, told in zip(pools, run.told, strict=False) for one in found_directions(pool, told)]
    judged = [one for one in found if not one.case.by_length]
    for telling in Telling:
        right = "" if telling in KNOWN else " (unsure is right)"
        yield _direction(telling.value + right, [one for one in judged if one.case.telling is telling], ours=True)
    yield _direction("all of these", judged, ours=True)
    yield _direction("length alone (not judged)", [one for one in found if one.case.by_length], ours=False)


def _direction(name: str, directions: Sequence[Direction], *, ours: bool) -> Line:
    rows: dict[str, Table] = {}
    for one in directions:
        row = rows.setdefault(one.case.base, np.zeros(4))
        row += [one.verdict == verdict for verdict in ("right", "wrong", "unsure")] + [True]
    figures = measure(np.array([rows[base] for base in sorted(rows)]), lambda sums: over(sums[:, :3], sums[:, 3:4]))
    right, wrong, unsure = figures
    return Line(name, {"right": right, "wrong": wrong, "unsure": unsure}, ours=ours)


def _misses(run: Run, pools: Sequence[Pool]) -> Iterator[str]:
    """Yield ids alone: what was told of pairs that is not right, and originals named wrongly or not at all."""
    for pool, told in zip(pools, run.told, strict=True):
        for (one, two), kind, right in wrong_pairs(pool, told):
            yield f"{pool.name}: {one} / {two}: told {kind}, right {' or '.join(sorted(right))}"
        for direction in found_directions(pool, told):
            if direction.verdict != "right":
                case = direction.case
                yield f"{pool.name}: {case.base} / {case.version}: original {direction.verdict} ({case.telling.value})"
