"""Modes: whether a clause says that a thing happened, will happen, may happen, is wanted, proposed or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.compare.clause_words import Word, read_words
from nutgraf.compare.synonyms import same_thing
from nutgraf.compare.verb_groups import Group, particle_of, read_groups
from nutgraf.compare.verbs import REPORTING, bare, governing_forms, irregular_past
from nutgraf.models.terms import content_stems

BE_THERE = "be there"
"""The verb of "is expected at the site" and "is due in Tarn"."""

_IF = frozenset("if unless whether should".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a clause with the way it is meant: offsets of the whole group ("is set to close"), `main` of its verb.

    `verb` is the stem that stands for its thing, with its particle ("call off"); `mode` is `did`, `will`, `may`,
    `wants`, `proposes`, `denies` or `states`; `passive` tells that what stands before it is what it is done to.
    """

    start: int
    end: int
    main: int
    verb: str
    mode: str
    negative: bool = False
    passive: bool = False


def read_deeds(text: str, start: int, end: int) -> tuple[Deed, ...]:
    """Return the verbs of `text[start:end]` with how each is meant, in their order.

    Verbs of saying and knowing are left out, and so is what stands after "if" or is only asked. "Would" after a verb of
    saying in the past is "will" ("said it would close"), else "may".
    """
    tokens = read_words(text, start, end)
    return tuple(
        Deed(
            tokens[group.first].start,
            tokens[group.verb].end if not particle_of(tokens, group.verb) else tokens[group.verb + 1].end,
            tokens[group.verb].start,
            verb,
            group.mode,
            group.negative,
            group.passive,
        )
        for group in read_groups(tokens)
        if (verb := _verb(tokens, group)) and not _only_if(tokens, group.first)
    )


def mode_of(text: str, start: int, end: int, attributed: tuple[int, int] | None = None) -> str:
    """Return how the main verb of a clause is meant; `attributed` is the place of the words that name its source.

    An act of denial anywhere in it is a denial; else the first verb outside relative clauses tells, `states` where none
    does.
    """
    if _DENIAL.search(text, start, end):
        return "denies"
    tokens = read_words(text, start, end)
    told = [
        group
        for group in read_groups(tokens)
        if not _only_reports(tokens, group)
        and not _only_if(tokens, group.first)
        and not (attributed and attributed[0] <= tokens[group.verb].start < attributed[1] and not _asks(tokens, group))
    ]
    main = [group for group in told if not _RELATIVE.search(text, start, tokens[group.first].start)] or told
    if not main:
        return "states"
    whole = [group for group in main if group.first == main[0].first]  # "planned to close" is both verbs
    if len(whole) == 1 and whole[0].mode in ("did", "states") and (asking := _asks(tokens, whole[0])):
        return asking
    return whole[-1].mode


_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|refut(?:es|ed)|disput(?:es|ed)|rule[sd]? out)\b")
_RELATIVE = re.compile(
    r"(?:, |\s)(?:who|which|whose|that|after|before|since|when|where|because|as)(?:\s[\w’'-]+){0,3}\s$"
)


def _only_reports(tokens: Sequence[Word], group: Group) -> bool:
    said = tokens[group.verb].plain in REPORTING and not particle_of(tokens, group.verb)
    return said and group.mode in ("did", "states")


def _asks(tokens: Sequence[Word], group: Group) -> str:
    """Return `wants` or `proposes` for a verb that wants a thing rather than a deed ("demanded an end to it")."""
    mode = "" if particle_of(tokens, group.verb) else governing_forms().get(tokens[group.verb].plain, "")
    return mode if mode in ("wants", "proposes") else ""


def _only_if(tokens: Sequence[Word], at: int) -> bool:
    """Tell whether a verb stands in a clause that "if" opens."""
    for back in range(at, max(-1, at - 12), -1):
        if back < at and tokens[back].plain in _IF and tokens[back + 1 : at]:
            return True
        if tokens[back].broken:
            return back > 0 and tokens[back].plain in _IF
    return False


def _verb(tokens: Sequence[Word], group: Group) -> str:
    """Return the stem that stands for a group's verb; nothing for a verb of saying or one that says too little."""
    plain = tokens[group.verb].plain
    particle = particle_of(tokens, group.verb)
    behind = tokens[group.verb + 1].plain if group.verb + 1 < len(tokens) else ""
    if group.mode == "will" and plain in ("expected", "due") and behind in ("at", "in"):
        return BE_THERE
    if plain in REPORTING and not particle:
        return ""
    if group.base == "" and plain.endswith("n't"):
        return ""
    base = group.base or irregular_past().get(plain, plain)
    stems = content_stems(base)
    if not stems:
        return f"{bare(base)} {particle}" if particle else ""
    return f"{same_thing(stems[0])} {particle}".strip()
