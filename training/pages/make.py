"""Make pages: `make_pages(kit, seed, count)` gives the same pages for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from nutgraf.models.outlets import _tables
from training.pages.grammar import Node, read_frames, read_words
from training.pages.sheet import disturb
from training.pages.stock import read_stock
from training.pages.write import Kit, Writer, Written

HERE = Path(__file__).parent
_TALKING = ("reviews", "answers")


def read_kit(cache: Path) -> tuple[Kit, dict[str, tuple[Node, ...]]]:
    """Return what pages are made of, and the frames by name."""
    frames, parts = read_frames(HERE / "frames")
    stock = read_stock(cache)
    talk = tuple(
        " ".join(paragraph)
        for story in stock
        if story.genre in _TALKING
        for paragraph in story.paragraphs
        if 8 < len(" ".join(paragraph)) < 500
    )
    stories = tuple(story for story in stock if story.genre not in (*_TALKING, "email") and len(story.sentences) > 2)
    outlets = tuple(sorted({outlet.name for outlet in _tables()[0].values() if not outlet.agency}))
    return Kit(stories, talk, parts, read_words(HERE / "words"), outlets), frames


def make_pages(kit: Kit, frames: dict[str, tuple[Node, ...]], seed: int, count: int) -> Iterator[Written]:
    """Yield pages, the frames in turn, each page from a seed of its own."""
    names = sorted(frames)
    for number in range(count):
        name = names[number % len(names)]
        writer = Writer(kit, random.Random(f"{seed}/{name}/{number}"))
        writer.run(frames[name])
        writer.sheet.pieces = disturb(writer.sheet.pieces, writer.dice, writer.stray)
        text, marks = writer.sheet.finish(writer.settings.looks)
        yield Written(name, text, marks)
