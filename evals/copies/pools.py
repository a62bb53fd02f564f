"""Made articles in pools: for every edit the bases with one edited version each, and one pool that is like a day."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from evals.copies.bases import Base
from evals.copies.edits import Draft, draft_of
from evals.copies.heads import HOUSES, KNOWN, WIRE, Telling, draw_heads
from evals.copies.made import Made, make, relate
from evals.copies.specs import SPECS, Spec
from evals.copies.told import Pair, in_order
from nutgraf.text import stable_id

DAY_VERSIONS = 4
"""A base has up to so many versions in the pool that is like a day's news."""


@dataclass(frozen=True, slots=True)
class Case:
    """An edited version beside its base: what edit, what tells the original (`None`: nothing, *unsure* is right)."""

    base: str
    version: str
    spec: Spec
    telling: Telling
    right: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """Return what ought to be said of the pair."""
        return self.spec.kinds or self.right

    @property
    def by_length(self) -> bool:
        """Tell whether nothing but its length tells the original."""
        return self.telling is Telling.NOTHING and self.spec.shorter

    @property
    def original(self) -> str | None:
        """Return the id of the original where it can be known."""
        return self.base if self.telling in KNOWN or self.by_length else None


@dataclass(frozen=True, slots=True)
class Pool:
    """Articles that are looked at together, by id, and the cases among them."""

    name: str
    made: dict[str, Made]
    cases: tuple[Case, ...]
    gold: dict[Pair, frozenset[str]]
    """What is right for every two articles that share a sentence; of all others nothing is a copy."""


def spec_pools(bases: Sequence[Base]) -> Iterator[Pool]:
    """Yield two pools for every edit: each half of the bases is edited once, and once lends own reports."""
    first, second = bases[::2], bases[1::2]
    for spec in SPECS:
        for number, (edited, own) in enumerate(((first, second), (second, first))):
            yield _pool(f"{spec.name} {number}", edited, own, spec)


def _pool(name: str, edited: Sequence[Base], own: Sequence[Base], spec: Spec) -> Pool:
    made: dict[str, Made] = {}
    cases = []
    for base, other in zip(edited, own, strict=False):
        dice = random.Random(stable_id(name, base.id))
        telling = dice.choice(WIRE if spec.wire else tuple(Telling))
        original, version = _pair(base, draft_of(other), spec, telling, dice)
        made[original.article.id] = original
        if version is not None:
            made[version.article.id] = version
            cases.append(Case(base.id, version.article.id, spec, telling, relate(version, original)))
    gold = gold_pairs(made)
    if spec.furniture:  # strangers share the lines, too; by their number they would drown all other figures
        gold |= {pair: frozenset(("none", "partial")) for pair in combinations(sorted(made), 2) if pair not in gold}
        gold |= {in_order(case.base, case.version): frozenset(("none", "title", "quotes")) for case in cases}
    return Pool(name, made, tuple(cases), gold)


def _pair(base: Base, own: Draft, spec: Spec, telling: Telling, dice: random.Random) -> tuple[Made, Made | None]:
    first, second = draw_heads(telling, dice)
    if spec.furniture:
        line = dice.choice(HOUSES)
        first, second = replace(first, last_line=line), replace(second, last_line=line)
    original = make(base.id, draft_of(base), base.title, first)
    draft = spec.edit(draft_of(base), own, dice)
    kept = dice.random() < 0.5 if spec.title is None else spec.title
    title = base.title if kept else other_title(draft or ())
    identity = stable_id(base.id, spec.name)
    return original, make(identity, draft, title, second, wire=spec.wire) if draft else None


def other_title(draft: Draft) -> str:
    """Return the opening words of a text as a headline."""
    return " ".join(draft[0][0].words.split()[:9]).rstrip(".,;:") if draft else ""


def day_pool(bases: Sequence[Base]) -> Pool:
    """Return one pool: half of the bases have several versions, own reports are lent once, the rest stand alone.

    Only edits away from the line between near and partial enter, so that the groups are beyond doubt.
    """
    edited, own = bases[::2], list(bases[1::2])
    made: dict[str, Made] = {}
    cases = []
    dice = random.Random(stable_id("day"))
    for base in edited:
        first, _ = draw_heads(Telling.DAY, dice)
        made[base.id] = make(base.id, draft_of(base), base.title, first)
        for spec in dice.sample(SPECS, dice.randint(0, DAY_VERSIONS)):
            lent = own[-1] if own else None
            if lent is None:
                continue
            _, version = _pair(base, draft_of(lent), spec, Telling.DAY, dice)
            right = relate(version, made[base.id]) if version else frozenset(("near", "partial"))
            if version is None or right == {"near", "partial"}:
                continue
            own = own[:-1] if any(piece.base == lent.id for piece in version.sentences) else own
            made[version.article.id] = version
            cases.append(Case(base.id, version.article.id, spec, Telling.DAY, right))
    for base in own:
        made[base.id] = make(base.id, draft_of(base), base.title, draw_heads(Telling.DAY, dice)[0])
    return Pool("day", made, tuple(cases), gold_pairs(made))


def gold_pairs(made: dict[str, Made]) -> dict[Pair, frozenset[str]]:
    """Return what is right for every two articles that share a sentence."""
    homes: dict[str, set[str]] = {}
    for identity, one in made.items():
        for piece in one.sentences:
            homes.setdefault(piece.base, set()).add(identity)
    found = {pair for home in homes.values() for pair in combinations(sorted(home), 2)}
    return {(one, two): relate(made[one], made[two]) for one, two in sorted(found)}
