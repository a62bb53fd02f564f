"""Timeline: what is said to have happened, or to be going to happen, on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nutgraf.compare.statements import Scene, Told
from nutgraf.records.annotation import Time, TimeKind
from nutgraf.records.comparison import TimelineEntry

_SHORTEST_DAY = 10


def build_timeline(told: Sequence[Told], groups: Sequence[Sequence[int]], scene: Scene) -> tuple[TimelineEntry, ...]:
    """Put every statement that names a day, month or year at its date; statements of one point on one date are one
    entry.
    """
    entries: dict[tuple[str, int], list[tuple[Told, Time]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for index in group:
            for time, value in told[index].times:
                if value and time.kind in {TimeKind.DATE, TimeKind.CLOCK, TimeKind.INTERVAL}:
                    entries[_day(value), number].append((told[index], time))
                    break
    found = [_entry(value, members, scene) for (value, _), members in entries.items()]
    return tuple(
        sorted(found, key=lambda entry: (entry.value, entry.words, entry.spans[0].article, entry.spans[0].start))
    )


def _day(value: str) -> str:
    return value if "/" in value else value[:_SHORTEST_DAY]


def _entry(value: str, members: Sequence[tuple[Told, Time]], scene: Scene) -> TimelineEntry:
    ordered = sorted(
        members, key=lambda one: (len(one[0].statement.words), one[0].statement.article, one[0].statement.span.start)
    )
    told, time = ordered[0]
    spans = tuple(
        sorted({one.statement.span for one, _ in ordered}, key=lambda s: (s != told.statement.span, s.article, s.start))
    )
    return TimelineEntry(
        value,
        scene.reason_of(told.statement.article, time),
        told.statement.words,
        spans,
        tuple(sorted({one.statement.outlet for one, _ in ordered})),
    )
