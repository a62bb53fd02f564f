"""GUM's green genres as articles, with the mentions and chains of people, organisations and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.tagger.gum import GENRES, split_of

from evals.annotation.articles import write_article
from evals.annotation.chained import PRONOUNS, ChainedText, GoldMention, kinds_of

_PIECE = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in the article's text and what GUM says of it."""

    start: int
    end: int
    form: str
    tag: str
    notes: str


def read_texts(cache: Path, part: str) -> list[ChainedText]:
    """Return the green documents of a part: train, dev or test."""
    folder = cache / "annotation-green/gum"
    split = split_of(cache)
    return [
        _read(path)
        for genre in GENRES
        for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu"))
        if split.get(path.stem, "train") == part
    ]


def _read(path: Path) -> ChainedText:
    paragraphs: list[str] = []
    words: list[tuple[int, Word]] = []  # with the index of the paragraph, offsets inside it
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        if not paragraphs or any(line.startswith("# newpar") for line in lines):
            paragraphs.append("")
        text = paragraphs[-1] + (" " if paragraphs[-1] else "")
        for word, space in _spaced(rows):
            start = len(text)
            text += word.form + space
            place = Word(start, start + len(word.form), word.form, word.tag, word.notes)
            words.append((len(paragraphs) - 1, place))
        paragraphs[-1] = text.rstrip()
    article, starts = write_article(path.stem, paragraphs)
    placed = [Word(starts[p] + w.start, starts[p] + w.end, w.form, w.tag, w.notes) for p, w in words]
    mentions = tuple(_mentions(placed))
    return ChainedText(path.stem, article, mentions, kinds_of(mentions))


def _spaced(rows: list[list[str]]) -> Iterator[tuple[Word, str]]:
    """Yield the words of a sentence, each with the space behind it; parts of one printed word have none between."""
    inside: dict[int, str] = {}
    for row in rows:
        if "." in row[0]:
            continue
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside |= dict.fromkeys(range(first, last), "") | {last: space}
            continue
        notes = next((note[7:] for note in row[9].split("|") if note.startswith("Entity=")), "")
        yield Word(0, 0, row[1], row[3], notes), inside.get(int(row[0]), space)


def _mentions(words: list[Word]) -> Iterator[GoldMention]:
    open_now: list[tuple[int, list[str]]] = []
    for at, word in enumerate(words):
        for whole, opened, closed in _PIECE.findall(word.notes):
            if whole or opened:
                open_now.append((at, (whole or opened).split("-")))
            if whole or closed:
                name = (whole or closed).split("-")[0]
                index = next((n for n in reversed(range(len(open_now))) if open_now[n][1][0] == name), None)
                if index is not None:
                    first, fields = open_now.pop(index)
                    yield _mention(words[first : at + 1], fields)


def _mention(words: list[Word], fields: list[str]) -> GoldMention:
    """Read "group-etype-infstat-salience-centering-minspan-link-identity"."""
    numbers = [int(part) - 1 for part in fields[5].split(",") if part.isdigit()] if len(fields) > 5 else []
    heads = [words[number] for number in numbers if number < len(words)] or [words[-1]]
    link = "-".join(fields[7:])
    places = tuple((word.start, word.end) for word in heads)
    return GoldMention(words[0].start, words[-1].end, places, fields[1], fields[0], _sort(words, heads), link)


def _sort(words: list[Word], heads: list[Word]) -> str:
    if any(word.tag == "PROPN" for word in heads):
        return "name"
    if len(words) == 1 and words[0].form.lower() in PRONOUNS:
        return "pronoun"
    plain = heads[0].tag == "NOUN" and words[0].form.lower() == "the"
    return "description" if plain else "other"
