"""Stories cut to what a page needs: titles, decks, fragments for subheads, scenes for captions, paragraphs.

Every cut is truthful: words are left out at the ends, never changed inside.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from training.pages.stock import Story

_SMALL = frozenset(
    "a an the of to in on at for and or but with by from as is are was were be been has have had that which who its "
    "his her their this these those it he she they not than into over after before about said says would will".split()
)
_PARTS = re.compile(r"[,;:()“”\"–—]|\s-\s")
_LONGEST_HEAD = 6


@dataclass(slots=True)
class Tale:
    """One story while it is poured: `told` counts the sentences that entries have used up."""

    story: Story
    author: str
    origin: str
    place: str
    title: str
    told: int = 0
    spare: tuple[str, ...] = ()

    def take(self, dice: random.Random, least: int, most: int) -> list[str]:
        """Return the next sentences of a running story, from the start again when it is used up."""
        sentences = self.story.sentences
        if self.told >= len(sentences):
            self.told = 0
        count = dice.randint(least, most)
        taken = list(sentences[self.told : self.told + count])
        self.told += count
        return taken


def part_spare(story: Story, dice: random.Random) -> tuple[Story, tuple[str, ...]]:
    """Return the story without some of its sentences, and these: for decks, captions, lists, so that none repeats."""
    sentences = story.sentences
    count = min(12, len(sentences) // 3)
    if count < 2:
        return story, sentences[1:] or sentences
    held = set(dice.sample(range(1, len(sentences)), count))
    kept: list[tuple[str, ...]] = []
    at = 0
    for paragraph in story.paragraphs:
        rest = tuple(s for number, s in enumerate(paragraph, start=at) if number not in held)
        at += len(paragraph)
        kept.extend([rest] if rest else [])
    return Story(story.title, tuple(kept), story.genre), tuple(sentences[number] for number in sorted(held))


def make_title(story: Story, dice: random.Random) -> str:
    """Return a story's title, or a cut of its first sentences where it has none."""
    if story.title and story.genre in ("news", "interview", "bio", "voyage"):
        return story.title
    return fragment(story.sentences[:6] or story.sentences, dice, longest=11)


def fragment(sentences: tuple[str, ...] | list[str], dice: random.Random, longest: int = _LONGEST_HEAD) -> str:
    """Return a few words in a row out of one of the sentences, small words left out at the ends."""
    for _ in range(12):
        parts = [part for part in _PARTS.split(dice.choice(sentences)) if len(part.split()) >= 2]
        if not parts:
            continue
        words = dice.choice(parts).split()
        start = dice.randint(0, max(0, len(words) - 3))
        words = words[start : start + dice.randint(2, longest)]
        while words and words[0].lower() in _SMALL:
            words.pop(0)
        while words and words[-1].lower().strip(".") in _SMALL:
            words.pop()
        cut = " ".join(words).strip(" .,;:'")
        if len(words) >= 2 and cut[:1].isalpha():
            return cut[0].upper() + cut[1:]
    return " ".join(sentences[0].split()[:4]).strip(" .,")


def scene(sentences: tuple[str, ...], dice: random.Random) -> str:
    """Return what may stand under a picture: a short sentence, or the beginning of one."""
    short = [s for s in sentences if 30 <= len(s) <= 190 and s[0].isupper()] or list(sentences)
    words = dice.choice(short)
    if dice.random() < 0.35 and "," in words[30:]:
        words = words[: 30 + words[30:].index(",")] + "."
    return words.rstrip(".") if dice.random() < 0.15 else words


def deck(sentences: tuple[str, ...], dice: random.Random) -> str:
    """Return one of the sentences, without its full stop now and then."""
    rest = [s for s in sentences if 30 <= len(s) <= 210] or list(sentences)
    words = dice.choice(rest)
    return words.rstrip(".") if dice.random() < 0.3 else words


def summary(tale: Tale, dice: random.Random) -> str:
    """Return a teaser's line or two: the first sentence, cut short with dots or not."""
    story = tale.story
    first = story.sentences[0]
    turn = dice.random()
    if turn < 0.3:
        return deck(tale.spare, dice)
    if turn < 0.5 and len(first) > 90:
        cut = first[: dice.randint(60, min(len(first) - 5, 170))].rsplit(" ", 1)[0]
        return cut.rstrip(" ,.") + dice.choice(("…", "...", " …", " [...]", "… "))
    if turn < 0.62 and len(story.sentences) > 2:
        return " ".join(story.sentences[: dice.choice((2, 2, 2, 3))])
    return first


def paragraphs(story: Story, dice: random.Random, least: int, most: int) -> list[str]:
    """Return some paragraphs of a story from its beginning, cut as papers cut: one to three sentences each."""
    wanted = dice.randint(least, most)
    size = dice.choice((1, 1, 2, 2, 3))
    found: list[str] = []
    for paragraph in story.paragraphs:
        at = 0
        while at < len(paragraph):
            count = dice.randint(1, size)
            found.append(" ".join(paragraph[at : at + count]))
            at += count
    if len(found) < wanted and size > 1:
        found = list(story.sentences)
    kept = found[:wanted]
    return [words for words in kept if len(words) > 8] or kept


def title_case(words: str) -> str:
    """Return a title with capitals as many papers print it."""
    parts = words.split()
    return " ".join(
        part if at and part.lower() in _SMALL else part[:1].upper() + part[1:] for at, part in enumerate(parts)
    )
