"""Green news that edits are made of: Wikinews articles of GUM, MEANTIME and GeoVirus, each text once."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from training.tagger.gum import read_blocks

from evals.annotation.timeml import join_tokens
from evals.annotation.toponyms import PACK as TOPONYMS
from evals.annotation.toponyms import read_corpus
from nutgraf.annotate.sentences import sentence_spans
from nutgraf.text import fold, stable_id, words

Half = Literal["tune", "test"]

GUM = "annotation-green/gum/dep"
MEANTIME = "annotation-green/meantime/data/meantime_newsreader_english_oct15/intra_cross-doc_annotation"
LEAST_SENTENCES, MOST_SENTENCES, LEAST_WORDS = 8, 40, 120
PARAGRAPH = 3
"""Sentences of a paragraph where a set tells none."""
REPEATED = 12
"""Words that two bases may not share in a row: Wikinews repeats its own background, and then the edits made here
would not be the only reuse. Of two such bases the one later by id goes."""

Paragraphs = tuple[tuple[str, ...], ...]


class NotHere(Exception):
    """A pack is not unpacked; the message says which."""


@dataclass(frozen=True, slots=True)
class Base:
    """A news text as paragraphs of sentences."""

    id: str
    title: str
    paragraphs: Paragraphs

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return all sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def half_of(identity: str) -> Half:
    """Return the half a base belongs to; only `tune` may be read."""
    return "tune" if int(stable_id("copies", identity)[:8], 16) % 2 else "test"


def read_bases(cache: Path, half: Half) -> list[Base]:
    """Return the bases of one half, by id; a text that repeats another's words is left out."""
    for part in (GUM, MEANTIME, TOPONYMS):
        if not (cache / part).is_dir():
            pack = part.split("/")[0]
            raise NotHere(f"the pack {pack} is not in {cache} (unpack ../shared/data/{pack}.tar.xz into it)")
    found = sorted([*_gum(cache), *_meantime(cache), *_geovirus(cache)], key=lambda base: base.id)
    return [base for base in _once(filter(_long_enough, found)) if half_of(base.id) == half]


def _long_enough(base: Base) -> bool:
    return len(base.sentences) >= LEAST_SENTENCES and len(" ".join(base.sentences).split()) >= LEAST_WORDS


def _once(bases: Iterable[Base]) -> Iterator[Base]:
    seen: set[tuple[str, ...]] = set()
    for base in bases:
        folded = [fold(word) for _, _, word in words(" ".join(base.sentences))]
        runs = {tuple(folded[at : at + REPEATED]) for at in range(len(folded) - REPEATED + 1)}
        if not runs & seen:
            yield base
        seen |= runs


def _gum(cache: Path) -> Iterator[Base]:
    """Read GUM's news and interviews without title and date line."""
    for genre in ("news", "interview"):
        for path in sorted((cache / GUM).glob(f"GUM_{genre}_*.conllu")):
            blocks = read_blocks(path)
            paragraphs: list[list[str]] = [[]]
            for block in blocks[2:]:
                if block.opens_paragraph:
                    paragraphs.append([])
                paragraphs[-1].append(block.text)
            yield _base(f"gum {path.stem}", blocks[0].comments.get("meta::title", blocks[0].text), paragraphs)


def _meantime(cache: Path) -> Iterator[Base]:
    """Read MEANTIME's articles; sentence 0 is the title, 1 the date."""
    for path in sorted((cache / MEANTIME).glob("corpus_*/*.xml")):
        lines: dict[int, list[str]] = {}
        for token in ET.parse(path).getroot().iter("token"):
            lines.setdefault(int(token.get("sentence") or 0), []).append(token.text or "")
        title, _, *sentences = (_marked(join_tokens(tokens)[0]) for _, tokens in sorted(lines.items()))
        yield _base(f"meantime {path.stem}", title, _by_threes(sentences))


def _geovirus(cache: Path) -> Iterator[Base]:
    """Read GeoVirus' texts; the title is the end of the address."""
    for placed in read_corpus(cache / TOPONYMS, "GeoVirus"):
        text, address = placed.article.text, placed.article.address or ""
        sentences = [text[start:end].strip() for start, end in sentence_spans(text, 0, len(text))]
        title = unquote(address.rpartition("/wiki/")[2]).replace("_", " ")
        yield _base(placed.article.id.replace("GeoVirus", "geovirus"), title, _by_threes(sentences))


def _marked(text: str) -> str:
    """Write the marks of typewriters as quote marks."""
    return text.replace("`` ", '"').replace("``", '"').replace(" ''", '"').replace("''", '"')


def _by_threes(sentences: Sequence[str]) -> list[list[str]]:
    return [list(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]


def _base(identity: str, title: str, paragraphs: Iterable[Sequence[str]]) -> Base:
    """Keep the first forty sentences, and no empty paragraph."""
    left, kept = MOST_SENTENCES, []
    for paragraph in paragraphs:
        sentences = tuple(" ".join(one.split()) for one in paragraph if one.strip())[:left]
        left -= len(sentences)
        if sentences:
            kept.append(sentences)
    return Base(identity, title, tuple(kept))
