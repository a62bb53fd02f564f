"""MEANTIME's Wikinews texts with the people, organisations and places of their fully annotated sentences, in chains.

A mention's chain is the instance that its document refers it to. Two of the four topics tell no sort of words (name,
noun, pronoun), so the words themselves tell it in all. Title and date are no part of an article's text.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.annotation.articles import write_article
from evals.annotation.chained import PRONOUNS, ChainedText, GoldMention, kinds_of
from evals.annotation.timeml import MEANTIME_SENTENCES, join_tokens

FOLDER = "annotation-green/meantime/data/meantime_newsreader_english_oct15/intra_cross-doc_annotation"
BODY_PRONOUNS = frozenset("it its itself they them their theirs themselves".split())
_KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}

Place = tuple[int, int]


def read_chains(cache: Path, topics: Sequence[str]) -> list[ChainedText]:
    """Return the texts of topics (airbus, apple, gm, stock), by name."""
    folder = cache / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there; unpack annotation-green.tar.xz")
    return [_read(path) for topic in topics for path in sorted(folder.glob(f"corpus_{topic}/*.xml"))]


def _read(path: Path) -> ChainedText:
    root = ET.parse(path).getroot()
    created = {anchor.get("t_id") for time in _created(root) for anchor in time.iter("token_anchor")}
    lines: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        lines.setdefault(int(token.get("sentence") or 0), []).append((token.get("t_id") or "", token.text or ""))
    text, places = "", dict[str, Place]()
    for number, tokens in sorted(lines.items()):
        if number == 0 or any(name in created for name, _ in tokens):
            continue
        words, spans = join_tokens(word for _, word in tokens)
        text += " " if text else ""
        if number < MEANTIME_SENTENCES:
            at = len(text)
            places |= {name: (at + a, at + b) for (name, _), (a, b) in zip(tokens, spans, strict=True)}
        text += words
    article, _ = write_article(path.stem, [text])
    mentions = tuple(sorted(_mentions(root, text, places), key=lambda m: (m.start, m.end, m.chain)))
    return ChainedText(path.stem, article, mentions, kinds_of(mentions))


def _created(root: ET.Element) -> Iterator[ET.Element]:
    return (time for time in root.iter("TIMEX3") if time.get("functionInDocument") == "CREATION_TIME")


def _mentions(root: ET.Element, text: str, places: Mapping[str, Place]) -> Iterator[GoldMention]:
    kinds = {one.get("m_id"): _KINDS.get(one.get("ent_type") or "", "other") for one in root.iter("ENTITY")}
    chains = {
        source.get("m_id"): target.get("m_id") or ""
        for tie in root.iter("REFERS_TO")
        for target in tie.iter("target")
        for source in tie.iter("source")
    }
    for mention in root.iter("ENTITY_MENTION"):
        chain = chains.get(mention.get("m_id"))
        words = [places.get(anchor.get("t_id") or "") for anchor in mention.iter("token_anchor")]
        spans = sorted(place for place in words if place)
        if chain and chain in kinds and spans and len(spans) == len(words):
            yield _mention(text, spans, kinds[chain], chain)


def _mention(text: str, spans: Sequence[Place], kind: str, chain: str) -> GoldMention:
    words = [text[start:end] for start, end in spans]
    last = next((n for n in reversed(range(len(words))) if words[n].isalnum() and words[n] != "s"), -1)
    return GoldMention(spans[0][0], spans[-1][1], (spans[last],), kind, chain, _sort(words, words[last]), "")


def _sort(words: Sequence[str], head: str) -> str:
    first = words[0].lower()
    if len(words) == 1 and first in PRONOUNS | BODY_PRONOUNS:
        return "pronoun" if first in PRONOUNS else "body pronoun"
    if first == "the" and head.islower():
        return "description"
    return "name" if head[:1].isupper() else "other"
