"""Corrections by hand: the list of them, and what one of them changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.terminal.lists import StoryRow, stories_list
from nutgraf.export.terminal.pieces import SHORT, grid, heading, indented, note, plural, stack, words
from nutgraf.records.correction import Correction, CorrectionKind

NO_CORRECTIONS = "No corrections yet: every story is as likeness made it. Merge two with: nutgraf merge STORY STORY"
COUNTS = "counts"
NAMED = 3
"""Articles named in one line."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction as it was kept, what it says in words, and whether it counts."""

    number: int
    kind: str
    articles: tuple[str, ...]
    beside: tuple[str, ...]
    by: str
    at: str
    note: str
    undoes: int | None
    day: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that was just made, and the stories that it touches, as they were and as they are.

    `along` is how many articles went with those that were named, since they carry the same text.
    """

    correction: CorrectionRow
    before: tuple[StoryRow, ...]
    after: tuple[StoryRow, ...]
    along: int = 0


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The corrections that came from another database, and how many were known here."""

    added: tuple[CorrectionRow, ...]
    known: int


def correction_row(
    correction: Correction,
    all_made: Sequence[Correction],
    titles: Mapping[str, str | None],
    undone_by: int | None,
    waiting: str,
) -> CorrectionRow:
    """Return a correction as a row; `titles` are those of the articles that it names."""
    state = f"undone by correction {undone_by}" if undone_by else f"waits: {waiting}" if waiting else COUNTS
    return CorrectionRow(
        correction.number,
        correction.kind.value,
        correction.articles,
        correction.beside,
        correction.by,
        correction.at,
        correction.note,
        correction.undoes,
        correction.day,
        _say(correction, {each.number: each for each in all_made}, titles),
        state,
    )


def _say(correction: Correction, made: Mapping[int, Correction], titles: Mapping[str, str | None]) -> str:
    """Return what was decided, in words."""
    if correction.undoes is not None:
        return f"undid correction {correction.undoes}: {_say(made[correction.undoes], made, titles)}"
    named = _articles(correction.articles, titles)
    story = _story(correction.beside, titles) if correction.beside else "one another"
    return {
        CorrectionKind.MERGE: f"merged {_story(correction.articles, titles)} with {story}",
        CorrectionKind.SPLIT: f"split {named} off {story}",
        CorrectionKind.MOVE: f"moved {named} to {story}",
        CorrectionKind.PIN: f"pinned {named} to {story}",
    }[correction.kind]


def _story(articles: Sequence[str], titles: Mapping[str, str | None]) -> str:
    return f"the story of {_article(articles[0], titles)} ({plural(len(articles), 'article')})"


def _articles(articles: Sequence[str], titles: Mapping[str, str | None]) -> str:
    listed = [_article(each, titles) for each in articles[:NAMED]]
    more = len(articles) - NAMED
    listed += [f"{more} more"] if more > 0 else []
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}"


def _article(article: str, titles: Mapping[str, str | None]) -> str:
    title = titles.get(article)
    return f"“{title}”" if title else f"article {article[:SHORT]}"


def corrections_list(rows: Sequence[CorrectionRow]) -> RenderableType:
    """Return the corrections in the order in which they were made: what, who, when, why, and whether it counts."""
    if not rows:
        return Text(NO_CORRECTIONS)
    table = grid(4, None)
    for row in rows:
        counts = row.state == COUNTS
        table.add_row(Text(str(row.number), style="cyan"), words(row.words, "bold" if counts else "dim"))
        table.add_row("", words(_told(row), "dim"))
        if not counts:
            table.add_row("", words(row.state, "yellow"))
    return table


def _told(row: CorrectionRow) -> str:
    return f"{row.by}, {row.day}" + (f": {row.note}" if row.note else "")


def change_page(change: Change) -> RenderableType:
    """Return what a correction did: the stories before and after, and how to take it back."""
    row = change.correction
    same = change.before == change.after
    return stack(
        words(f"Correction {row.number}: {row.by} {row.words}.", "bold"),
        note(row.note) if row.note else None,
        None if row.state == COUNTS else words(row.state, "yellow"),
        words(f"{plural(change.along, 'copy', 'copies')} of the same text went along.") if change.along else None,
        *(_stories("The stories before", change.before) if not same else ()),
        *_stories("The stories, which are as they were" if same else "The stories now", change.after),
        Text(),
        words(f"Take it back with: nutgraf undo {row.number}"),
    )


def _stories(title: str, rows: Sequence[StoryRow]) -> tuple[RenderableType, ...]:
    return (heading(title), indented(stories_list(rows)) if rows else note("none: its articles are in no story"))


def taken_in_page(taken: TakenIn) -> RenderableType:
    """Return what came in from another database."""
    told = f"{plural(len(taken.added), 'correction')} taken in, {taken.known} known already."
    return stack(words(told, "bold"), corrections_list(taken.added) if taken.added else None)
