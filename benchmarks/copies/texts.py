"""Short articles by the hundred thousand, made by program: about one in twenty is a copy of one before it.

Their sentences are those of articles-12k with every fifth word drawn anew from the set's words, so that lengths and
words are those of news and yet no two strangers share a passage. They are written into the cache and never leave it.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.copies.wording import touch

SOURCE = "articles-12k/articles.jsonl"
SEED = 20250815
COPIES = 0.05
BODY_WORDS, HEADLINE_WORDS, DRAWN = 120, 9, 5

_SENTENCE = re.compile(r"[A-Z][^.!?\n]{30,300}[.!?](?=\s)")


class NotHere(Exception):
    """The pack is not unpacked; the message says where it is looked for."""


@dataclass(frozen=True, slots=True)
class Made:
    """Where the articles lie, one a line (headline, tab, text), and which are copies of which."""

    texts: Path
    copies: Path


def make_texts(cache: Path, count: int) -> Made:
    """Write so many articles and the pairs of copies; the same number gives the same bytes, so they are made once."""
    folder = cache / "copies-benchmark"
    made = Made(folder / f"{count}.tsv", folder / f"{count}.json")
    if made.texts.exists() and made.copies.exists():
        return made
    if not (cache / SOURCE).exists():
        raise NotHere(f"{SOURCE} is not in {cache}: unpack ../shared/data/articles-12k.tar.xz there")
    folder.mkdir(exist_ok=True)
    copies = []
    lines: list[list[str]] = []
    dice = random.Random(SEED)
    sentences = _sentences(cache / SOURCE)
    with made.texts.open("w", encoding="utf-8") as out:
        for place in range(count):
            if place and dice.random() < COPIES:
                of = dice.randrange(place)
                copies.append((place, of))
                lines.append(_edited(lines[of], dice))
            else:
                lines.append(_own(sentences))
            out.write(f"{' '.join(lines[-1][0].split()[:HEADLINE_WORDS])}\t{' '.join(lines[-1])}\n")
    made.copies.write_text(json.dumps(copies))
    return made


def read_texts(path: Path) -> list[str]:
    """Return the articles, headline and text in one."""
    return [line.replace("\t", "\n\n") for line in path.read_text(encoding="utf-8").splitlines()]


def _own(sentences: Iterator[str]) -> list[str]:
    taken: list[str] = []
    while sum(len(sentence.split()) for sentence in taken) < BODY_WORDS:
        taken.append(next(sentences))
    return taken


def _edited(lines: list[str], dice: random.Random) -> list[str]:
    """Return a copy: as it was, one sentence shorter, or with small changes in half of its sentences."""
    kind = dice.randrange(3)
    if kind == 1 and len(lines) > 2:
        gone = dice.randrange(len(lines))
        return [line for place, line in enumerate(lines) if place != gone]
    if kind == 2:
        return [touch(line, dice) if dice.random() < 0.5 else line for line in lines]
    return lines


def _sentences(path: Path) -> Iterator[str]:
    """Yield sentences without end, every fifth word drawn anew each time."""
    texts = [json.loads(line)["content_original"] for line in path.read_bytes().splitlines()]
    sentences = [found.group() for text in texts for found in _SENTENCE.finditer(text)]
    words = [word for sentence in sentences[::7] for word in sentence.split()]
    dice = random.Random(SEED + 1)
    for sentence in itertools.cycle(sentences):
        taken = sentence.split()
        for place in range(dice.randrange(DRAWN), len(taken), DRAWN):
            taken[place] = words[int(dice.random() * len(words))]
        yield " ".join(taken)
