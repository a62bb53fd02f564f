"""Which article a text goes back to: by credits, by the trade of outlets, by time, by completeness, or unsure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from nutgraf.dedupe.credits import Facts, names_in_line

WHOLE, MORE = 0.95, 0.9
"""A text holds another whole and more: at least 95 % of that one stand in it, at most 90 % of it in that one."""

MOST_WEIGHED = 64
"""Articles of one text above which none of them is asked whether it holds all the others."""

Held = Callable[[], Mapping[tuple[str, str], float]]
"""Gives which share of the first article's words stands in the second; asked only where nothing else tells."""


class Verdict(NamedTuple):
    """The original among some articles (`None`: not known), the outlet that credits name as the maker, or the agency of
    which several pages carry the text, and why, in words that fit any number of articles.
    """

    original: str | None
    origin: str | None
    reason: str


def find_original(articles: Sequence[Facts], held: Held) -> Verdict:
    """Return the original among articles that carry one text, or a passage, by all that they tell together.

    Credits come first, then the trade of the outlets, then time, then completeness; the first that speaks decides, also
    where it says that nothing can be known.
    """
    articles = _spelled_out(sorted(articles, key=lambda facts: facts.article))
    for judge in (_by_credits, _by_trade, _by_time):
        verdict = judge(articles)
        if verdict is not None:
            return verdict
    return _by_completeness(articles, held) or Verdict(None, None, _why_not(articles))


def _spelled_out(articles: Sequence[Facts]) -> Sequence[Facts]:
    """Let an outlet that is named by its first words only ("Norland" for Norland News) be the one of that name."""
    keys = {key for one in articles for key in (one.home, one.named) if key}
    long = {short: key for short in keys for key in sorted(keys) if key.startswith(f"{short} ")}
    if not long:
        return articles
    return [replace(one, home=long.get(one.home, one.home), named=_other(one, long)) for one in articles]


def _other(one: Facts, long: Mapping[str, str]) -> str:
    """Return whom an article names, nobody where that is its own outlet by another name."""
    named = long.get(one.named, one.named)
    return "" if named == long.get(one.home, one.home) else named


def _by_credits(articles: Sequence[Facts]) -> Verdict | None:
    """Follow who names whom as the maker, to an outlet that names nobody."""
    homes = {one.home: one.outlet for one in articles if one.home}
    told = {one.named: one.named_outlet for one in sorted(articles, key=lambda one: len(one.named_outlet)) if one.named}
    lines = {line: [home for home in homes if names_in_line(line, home)] for one in articles for line in one.lines}
    passing: set[str] = set()
    for one in articles:
        named = {home for line in one.lines for home in lines[line]} | {one.named} - {""}
        if named - {one.home}:
            passing.add(one.home)
        told |= {home: homes[home] for home in named - {one.home} if home in homes}
    if not told:
        return None
    ends = sorted(told.keys() - passing)
    if not ends:
        return Verdict(None, None, "each of them names another's outlet as where the text was made")
    if len(ends) > 1:
        outlets = " and ".join(told[key] for key in ends)
        return Verdict(None, None, f"they name different outlets as where the text was made: {outlets}")
    outlet = told[ends[0]]
    own = [one for one in articles if one.home == ends[0]]
    if not own:
        return Verdict(None, outlet, f"{outlet} is named as where the text was made, and its own page was not read")
    first = _surely_first(own)
    if first is None:
        return Verdict(None, outlet, f"{outlet} is named as where the text was made, and several of its pages carry it")
    return Verdict(first.article, outlet, f"{outlet} is named as where the text was made, and this is its own page")


def _by_trade(articles: Sequence[Facts]) -> Verdict | None:
    """Take the one agency's page for the original, or the only page that is no aggregator's."""
    makers = [one for one in articles if not one.carries]
    if len(makers) == 1 and len(articles) > 1:
        return Verdict(makers[0].article, None, "every other stands on a page that only carries what others made")
    agencies = [one for one in makers if one.agency]
    if len({one.home for one in agencies}) != 1 or len(agencies) == len(articles):
        return None
    first = _surely_first(agencies)
    if first is None:
        return Verdict(
            None, agencies[0].outlet, f"{agencies[0].outlet} is an agency, and several of its pages carry it"
        )
    earlier = [one for one in makers if _before(one, first)]
    if earlier:
        return Verdict(None, None, f"{first.outlet} is an agency, but {earlier[0].outlet or 'another'} had it before")
    return Verdict(first.article, None, f"{first.outlet} is an agency, which makes texts for others")


def _by_time(articles: Sequence[Facts]) -> Verdict | None:
    makers = [one for one in articles if not one.carries]
    first = _surely_first(makers) if len(makers) > 1 else None
    if first is None:
        return None
    return Verdict(first.article, None, f"nobody names an origin, and it was published first ({first.told})")


def _by_completeness(articles: Sequence[Facts], held: Held) -> Verdict | None:
    """Take the one text that holds every other whole and more for the original: desks cut texts down."""
    if not 1 < len(articles) <= MOST_WEIGHED:
        return None
    shares = held()
    for one in articles:
        if all(other is one or _holds(one, other, shares) for other in articles):
            why = "nobody names an origin and no time speaks against it: it holds the other whole and more"
            return Verdict(one.article, None, why)
    return None


def _holds(one: Facts, other: Facts, held: Mapping[tuple[str, str], float]) -> bool:
    if not one.home or one.home == other.home or _before(other, one):
        return False
    return held.get((other.article, one.article), 0.0) >= WHOLE and held.get((one.article, other.article), 1.0) <= MORE


def _surely_first(articles: Sequence[Facts]) -> Facts | None:
    """Return the article that was surely published before every other one, also where it is the only one."""
    first = min(articles, key=lambda one: (one.last is None, one.last or 0.0, one.article))
    return first if all(other is first or _before(first, other) for other in articles) else None


def _before(one: Facts, other: Facts) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _why_not(articles: Sequence[Facts]) -> str:
    if any(one.first is None for one in articles):
        return "nobody names an origin, and the time of publication is not surely known of all"
    return "nobody names an origin, and the times of publication do not show which came first"
