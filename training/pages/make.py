"""Make pages: `make_pages(kit, seed, count)` gives the same pages for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from training.pages.grammar import Node, read_frames, read_words
from training.pages.kit import Kit, Written
from training.pages.sheet import disturb
from training.pages.stock import read_stock
from training.pages.write import Writer

HERE = Path(__file__).parent
OUTLETS = HERE.parent / "outlets.tsv"
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
    return Kit(stories, talk, parts, read_words(HERE / "words"), _outlets()), frames


def _outlets() -> tuple[str, ...]:
    """The names in the table of outlets, agencies left out."""
    rows = (line.split("\t") for line in OUTLETS.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return tuple(sorted({row[0] for row in rows if row[5] != "agency"}))


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
