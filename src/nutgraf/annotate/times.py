"""Time expressions of an article, resolved against its day of publication where that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.annotate.expressions import find_expressions
from nutgraf.annotate.moments import Expression
from nutgraf.annotate.tenses import tell_direction
from nutgraf.models.dates import Reading, fixed_reading, read_days, resolve_recipe
from nutgraf.models.leaning import lean_times
from nutgraf.models.tagger import Tag
from nutgraf.records.annotation import Sentence, Time, TimeKind
from nutgraf.records.article import Article, Sure

_LEAD = re.compile(
    r"\b(?:at|by|from|until|till|to|around|about|after|before|since|between|and|shortly|exactly|past|is|was|for|for a"
    r"|begins?|starts?|opens?|closes?|ends?|began|started)\s(?:exactly\s|about\s|around\s|shortly\s)?\Z",
    re.I,
)
"""Words that put an hour into a sentence; one without them is a stamp, a score, a length of film."""

UNREAD = 60
"""How sure the tagger must be of a time that no rule reads, in hundredths: most of these are times (GUM dev)."""

_END_OF_DAY = re.compile(r"\b(?:by|until|till|before)\s\Z", re.I)
"""Before "midnight": the end of a day and not its beginning, so that it leans on none."""


def annotate_times(
    article: Article, sentences: Sequence[Sentence], tags: Sequence[Sequence[Tag]] = ()
) -> tuple[Time, ...]:
    """Mark every time expression of an article and resolve it to a date, an interval or a length.

    Weekdays and dates without a year are counted from `article.published` by the tense of their clause; without a full
    publication date their value stays `None` and the recipe (grammar: models/dates.py) is kept for the calendar. Of
    `tags`, the tagger's of each sentence, times that no rule reads are kept as they stand, without a value.
    """
    times: list[Time] = []
    for number, sentence in enumerate(sentences):
        words = article.text[sentence.start : sentence.end]
        before: Expression | None = None
        for expression in find_expressions(words):
            recipe = _directed(words, expression, before)
            before = replace(expression, recipe=recipe)
            times.append(_time(words, sentence.start, before, article))
        for start, end in _unread(tags[number] if tags else (), sentence, times):
            expression = Expression(start, end, TimeKind.DATE, "unread")
            times.append(_time(words, sentence.start, expression, article))
    return _leaned(article, sentences, sorted(times, key=lambda time: (time.start, time.end)))


def _unread(tags: Sequence[Tag], sentence: Sentence, times: Sequence[Time]) -> list[tuple[int, int]]:
    """Return where the tagger marks a time in a sentence, counted from its beginning, and no rule read one."""
    read = [(time.start - sentence.start, time.end - sentence.start) for time in times]
    return [
        (tag.start, tag.end)
        for tag in tags
        if tag.head == "time"
        and tag.sure >= UNREAD
        and not any(start < tag.end and tag.start < end for start, end in read)
    ]


def _leads(words: str, expression: Expression) -> bool:
    before = words[max(0, expression.start - 20) : expression.start]
    midnight = expression.recipe == "clock:00:00" and _END_OF_DAY.search(before)
    return bool(_LEAD.search(before)) and not midnight


def _in_quote(words: str, place: int) -> bool:
    before = words[:place]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _leaned(article: Article, sentences: Sequence[Sentence], times: list[Time]) -> tuple[Time, ...]:
    """Give times that lean on another time of the text their day."""
    days = read_days(article.published.value)
    published = days[1] if days else None
    for lean in lean_times(
        article.text, sentences, times, {number: one.value for number, one in enumerate(times)}, published
    ):
        time, on = times[lean.index], times[lean.on]
        printed, other = article.text[time.start : time.end], article.text[on.start : on.end]
        how = f"'{printed}' is {lean.value}, counted from '{other}', which its text names before it"
        times[lean.index] = replace(time, value=lean.value, how=how, sure=Sure.LIKELY)
    return tuple(times)


_ALTERNATIVE = re.compile(r"\s(?:and|or)\s(?:on\s)?\Z")
_SIDED = re.compile(r"weekday:[A-Z]{3}:(last|next)\b")


def _directed(words: str, expression: Expression, before: Expression | None) -> str:
    """Return the recipe with its direction: by its tense, or that of the weekday beside it ("on Monday or Tuesday")."""
    recipe = expression.recipe
    if ":?" in recipe:
        beside = _SIDED.match(before.recipe) if before and recipe.startswith("weekday:") else None
        if beside and before and _ALTERNATIVE.match(words[before.end : expression.start]):
            return recipe.replace(":?", f":{beside[1]}", 1)
        return recipe.replace(":?", ":" + tell_direction(words, expression.start, expression.end), 1)
    if recipe.startswith("clock:") and _leads(words, expression):
        recipe += f" side:{tell_direction(words, expression.start, expression.end)}"
    return recipe


def _time(words: str, offset: int, expression: Expression, article: Article) -> Time:
    recipe = expression.recipe
    if recipe.startswith(("offset:day:", "clock:")) and _in_quote(words, expression.start):
        recipe += " in:quote"
    printed = words[expression.start : expression.end]
    reading = _read(recipe, article)
    return Time(
        start=offset + expression.start,
        end=offset + expression.end,
        kind=expression.kind,
        value=reading.value,
        recipe=recipe,
        how=f"'{printed}' is {reading.how}" if reading.value else f"'{printed}': {reading.how}",
        sure=reading.sure,
    )


def _read(recipe: str, article: Article) -> Reading:
    if recipe.startswith("either:"):
        first, second = recipe.split(":")[1:3]
        return Reading(None, f"{first} where months are printed first, {second} where days are", Sure.UNSURE)
    fixed = fixed_reading(recipe)
    if fixed is not None:
        return fixed
    days = read_days(article.published.value)
    if days is None:
        return Reading(None, "the text was published on a day that is not known", Sure.UNSURE)
    first_reading, second_reading = resolve_recipe(recipe, days[0]), resolve_recipe(recipe, days[1])
    if first_reading.value == second_reading.value:
        sure = first_reading.sure
        if sure is Sure.SURE and article.published.sure is not Sure.SURE:
            sure = Sure.LIKELY
        return Reading(first_reading.value, first_reading.how, sure)
    return Reading(
        None,
        f"{first_reading.value} if published on {days[0]}, {second_reading.value} if published on {days[1]}",
        Sure.UNSURE,
    )
