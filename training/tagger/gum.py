"""GUM's green genres: named mentions, dates and times, and whose words a clause gives.

A mention is named where its head is a proper noun. Its name is the run of proper nouns about the head, joined over
"of", "the", "and", hyphens and the like inside the mention: GUM's own spans hold every word of the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.tagger.green import green_files
from training.tagger.labelled import Document, Mark, Sentence, join_words

GENRES = ("news", "interview", "academic", "court", "bio", "voyage")
_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_PIECE = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_JOINS = frozenset("of the and for de la del & - – ' 's /".split())
_IN_PERSONS = frozenset("de la del - –".split())


@dataclass(slots=True)
class Row:
    """One word of GUM with what its last column says."""

    word: str
    tag: str
    head: int
    relation: str
    notes: dict[str, str]


@dataclass(slots=True)
class Block:
    """One sentence: its number, words with their places in its text, and the comments above it."""

    id: str
    text: str
    places: list[tuple[int, int]]
    rows: list[Row]
    comments: dict[str, str] = field(default_factory=dict)

    @property
    def opens_paragraph(self) -> bool:
        """Whether a paragraph begins with this sentence."""
        return any(key.startswith("newpar") for key in self.comments)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: the words it covers (first, last), its kind, its group of coreferent ones, its head words, and the
    title of its article in Wikipedia.
    """

    first: int
    last: int
    kind: str
    group: str
    heads: tuple[int, ...]
    link: str


def split_of(cache: Path) -> dict[str, str]:
    """Return `dev` or `test` by document; a document that is not listed is train."""
    found, part = {}, ""
    for line in (cache / "annotation-green/gum/splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            found[line.strip()[2:].strip()] = part
    return found


def read_blocks(path: Path) -> list[Block]:
    """Return the sentences of one document, without the summaries in its head."""
    return list(_blocks(path.read_text(encoding="utf-8")))


def _blocks(content: str) -> Iterator[Block]:
    for part in content.split("\n\n"):
        comments, rows, spaced = {}, [], []
        inside: dict[int, bool] = {}
        for line in part.split("\n"):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
                continue
            cells = line.split("\t")
            if len(cells) < 10 or "." in cells[0]:
                continue
            follows = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                inside |= dict.fromkeys(range(first, last), False) | {last: follows}
                continue
            notes = dict(note.partition("=")[::2] for note in cells[9].split("|") if "=" in note)
            rows.append(Row(cells[1], cells[3], int(cells[6]), cells[7], notes))
            spaced.append(inside.get(int(cells[0]), follows))
        if rows:
            text, places = join_words([row.word for row in rows], spaced)
            yield Block(comments.get("sent_id", ""), text, places, rows, comments)


def read_mentions(block: Block) -> list[Mention]:
    """Return the mentions of a sentence, in the order in which they end."""
    open_now: list[tuple[str, int, list[str]]] = []
    found = []
    for at, row in enumerate(block.rows):
        for whole, opened, closed in _PIECE.findall(row.notes.get("Entity", "")):
            if whole or opened:
                fields = (whole or opened).split("-")
                open_now.append((fields[0], at, fields))
            if whole or closed:
                name = (whole or closed).split("-")[0]
                place = next((n for n in range(len(open_now) - 1, -1, -1) if open_now[n][0] == name), None)
                if place is not None:
                    _, first, fields = open_now.pop(place)
                    found.append(_mention(first, at, fields))
    return found


def _mention(first: int, last: int, fields: list[str]) -> Mention:
    """Read "group-etype-infstat-salience-centering-minspan-link-identity"."""
    spans = [part for part in fields[5].split(",") if part.isdigit()] if len(fields) > 5 else []
    heads = tuple(first + int(part) - 1 for part in spans) or (last,)
    return Mention(first, last, fields[1], fields[0], heads, "-".join(fields[7:]))


def name_marks(block: Block) -> tuple[Mark, ...]:
    """Return the names of persons, organisations and places in a sentence; of nested ones the outer."""
    found: dict[tuple[int, int], str] = {}
    for mention in read_mentions(block):
        label = _KINDS.get(mention.kind)
        named = [head for head in mention.heads if block.rows[head].tag == "PROPN"]
        if label and named:
            found.setdefault(_name(block, mention, named[0]), label)
    chosen: list[tuple[int, int, str]] = []
    for (first, last), label in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not chosen or first > chosen[-1][1]:
            chosen.append((first, last, label))
    return tuple(Mark(block.places[first][0], block.places[last][1], label) for first, last, label in chosen)


def _name(block: Block, mention: Mention, head: int) -> tuple[int, int]:
    first = last = head
    while first > mention.first and _joined(block, first, -1, mention):
        first -= 1
    while last < mention.last and _joined(block, last, 1, mention):
        last += 1
    while last > head and not _part_of_name(block, last):
        last -= 1
    while first < head and not _part_of_name(block, first):
        first += 1
    return first, last


def _joined(block: Block, at: int, step: int, mention: Mention) -> bool:
    """Tell whether the next word goes on with a name: a proper noun, or a joining word with one behind it."""
    bound = mention.last if step > 0 else mention.first
    joins = _IN_PERSONS if mention.kind == "person" else _JOINS
    if _part_of_name(block, at + step):
        return True
    beyond = at + step
    while (bound - beyond) * step > 0 and block.rows[beyond].word.lower() in joins:
        beyond += step
    return beyond != at + step and _part_of_name(block, beyond)


def _part_of_name(block: Block, at: int) -> bool:
    """Tell whether a word can be part of a name: a proper noun, its number, or another word with a capital."""
    row = block.rows[at]
    capital = row.word[:1].isupper() and row.tag in {"ADJ", "NOUN"} and at > 0
    return row.tag == "PROPN" or capital or _numbered(block, at)


def _numbered(block: Block, at: int) -> bool:
    return block.rows[at].tag == "NUM" and block.rows[at].relation.startswith(("nummod", "flat", "compound"))


def read_gum(cache: Path, part: str) -> list[Document]:
    """Return the green documents of a part of GUM (train, dev, test) with their names."""
    split = split_of(cache)
    return [
        Document(
            "gum", path.stem, tuple(Sentence(block.text, {"gum": name_marks(block)}) for block in read_blocks(path))
        )
        for genre in GENRES
        for path in green_files(cache, f"annotation-green/gum/dep/GUM_{genre}_*.conllu")
        if split.get(path.stem, "train") == part
    ]
