"""Whom a pronoun means by plain rules: the one person whom it fits in its sentence, else in the nearest one before."""

from __future__ import annotations

import re

from nutgraf.annotate.scene import SUBJECT_WITHIN, Scene, Seen, only_one
from nutgraf.records.annotation import EntityKind

RULE_LOOKS_BACK = 2
"""How many sentences before its own the rules look for somebody."""

_WHAT_HE = re.compile(r"\bwhat $")
_CALLED = re.compile(
    r"(?:he|she) (?:has |had )?(?:call(?:s|ed)|describ(?:es|ed)|term(?:s|ed)|label(?:s|led|ed)|sees|saw)\b"
)
_REPORTS = re.compile(r"(?:\bthat|\bsaid|\btold [^,.]{1,30})\s$")
_REPORTING = re.compile(r"\s(?:has |had )?(?:said|says|told|tells|added|wrote)\b")


def nearest_fitting(scene: Scene, index: int, position: int, gender: str) -> str | None:
    """Return the key of the one person a pronoun at a place can mean, or none where two remain."""
    before = [one for one in _people(scene, index, gender) if one.end <= position]
    if _somebody_else(scene, index, before, scene.sentences[index].start, position):
        return None
    if before:
        return only_one(before) or _speaker_first(scene, index, before, position)
    for back in range(1, RULE_LOOKS_BACK + 1):
        if index - back < 0 or scene.sentences[index].block - scene.sentences[index - back].block > 1:
            return None
        start = scene.sentences[index - back].start
        if _somebody_else(scene, index - back, [], start, start + SUBJECT_WITHIN):
            return None
        people = _people(scene, index - back, gender)
        if people:
            told = [one for one in people if scene.genders[one.key] == gender]
            return only_one(people) or only_one(told) or scene.subject_of(index - back, people)
    return None


def _people(scene: Scene, index: int, gender: str) -> list[Seen]:
    return [
        one
        for one in scene.seen[index]
        if one.key in scene.entities
        and one.sort != "guess"
        and one.kind is EntityKind.PERSON
        and scene.genders[one.key] in ("", gender)
        and not scene.is_quoted(one.start)
    ]


def _somebody_else(scene: Scene, index: int, named: list[Seen], start: int, end: int) -> bool:
    """Tell whether somebody undescribed elsewhere ("the official") stands here and nobody named before them."""
    return any(
        one.sort in ("unnamed", "kin")
        and start <= one.start < end
        and scene.text[one.start : one.start + 4].lower() == "the "
        and not any(other.start < one.start for other in named)
        and not scene.is_quoted(one.start)
        for one in scene.seen[index]
    )


def _speaker_first(scene: Scene, index: int, people: list[Seen], position: int) -> str | None:
    """Return the subject of "X told Y that he" and of "X … what he called": the first named."""
    first, before = people[0], scene.text[max(0, position - 45) : position]
    if _WHAT_HE.search(before) and _CALLED.match(scene.text, position):
        return scene.subject_of(index, people)
    if not _REPORTS.search(before):
        return None
    return first.key if _REPORTING.match(scene.text[first.end : first.end + 30]) else None
