"""The central event of a story: the planned thing that most accounts name, and the day on which they put it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.cluster.phases import LEAD, planned_words
from nutgraf.models.dates import MONTH_NAMES, day_of, read_day, read_days, read_monthday, read_monthdays
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, Time
from nutgraf.records.article import Article

LEAST_TEXTS = 2
"""Different texts that must put an event on one day before the day is believed."""

_NOUNS = {"talk": "talks", "meet": "meeting", "negotiation": "negotiations", "swearing": "swearing-in"}
"""What an event is called where its first word in the table is no name for it."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """The event a story turns on: all the words for it, what to call it, its own stems, and its day where known."""

    words: tuple[str, ...]
    name: str
    stems: tuple[str, ...]
    day: date | None

    @property
    def told(self) -> str:
        """Return the event as a reader knows it ("the talks on 20 April")."""
        return f"the {self.name} on {tell_day(self.day)}" if self.day else f"the {self.name}"


def find_pivot(texts: Sequence[Account], year: int | None) -> Pivot | None:
    """Return the planned event that more than half of the texts name; of several, the one with a day most agree on."""
    stems = _named_stems(texts)
    if not stems:
        return None
    table = planned_words()
    words = tuple(sorted(word for stem in stems for word in table[stem]))
    dated: Counter[tuple[str, date]] = Counter()
    for text in texts:
        dated.update(set(_dated_events(text, stems, year)))
    best = sorted(dated, key=lambda pair: (-dated[pair], pair[1], stems.index(pair[0])))
    if not best or dated[best[0]] < LEAST_TEXTS:
        return Pivot(words, _noun(stems), stems, None)
    day = best[0][1]
    there = tuple(stem for stem in stems if dated[stem, day] >= LEAST_TEXTS)
    return Pivot(words, _noun(there), there, day)


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


def story_year(texts: Sequence[Account]) -> int | None:
    """Return the year in which most texts of a story were printed or date what they tell; of two, the later."""
    years: Counter[int] = Counter()
    for text in texts:
        days = [read_days(text.article.published.value), *(read_days(time.value) for time in text.annotation.times)]
        years.update({found[1].year for found in days if found})
    return max(years, key=lambda each: (years[each], each), default=None)


def _named_stems(texts: Sequence[Account]) -> tuple[str, ...]:
    """Return the stems of the planned events that most texts name in title or opening, at most three."""
    named: Counter[str] = Counter()
    for text in texts:
        opening = f"{text.article.title or ''} {text.article.text[:LEAD]}"
        named.update(set(content_stems(opening)) & planned_words().keys())
    best = sorted((stem for stem in named if named[stem] * 2 > len(texts)), key=lambda stem: (-named[stem], stem))
    return tuple(best[:3])


def _noun(stems: Sequence[str]) -> str:
    """Return what to call the event: a meeting only where no other word says what is met for."""
    stem = min(stems, key=lambda each: ("meet" in planned_words()[each], stems.index(each)))
    words = planned_words()[stem]
    return next((_NOUNS[word] for word in words if word in _NOUNS), words[0])


def _dated_events(text: Account, stems: tuple[str, ...], year: int | None) -> Iterator[tuple[str, date]]:
    """Yield each planned event of a text with each single day named in the same sentence."""
    words = text.article.text
    days = [(time, day) for time in text.annotation.times if (day := _day(time, year))]
    for sentence in text.annotation.sentences:
        inside = [day for time, day in days if sentence.start <= time.start < sentence.end]
        if inside:
            found = set(content_stems(words[sentence.start : sentence.end]))
            yield from ((stem, day) for stem in stems if stem in found for day in inside)


def _day(time: Time, year: int | None) -> date | None:
    """Return the single day a time expression names; the story's year where only its year is missing."""
    day = read_day(time.value)
    first = time.recipe.split(" ")[0].split(":")
    if day is None and year is not None and first[0] == "monthday" and "/" not in first[1]:
        return day_of(year, int(first[1][:2]), int(first[1][3:5]))
    return day
