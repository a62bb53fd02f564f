"""Corrections by hand, made on the groups that likeness gave, and told in the words of a membership."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from math import inf

from nutgraf.cluster.corrections import apply_corrections, touching
from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.likeness import WHOLE
from nutgraf.cluster.shelf import Shelf, Text
from nutgraf.records.correction import Correction, CorrectionKind

LEFT_ALONE = "stands alone: what was put with it by likeness was taken out by hand"

Group = tuple[str, ...]
"""The ids of a story's articles, sorted."""


def correct_groups(
    shelf: Shelf, keys: Collection[str], corrections: Sequence[Correction]
) -> tuple[list[Group], dict[str, str]]:
    """Return the stories that some texts are in, and what is to be told of each article that a person decided about.

    Stories that a correction names together with these are returned, too: they must be worked out with them. `keys` may
    hold articles that are gone: corrections may name them.
    """
    groups = _with_touched(shelf, keys, corrections)
    named = [tuple(sorted(article for text in group for article in text.articles)) for group in groups]
    copies = [text.articles for group in groups for text in group]
    corrected, moved = apply_corrections(named, corrections, _nearest(shelf, groups), copies)
    told = {article: tell_correction(correction, article) for article, correction in moved.items()}
    alone = {group[0]: LEFT_ALONE for group in corrected if len(group) == 1 and group not in named}
    return list(corrected), alone | told


def _with_touched(shelf: Shelf, keys: Collection[str], corrections: Sequence[Correction]) -> list[tuple[Text, ...]]:
    groups = group_texts(shelf, keys)
    while corrections:
        articles = {*keys, *(article for group in groups for text in group for article in text.articles)}
        beside = shelf.text_of(touching(corrections, articles) - articles)
        if not beside:
            break
        groups = group_texts(shelf, {*(text.key for group in groups for text in group), *beside.values()})
    return groups


def _nearest(shelf: Shelf, groups: Sequence[Sequence[Text]]) -> Callable[[str, Sequence[str]], float]:
    text_of: Mapping[str, str] = {article: text.key for group in groups for text in group for article in text.articles}

    def nearest(article: str, others: Sequence[str]) -> float:
        key, beside = text_of[article], {text_of[each] for each in others if each in text_of}
        if key in beside:
            return inf  # a copy is nearer than any likeness, which with what time adds passes the whole
        return max((tie.whole / WHOLE for tie in shelf.ties((key,))[key] if tie.other in beside), default=0.0)

    return nearest


def tell_correction(correction: Correction, article: str) -> str:
    """Say in plain words by whose decision an article is in its story."""
    who, when = correction.by, f"on {correction.day}" + (f" ({correction.note})" if correction.note else "")
    itself = article in correction.articles
    did = {
        CorrectionKind.MOVE: "moved it" if itself else "moved a copy of it, and copies stay together,",
        CorrectionKind.PIN: "pinned it" if itself else "pinned a copy of it, and copies stay together,",
        CorrectionKind.SPLIT: "split it off" if itself else "split off the account that is nearest to it",
        CorrectionKind.MERGE: "merged two stories into this one",
    }
    return f"put here by hand: {who} {did[correction.kind]} {when}"
