"""The central event of a story: the planned thing that most accounts name, and the day on which they put it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.cluster.phases import FAMILIES, LEAD, events_in
from nutgraf.models.dates import MONTH_NAMES, day_of, read_day, read_days, read_monthday, read_monthdays
from nutgraf.records.annotation import Account, Time
from nutgraf.records.article import Article

LEAST_TEXTS = 2
"""Different texts that must put an event on one day before the day is believed."""

_NOUNS = {"meet": "meeting", "negotiation": "negotiations", "swearing": "swearing-in"}
"""What an event is called where its word in the table is no name for it."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """The event a story turns on: the family of words for it, what to call it, and its day where known."""

    words: tuple[str, ...]
    name: str
    day: date | None

    @property
    def told(self) -> str:
        """Return the event as a reader knows it ("the talks on 20 April")."""
        return f"the {self.name} on {tell_day(self.day)}" if self.day else f"the {self.name}"


def find_pivot(texts: Sequence[Account], year: int | None) -> Pivot | None:
    """Return the planned event that more than half of the texts name; of several, the one with a day most agree on."""
    named = _named(texts)
    dated: dict[tuple[str, ...], Counter[date]] = {family: Counter() for family in named}
    for text in texts:
        for family, day in set(_dated_events(text, named, year)):
            dated[family][day] += 1
    best: list[tuple[int, int, tuple[str, ...], date | None, str]] = []
    for family, counts in named.items():
        agreed = min(((-count, day) for day, count in dated[family].items() if count >= LEAST_TEXTS), default=None)
        count, on = agreed or (0, None)
        best.append((count, -counts.total(), family, on, _noun(counts)))
    if not best:
        return None
    _, _, words, when, name = min(best, key=lambda each: each[:3])
    return Pivot(words, name, when)


def tell_day(day: date | None) -> str:
    """Return a day as people say it, without its year."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}" if day else ""


def printed_days(article: Article, year: int | None) -> tuple[date, date] | None:
    """Return the first and the last day on which an article can have been printed, where its page tells."""
    value = article.published.value
    days = read_days(value)
    if days:
        return days
    one = read_monthday(value)
    several = (one, one) if one else read_monthdays(value)
    if year is None or several is None:
        return None
    low, high = day_of(year, *several[0]), day_of(year, *several[1])
    return (low, high) if low and high and low <= high else None


def named_days(text: Account, year: int | None) -> frozenset[date]:
    """Return the single days that a text names."""
    return frozenset(day for time in text.annotation.times if (day := _day(time, year)))


def story_year(texts: Sequence[Account]) -> int | None:
    """Return the year in which most texts of a story were printed or date what they tell; of two, the later."""
    years: Counter[int] = Counter()
    for text in texts:
        days = [read_days(text.article.published.value), *(read_days(time.value) for time in text.annotation.times)]
        years.update({found[1].year for found in days if found})
    return max(years, key=lambda each: (years[each], each), default=None)


def _named(texts: Sequence[Account]) -> dict[tuple[str, ...], Counter[str]]:
    """Return the families of events that most texts name in title or opening, with how many texts name each word."""
    found = [events_in(f"{text.article.title or ''} {text.article.text[:LEAD]}") for text in texts]
    named = {}
    for family in FAMILIES:
        inside = [events & set(family) for events in found]
        if sum(map(bool, inside)) * 2 > len(texts):
            named[family] = Counter(word for events in inside for word in sorted(events))
    return named


def _noun(counts: Counter[str]) -> str:
    """Return what to call the event: the word most texts print; a meeting only where they have no other."""
    word = min(counts, key=lambda each: (each in {"meet", "meeting"}, -counts[each], each))
    return _NOUNS.get(word, word)


def _dated_events(
    text: Account, named: Iterable[tuple[str, ...]], year: int | None
) -> Iterator[tuple[tuple[str, ...], date]]:
    """Yield each planned event of a text with each single day named in the same sentence."""
    words = text.article.text
    days = [(time, day) for time in text.annotation.times if (day := _day(time, year))]
    for sentence in text.annotation.sentences:
        inside = [day for time, day in days if sentence.start <= time.start < sentence.end]
        if inside:
            found = events_in(words[sentence.start : sentence.end])
            yield from ((family, day) for family in named if not found.isdisjoint(family) for day in inside)


def _day(time: Time, year: int | None) -> date | None:
    """Return the single day a time expression names; the story's year where only its year is missing."""
    day = read_day(time.value)
    first = time.recipe.split(" ")[0].split(":")
    if day is None and year is not None and first[0] == "monthday" and "/" not in first[1]:
        return day_of(year, int(first[1][:2]), int(first[1][3:5]))
    return day
