"""Alignment on gold mentions: do mentions of one event, by different outlets, lie in statements put into one point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from evals.annotation.chains import conll_figures
from evals.annotation.report import Figure, Line, Sheet, precision_recall_f1
from evals.bootstrap import measure as measure_rows
from evals.public_comparison import placed
from evals.public_comparison.ecbplus import join_topics, read_events
from evals.public_comparison.newswcl50 import read_topics, topics_read
from evals.public_comparison.placed import Compared, Placed, Tell, compare_all
from evals.stories.ecbplus import TEST

_SETTING = (
    "Mentions: of every two gold mentions of events in different texts of one story, those in statements of one point "
    "(told) and those of one chain (gold). Statements: of every two statements of different texts that hold a gold "
    "mention, those in one point and those that have an event in common. CoNLL F1 takes each mention's point for its "
    "chain. Intervals draw stories.",
    "How this differs from published event coreference: ours puts whole statements together, a statement mentions "
    "several events and lies in one point, so mentions of different events stand in one point by design and CoNLL F1 "
    "stays low. 'Sharing statements' is what points could reach at best. Published systems are given the mentions and "
    "cluster them; ours are given the texts, and the mentions only count.",
)
_ECB = (
    Line("same head lemma, gold mentions, by event (published)", {"CoNLL F1": 0.611}),
    Line("best with gold mentions (unverified)", {"CoNLL F1": 0.855}),
    Line("xCoRe, texts alone (published)", {"CoNLL F1": 0.424}),
)
_ECB_NOTE = (
    "Published: same head lemma and best as in the project's notes on its data (mean over test events; 'about 85 to "
    "86', not checked in a publication); xCoRe's model card (sapienzanlp/xcore-ecb), which finds the mentions itself."
)
_WCL = (Line("same lemma, all mentions, persons and places too (published)", {"CoNLL F1": 0.468}),)
_WCL_NOTE = (
    "Published with the set (summary_dataset_topics.csv), over entities too. Our texts have no titles: mentions there "
    "do not count. A chain may be a loose one: everything said of 'denuclearization' is one."
)


def measure_ecbplus(cache: Path) -> list[Sheet]:
    """Measure the test topics of ECB+: each event as a story, then both look-alike events of a topic as one."""
    stories = read_events(cache, TEST)
    events = compare_all("ecbplus-mentions", stories, cache)
    topics = compare_all("ecbplus-mentions", join_topics(stories), cache)
    notes = (*_SETTING, _ECB_NOTE)
    return [
        Sheet("ECB+ test, by event", f"topics 36-45, {_tell(events)}", story_lines(events, _ECB), notes),
        Sheet("ECB+ test, by topic", f"both look-alike events as one, {_tell(topics)}", story_lines(topics, ())),
    ]


def measure_newswcl50(cache: Path) -> list[Sheet]:
    """Measure the ten events of NewsWCL50, and those that no rule was written with an eye on."""
    stories = compare_all("newswcl50-mentions", read_topics(cache), cache)
    seen = topics_read()
    unread = [story for story in stories if story.name not in seen]
    ours, *others = story_lines(stories, _WCL)
    alone = Line(
        f"nutgraf, the {len(unread)} events that no rule was written on", _figures(unread, *_POINTS), ours=True
    )
    return [Sheet("NewsWCL50 events", _tell(stories), [ours, alone, *others], (*_SETTING, _WCL_NOTE))]


def _tell(stories: Sequence[Compared]) -> str:
    count = sum(len(story.mentions) for story in stories)
    outside, silent = (sum(getattr(story, name) for story in stories) for name in ("outside", "silent"))
    held = sum(len({one.statement for one in story.mentions}) for story in stories) - silent
    return (
        f"{len(stories)} stories, {count} mentions of events in {held} statements ({outside} more in lines that our "
        f"texts leave out, {silent} of them in no statement)"
    )


def _lemma(one: Placed) -> Hashable:
    return one.mention.lemma


_POINTS: tuple[Tell, Callable[[Placed], Hashable]] = (placed.in_one_point, lambda one: one.point)
_POINTS_AND_LEMMAS: tuple[Tell, Callable[[Placed], Hashable]] = (
    lambda story: placed.in_one_point(story) & placed.of_one_lemma(story),
    lambda one: (one.point, one.mention.lemma),
)


def story_lines(stories: Sequence[Compared], published: Sequence[Line]) -> list[Line]:
    """Return our line, what else can be made of our points, the floors, what points could reach, and the published."""
    return [
        Line("nutgraf", _figures(stories, *_POINTS), ours=True),
        Line("nutgraf, same lemma within a point", _figures(stories, *_POINTS_AND_LEMMAS)),
        Line("same head lemma, gold mentions (floor)", _figures(stories, placed.of_one_lemma, _lemma)),
        Line("the same, events mentioned once left out (floor)", {"CoNLL F1": _without_single(stories)}),
        Line("all in one point (floor)", _figures(stories, placed.all_together, lambda one: "all")),
        Line("sharing statements (at best)", _figures(stories, placed.of_sharing_statements)),
        *published,
    ]


def _without_single(stories: Sequence[Compared]) -> Figure:
    """Return CoNLL F1 of the same lemma over events that are mentioned twice at least, as most publications count."""
    sums = []
    for story in stories:
        chains = Counter(one.mention.chain for one in story.mentions)
        again = replace(story, mentions=tuple(one for one in story.mentions if chains[one.mention.chain] > 1))
        sums.append(placed.count_chains(again, [_lemma(one) for one in again.mentions]))
    return measure_rows(np.array(sums), conll_figures)[0]


def _figures(
    stories: Sequence[Compared], tell: Tell, key: Callable[[Placed], Hashable] | None = None
) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    told = [tell(story) for story in stories]
    for name, count in (("mentions", placed.count_mentions), ("statements", placed.count_statements)):
        rows = [count(story, one) for story, one in zip(stories, told, strict=True)]
        figures = measure_rows(np.array(rows, dtype=np.float64), precision_recall_f1)
        found |= {f"{name} {letter}": figure for letter, figure in zip(("P", "R", "F1"), figures, strict=True)}
    if key is not None:
        sums = [placed.count_chains(story, [key(one) for one in story.mentions]) for story in stories]
        found["CoNLL F1"] = measure_rows(np.array(sums), conll_figures)[0]
    return found
