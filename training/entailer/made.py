"""Pairs made from open news: each sentence beside itself edited, beside its neighbours, and beside a stranger.

What betrays an edit (a strange name, a clumsy "not") must not betray the relation: in half of the pairs that say the
same, or more, both sides carry one and the same edit.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from training.entailer.edits import (
    Edit,
    Marked,
    leave_words,
    mark,
    negate,
    say_in_part,
    say_otherwise,
    say_who,
    swap_day,
    swap_name,
    swap_number,
    turn_round,
)
from training.entailer.sets import Pair
from training.pages.stock import Story, read_stock

from nutgraf.annotate.article import annotate_article
from nutgraf.models.entailer import Relation
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import EntityKind
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.text import stable_id

GENRES = frozenset({"news", "interview", "bio", "voyage"})
SHORTEST, LONGEST = 6, 45
"""Words of a sentence that is used."""

SENTENCES = 60
"""Sentences of one story that are used at most: no one text may outweigh the others."""

NEAR = 2
"""Words outside the commonest that two sentences of one story must share to be of one matter."""

SAME, ENTAILS = frozenset({Relation.SAME}), frozenset({Relation.ENTAILS})
CONTRADICTS, RELATED = frozenset({Relation.CONTRADICTS}), frozenset({Relation.RELATED})
UNRELATED = frozenset({Relation.UNRELATED})
AGREES = frozenset({Relation.SAME, Relation.ENTAILS, Relation.RELATED})

TOLD_BY = 0.25
"""Share of sentences that are said to be told by somebody: who says a thing does not change what is said."""


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of one story."""

    key: str
    sentences: tuple[Marked, ...]


def read_told(cache: Path) -> list[Told]:
    """Return the sentences of every open text, with the names in them."""
    stories = [story for story in read_stock(cache) if story.genre in GENRES]
    return [told for number, story in enumerate(stories) if (told := _told(story, number)).sentences]


def make_pairs(told: Sequence[Told], dice: random.Random) -> list[Pair]:
    """Return the pairs of one round, drawn with dice."""
    names = _names(told)
    return [pair for place in range(len(told)) for pair in _of_story(told, place, names, dice)]


def _of_story(
    told: Sequence[Told], place: int, names: Mapping[EntityKind, Sequence[str]], dice: random.Random
) -> Iterator[Pair]:
    sentences = told[place].sentences
    for at, sentence in enumerate(sentences):
        edits: list[tuple[str, Edit]] = [
            ("number", swap_number), ("day", swap_day), ("negation", negate), ("contrary", turn_round),
            ("name", partial(_named, sentence, names)),
        ]  # fmt: skip
        yield from _edited(sentence.text, edits, dice)
        yield from _neighbours(sentences, at, dice)
        stranger = told[dice.randrange(len(told))]
        if stranger is not told[place]:
            yield _either(sentence.text, dice.choice(stranger.sentences).text, UNRELATED, "stranger", dice)


def _named(sentence: Marked, names: Mapping[EntityKind, Sequence[str]], text: str, dice: random.Random) -> str | None:
    """Swap a name of the sentence as it stands, or of what is left of it."""
    kept = tuple(name for name in sentence.names if sentence.text[name[0] : name[1]] in text)
    if text == sentence.text or not kept:
        return swap_name(sentence, names, dice) if text == sentence.text else None
    start, end, kind = dice.choice(kept)
    where = text.index(sentence.text[start:end])
    return swap_name(Marked(text, ((where, where + end - start, kind),)), names, dice)


def _edited(text: str, edits: Sequence[tuple[str, Edit]], dice: random.Random) -> Iterator[Pair]:
    """Yield a sentence beside what it is made: another thing, the same in other words, a part."""
    part, other = say_in_part(text, dice), say_otherwise(text, dice)
    base = text
    if dice.random() < 0.5:  # both sides carry one edit, and say the same
        kind, edit = dice.choice(edits)
        base = edit(text, dice) or text
        part, other = say_in_part(base, dice), say_otherwise(base, dice)
    if part:
        yield Pair(base, part, ENTAILS, "part")
        yield Pair(part, base, RELATED, "part")
        both = say_otherwise(part, dice)
        if both:
            yield Pair(base, both, ENTAILS, "part in other words")
    if other:
        yield _either(base, other, SAME, "other words", dice)
    elif dice.random() < 0.1:
        yield Pair(base, base, SAME, "itself")
    yield from _beside(base, dice)
    for kind, edit in dice.sample(list(edits), len(edits))[:2]:
        short = part if part and dice.random() < 0.4 else base
        short = (say_otherwise(short, dice) or short) if dice.random() < 0.3 else short
        made = edit(short, dice)
        if made and made != short:
            yield _either(_told_by(base, dice), _told_by(made, dice), CONTRADICTS, kind, dice)


def _beside(text: str, dice: random.Random) -> Iterator[Pair]:
    """Yield a sentence in two forms that leave out different things, or name who told it: they contradict nothing."""
    one, two = (_less(text, dice) for _ in range(2))
    if one != two:
        yield Pair(_told_by(one, dice), _told_by(two, dice), AGREES, "less of each")
    told = say_who(text, dice)
    if told:
        yield _either(text, told, AGREES, "who told it", dice)


def _less(text: str, dice: random.Random) -> str:
    for edit in dice.sample([say_in_part, leave_words, leave_words, say_otherwise], 2):
        text = edit(text, dice) or text
    return text


def _told_by(text: str, dice: random.Random) -> str:
    return (say_who(text, dice) or text) if dice.random() < TOLD_BY else text


def _neighbours(sentences: Sequence[Marked], at: int, dice: random.Random) -> Iterator[Pair]:
    own = set(content_stems(sentences[at].text))
    near = [one for one in sentences[at + 1 :] if len(own & set(content_stems(one.text))) >= NEAR]
    if near:
        yield _either(sentences[at].text, dice.choice(near).text, RELATED, "neighbour", dice)


def _either(one: str, two: str, possible: frozenset[Relation], kind: str, dice: random.Random) -> Pair:
    return Pair(one, two, possible, kind) if dice.random() < 0.5 else Pair(two, one, possible, kind)


def _told(story: Story, number: int) -> Told:
    text = "\n\n".join(" ".join(paragraph) for paragraph in story.paragraphs)
    article = _article(text, story.title, number)
    annotation = annotate_article(article)
    found = [
        mark(text, sentence, annotation)
        for sentence in annotation.sentences
        if SHORTEST <= len(text[sentence.start : sentence.end].split()) <= LONGEST
    ]
    return Told(str(number), tuple(found[:SENTENCES]))


def _article(text: str, title: str, number: int) -> Article:
    blocks: list[Block] = []
    for paragraph in text.split("\n\n"):
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block(start, start + len(paragraph), Role.BODY))
    name = f"story{number}"
    return Article(
        id=name, version=stable_id(text), page=name, place=0, kind=ArticleKind.ARTICLE, address=None, path=None,
        title=title or None, byline=None, dateline=None, carrier=None, origin=None,
        published=Published(None, "not told", Sure.UNSURE), language="en", text=text, blocks=tuple(blocks),
        anchors=(), asides=(), completeness=1.0, partial=None, made_by="training",
    )  # fmt: skip


def _names(told: Sequence[Told]) -> dict[EntityKind, list[str]]:
    names: dict[EntityKind, set[str]] = {}
    for one in told:
        for sentence in one.sentences:
            for start, end, kind in sentence.names:
                names.setdefault(kind, set()).add(sentence.text[start:end])
    return {kind: sorted(several) for kind, several in sorted(names.items())}
