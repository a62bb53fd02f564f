"""How an article stands to a story: asked for by a person, worked out from the same ties that made the stories."""

from __future__ import annotations

from collections.abc import Collection

from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.joining import NEAR
from nutgraf.cluster.likeness import SHARES, WHOLE, liken
from nutgraf.cluster.seeds import FLOOR, GATHER, TOGETHER, mean_likeness
from nutgraf.cluster.shelf import Shelf, Text
from nutgraf.records.belonging import Belonging, Near, PartOfLikeness, StoryNear

SHOWN, OTHERS = 5, 3
"""Texts of the story and other stories that are told."""


def explain_belonging(shelf: Shelf, article: str, members: Collection[str]) -> Belonging | None:
    """Return how an article stands to the story of these members; `None` where it has no text among the stories."""
    key = shelf.text_of((article,)).get(article)
    if key is None:
        return None
    ties = shelf.ties((key,))
    own = shelf.texts((key,))[key]
    beside = sorted(set(shelf.text_of(members).values()) - {key})
    near = [_near(shelf, own.teller, text, set(members)) for text in shelf.texts(beside).values()]
    return Belonging(
        article=article,
        inside=article in members,
        copies=tuple(each for each in own.articles if each != article),
        near=tuple(sorted(near, key=lambda each: (-each.likeness, each.article))[:SHOWN]),
        texts=len(beside),
        mean=mean_likeness((key,), beside, ties) / WHOLE if beside else 0.0,
        others=_others(shelf, key, {key, *beside}),
        together=TOGETHER / WHOLE,
        gather=GATHER / WHOLE,
        put=NEAR / WHOLE,
        least=FLOOR / WHOLE,
    )


def _near(shelf: Shelf, teller: str, text: Text, members: set[str]) -> Near:
    likeness = liken(shelf.profile(teller), shelf.profile(text.teller))
    every = sum(SHARES[part] for part, _ in likeness.parts)
    parts = tuple(PartOfLikeness(part.value, value / WHOLE, SHARES[part] / every) for part, value in likeness.parts)
    speaker = text.teller if text.teller in members else next(each for each in text.articles if each in members)
    by_telling = likeness.timeless - sum(value for _, value in likeness.parts)
    by_time = likeness.whole - likeness.timeless
    return Near(speaker, likeness.whole / WHOLE, parts, by_telling / WHOLE, by_time / WHOLE)


def _others(shelf: Shelf, key: str, inside: Collection[str]) -> tuple[StoryNear, ...]:
    """Return the other stories that a text is tied to, the nearest first."""
    ties = shelf.ties((key,))
    groups = group_texts(shelf, {tie.other for tie in ties[key]}.difference(inside))
    found = [(group, mean_likeness((key,), [text.key for text in group], ties)) for group in groups]
    found.sort(key=lambda each: (-each[1], each[0][0].key))
    return tuple(StoryNear(group[0].teller, len(group), mean / WHOLE) for group, mean in found[:OTHERS])
