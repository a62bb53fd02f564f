"""Stories corrected: the decision is kept, every record is brought up to date, and what changed is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nutgraf.cluster.corrections import waits
from nutgraf.desk import story_row
from nutgraf.errors import NotFound, NutgrafError
from nutgraf.export.terminal.corrections import Change, CorrectionRow, TakenIn, correction_row
from nutgraf.export.terminal.lists import StoryRow
from nutgraf.pipeline import ReadReport
from nutgraf.records.correction import Correction, CorrectionKind, undone
from nutgraf.store.archive import Archive

Renew = Callable[[], ReadReport]
"""Brings every record of the archive up to date."""


def correct_stories(archive: Archive, decision: Correction, renew: Renew, before: Archive) -> Change:
    """Keep a correction, tell the stories anew, and return those that it touches as they were and as they are.

    `before` is the same archive open for reading, in a snapshot: it goes on showing what was.
    """
    touched = _touched(archive, decision)
    were = _homes(before, touched)
    with archive.transaction("correct"):
        kept = archive.corrections.add(decision)
    _renew(renew, f"Correction {kept.number} is kept")
    row = next(row for row in correction_rows(archive) if row.number == kept.number)
    are = _homes(archive, {*touched, *were})
    were = _homes(before, are)
    return Change(row, _rows(before, were), _rows(archive, are), _went_along(decision, were, are))


def take_in(archive: Archive, corrections: Sequence[Correction], renew: Renew) -> TakenIn:
    """Keep the corrections of another database that are not in this one, and tell the stories anew."""
    with archive.transaction("correct"):
        added = archive.corrections.add_missing(corrections)
    _renew(renew, "The corrections are kept")
    numbers = {each.number for each in added}
    rows = tuple(row for row in correction_rows(archive) if row.number in numbers)
    return TakenIn(rows, len(corrections) - len(added))


def correction_rows(archive: Archive) -> list[CorrectionRow]:
    """Return every correction in words, with whether it counts."""
    corrections = archive.corrections.all()
    gone = undone(corrections)
    named = {article for each in corrections for article in (*each.articles, *each.beside)}
    there = {article for article in named if archive.stories.of_article(article)}
    titles = {article: _title(archive, article) for article in named}
    return [
        correction_row(each, corrections, titles, gone.get(each.number), waits(each, there)) for each in corrections
    ]


def _renew(renew: Renew, kept: str) -> None:
    broken = [entry for entry in renew().set_aside if entry.stage in ("dedupe", "cluster")]
    if broken:
        raise NutgrafError(
            f"{kept}, but the stories could not be told anew and are as they were: {broken[0].reason}. "
            "The next reading tries again."
        )


def _touched(archive: Archive, decision: Correction) -> tuple[str, ...]:
    """Return the articles that a decision is about; those of an undo are those of what it undoes."""
    while decision.undoes is not None:
        decision = archive.corrections.get(decision.undoes)
    return (*decision.articles, *decision.beside)


def _homes(archive: Archive, articles: Iterable[str]) -> dict[str, str]:
    """Return the members of the stories that hold these articles, each with its story."""
    ids = {story for article in articles for story in archive.stories.of_article(article)}
    return {member.article: story for story in ids for member in archive.stories.get(story).members}


def _rows(archive: Archive, homes: dict[str, str]) -> tuple[StoryRow, ...]:
    rows = (story_row(archive, archive.stories.get(story)) for story in set(homes.values()))
    return tuple(sorted(rows, key=lambda row: (-row.articles, row.id)))


def _went_along(decision: Correction, were: dict[str, str], are: dict[str, str]) -> int:
    """Count the articles that left their story with those that a decision takes away: copies of their texts."""
    if decision.kind not in (CorrectionKind.MOVE, CorrectionKind.SPLIT):
        return 0
    left, came = ({homes[each] for each in decision.articles if each in homes} for homes in (were, are))
    return sum(were[each] in left and are.get(each) in came for each in were) - len(decision.articles)


def _title(archive: Archive, article: str) -> str | None:
    """Return an article's title; none where it has none, or is not in this archive."""
    try:
        return archive.articles.get(article).title
    except NotFound:
        return None
