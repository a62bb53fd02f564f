"""Which articles tell one event, its phases and its four counts."""

from __future__ import annotations

from evals.alignment import Pair
from evals.exported import Export, ExportedStory
from evals.gold import Gold, GoldCounts
from evals.trials import Score, Trial, hit


def score_stories(gold: Gold, export: Export, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score the partition into stories (exact), chapters, and counts."""
    keys = {pair.article.id: pair.gold.key for pair in pairs if pair.article}
    groups = _groups([(pair.gold.key, pair.gold.story) for pair in pairs])
    told = {story.id: frozenset(keys.get(m.id, m.id) for m in story.articles) for story in export.stories}
    parts = [_partition(name, members, told) for name, members in sorted(groups.items())]
    counts = [trial for label in gold.counts for trial in _counts(label, groups, told, export)]
    return [
        Score("stories.partition", tuple(parts)),
        Score("stories.chapters", tuple(_chapters(export, pairs, keys))),
        Score("stories.counts", tuple(counts)),
    ]


def _groups(rows: list[tuple[str, str | None]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for key, story in rows:
        groups.setdefault(story or f"alone: {key}", set()).add(key)
    return {name: frozenset(members) for name, members in groups.items()}


def _partition(name: str, members: frozenset[str], told: dict[str, frozenset[str]]) -> Trial:
    """Return whether a story is told exactly; an article alone may also be in no story."""
    alone = len(members) == 1 and not any(members & others for others in told.values())
    nearest = max(sorted(told.values(), key=sorted), key=lambda others: len(others & members), default=frozenset())
    return hit(name, alone or members in told.values(), f"{name}: {sorted(nearest)}, not {sorted(members)}")


def _chapters(export: Export, pairs: tuple[Pair, ...], keys: dict[str, str]) -> list[Trial]:
    wanted = _groups([(p.gold.key, f"{p.gold.story}: {p.gold.chapter}") for p in pairs if p.gold.chapter])
    printed = [frozenset(keys.get(a, a) for a in c.articles) for story in export.stories for c in story.chapters]
    return [hit(name, members in printed, f"{name}: {sorted(members)}") for name, members in sorted(wanted.items())]


def _counts(
    label: GoldCounts, groups: dict[str, frozenset[str]], told: dict[str, frozenset[str]], export: Export
) -> list[Trial]:
    members = groups.get(label.story, frozenset())
    best = max(export.stories, key=lambda story: (len(told[story.id] & members), story.id), default=None)
    shown = best.counts if best and _meets(told, best, members) else None
    rows = [
        ("articles", shown and shown.articles, (label.articles,)),
        ("texts", shown and shown.texts, (label.texts,)),
        ("outlets", shown and shown.outlets, label.outlets),
        ("origins", shown and shown.origins, (label.origins,)),
    ]
    return [hit(label.story, got in right, f"{label.story}: {name} {got}, not {right}") for name, got, right in rows]


def _meets(told: dict[str, frozenset[str]], story: ExportedStory, members: frozenset[str]) -> bool:
    return bool(told[story.id] & members)
