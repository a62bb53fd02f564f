"""Why an article is in a story, for a person who doubts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.terminal.pieces import SHORT, grid, heading, note, plural, stack, words
from nutgraf.records.belonging import Belonging, Near

_PART_WORDS = {
    "words": "words, the rarer the more",
    "people": "the same people",
    "places": "the same places",
    "opening": "words of title and opening",
    "numbers": "the same numbers",
    "named": "what each opening names",
    "meaning": "like meaning of the openings",
}
_BAR = 20
"""Signs of a whole bar."""

_LEAST = 0.005
"""Less would be told as 0.00."""


@dataclass(frozen=True, slots=True)
class BelongingView:
    """How an article stands to a story, with the words for all that it names: articles by id, stories by an article."""

    story: str
    headline: str
    why: str
    belonging: Belonging
    labels: Mapping[str, str]
    stories: Mapping[str, tuple[str, str]]


def belonging_page(view: BelongingView) -> RenderableType:
    """Return the reason, the nearest texts with what makes up their likeness, other stories near by, and the rule."""
    told = view.belonging
    stands = "is in" if told.inside else "is not in"
    return stack(
        words(view.labels[told.article], "bold"),
        note(f"{told.article[:SHORT]} {stands} the story {view.story[:SHORT]}: {view.headline}", 0),
        *([words(view.why)] if view.why else []),
        *(
            [note(f"its text is also carried by {_listed(view, told.copies)}, and counts once", 0)]
            if told.copies
            else []
        ),
        heading("nearest in this story"),
        *_nearest(view),
        heading("other stories near by"),
        *_others(view),
        heading("how that is decided"),
        note(_rule(told), 0),
    )


def _nearest(view: BelongingView) -> list[RenderableType]:
    if not view.belonging.near:
        return [note("This story has no other text to compare it with.")]
    parts: list[RenderableType] = []
    for near in view.belonging.near:
        parts += [words(f"{near.likeness:.2f}  {view.labels[near.article]}  {near.article[:SHORT]}"), _parts(near)]
    count = view.belonging.texts
    parts.append(Text(f"{view.belonging.mean:.2f}  mean over {plural(count, 'other text')} of the story"))
    return parts


def _parts(near: Near) -> RenderableType:
    table = grid(4, 5, _BAR + 1, None)
    for part in sorted(near.parts, key=lambda each: (-each.value, each.name)):
        if part.value >= _LEAST:
            filled = round(_BAR * part.value / part.most) if part.most else 0
            table.add_row("", f"{part.value:.2f}", "▪" * filled + "·" * (_BAR - filled), Text(_PART_WORDS[part.name]))
    for value, more, less in (
        (near.by_telling, "a day in common", "other days, another time or number"),
        (near.by_time, "printed at about one time", "printed days apart"),
    ):
        if abs(value) >= _LEAST:
            table.add_row("", f"{value:+.2f}", "", Text(more if value > 0 else less))
    return table


def _others(view: BelongingView) -> list[RenderableType]:
    if not view.belonging.others:
        return [note("No other story shares enough with it to be named.")]
    rows: list[RenderableType] = []
    for other in view.belonging.others:
        story, headline = view.stories[other.article]
        rows.append(words(f"{other.mean:.2f}  {story[:SHORT]}  {headline} ({plural(other.texts, 'text')})"))
    return rows


def _listed(view: BelongingView, articles: tuple[str, ...]) -> str:
    return "; ".join(view.labels[article] for article in articles)


def _rule(told: Belonging) -> str:
    return (
        "Likeness runs from 0 to about 1. Two groups of texts are one story from the start where the mean likeness "
        f"between them is at least {told.together:.2f}. Groups of few texts gather at {told.gather:.2f}. A group of at "
        f"most four is put to the nearest larger one at {told.put:.2f}; a short text goes to the text that holds its "
        "words, a text told in its own manner to the story whose common words it holds. In a mean no text counts less "
        f"than {told.least:.2f}. Decide otherwise by hand with: nutgraf move, split, merge, pin."
    )
