"""Texts with marked times: TimeML (`.tml`), MEANTIME's CAT files, GUM's TEI dates, all as one article with its gold."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.tagger.gum import read_blocks

from evals.annotation.articles import make_article
from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Article, Role

MEANTIME_SENTENCES = 6
"""Title, date and four sentences of each MEANTIME text are fully annotated; only these are scored."""

_TIGHT_BEFORE = re.compile(r"[,.;:!?)\]%’'”]|n['’]t\Z|['’](?:s|re|ve|ll|d|m)\Z|''\Z")
_TIGHT_AFTER = re.compile(r"(?:[(\[$£€“‘]|``|US\$)\Z")
_GUM_DATE = re.compile(r"<date (?P<attributes>[^>]*)>|(?P<close></date>)")
_GUM_WHEN = re.compile(r'when:::"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Timex:
    """A marked time: its place, its type (DATE, TIME, DURATION, SET) and its value in TimeML's form."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """One text with its sentences and its gold times; predictions outside the sentences are not asked for."""

    id: str
    article: Article
    sentences: tuple[Sentence, ...]
    gold: tuple[Timex, ...]


def read_timeml(path: Path) -> tuple[Article, tuple[Timex, ...]]:
    """Return the article of a `.tml` file, its title left out, with the times of its text."""
    root = ET.parse(path).getroot()
    body, creation = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None:
        raise ValueError(f"{path.name} has no TEXT.")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(body, pieces, gold)
    text = "".join(pieces)
    day = (creation.get("value") or "")[:10] if creation is not None else None
    blocks = [found.span() for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*\S|\S", text)]
    return make_article(path.stem, text, day, blocks or None), tuple(gold)


def _walk(element: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    pieces.append(element.text or "")
    for child in element:
        start = sum(map(len, pieces))
        _walk(child, pieces, gold)
        if child.tag == "TIMEX3":
            end = sum(map(len, pieces))
            gold.append(Timex(start, end, child.get("type") or "", child.get("value") or ""))
        pieces.append(child.tail or "")


def join_tokens(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return tokens as running text with the place of each."""
    text, places, open_quote, glue = "", [], False, True
    for token in tokens:
        tight = bool(_TIGHT_BEFORE.match(token))
        if token == '"':
            tight, open_quote = open_quote, not open_quote
        text += "" if glue or tight else " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glue = bool(_TIGHT_AFTER.search(token)) or (token == '"' and open_quote)
    return text, places


def read_meantime(path: Path) -> TimedText:
    """Return a MEANTIME text with the times of its first sentences that have tokens and are no creation time."""
    root = ET.parse(path).getroot()
    lines: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        lines.setdefault(int(token.get("sentence") or 0), []).append((token.get("t_id") or "", token.text or ""))
    text, sentences = "", list[Sentence]()
    places: dict[str, tuple[int, int]] = {}
    for number, tokens in sorted(lines.items()):
        words, spans = join_tokens(word for _, word in tokens)
        start = len(text)
        places.update({id: (start + a, start + b) for (id, _), (a, b) in zip(tokens, spans, strict=True)})
        if number < MEANTIME_SENTENCES:
            sentences.append(Sentence(start, start + len(words), number, Role.TITLE if number == 0 else Role.BODY))
        text += words + "\n"
    gold: list[Timex] = []
    day, created = None, list[tuple[int, int]]()
    for timex in root.iter("TIMEX3"):
        spans = sorted(places[anchor.get("t_id") or ""] for anchor in timex.iter("token_anchor"))
        value = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME":
            day = value if re.match(r"\d{4}-", value) else "-".join(reversed(value.split("-")))
            created = spans
        elif spans and spans[-1][1] <= sentences[-1].end:
            gold.append(Timex(spans[0][0], spans[-1][1], timex.get("type") or "", value))
    stamp = [one for one in sentences if not (created and one.start <= created[0][0] < one.end)]
    return TimedText(path.stem, make_article(path.stem, text, day), tuple(stamp), tuple(gold))


def read_gum(path: Path) -> TimedText:
    """Return a GUM text with its dates that have one value."""
    text, sentences, gold = "", [], []
    opened: list[tuple[int, str | None]] = []
    blocks = read_blocks(path)
    for number, block in enumerate(blocks):
        start = len(text)
        for row, (left, right) in zip(block.rows, block.places, strict=True):
            for mark in _GUM_DATE.finditer(row.notes.get("XML", "")):
                if mark["close"] is None:
                    found = _GUM_WHEN.search(mark["attributes"])
                    opened.append((start + left, found[1] if found else None))
                    continue
                first, when = opened.pop()
                gold += [Timex(first, start + right, "DATE", when)] if when else []
        sentences.append(Sentence(start, start + len(block.text), number, Role.BODY))
        text += block.text + "\n"
    created = blocks[0].comments.get("meta::dateCreated", "") if blocks else ""
    known = created if re.match(r"\d{4}-\d\d-\d\d\Z", created) else None
    return TimedText(path.stem, make_article(path.stem, text, known), tuple(sentences), tuple(gold))
