"""The mentions of ECB+: topics of two look-alike events each, their texts, and which mentions are one event."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.public_comparison.mentions import GoldDocument, GoldMention, GoldStory
from evals.stories.ecbplus import Document, write_article

FOLDER = "cross-document/ecbplus/ECBplus-prep/output_data/test_parsing"
EVENTS = ("ecb", "ecbplus")
_EVENT = re.compile(r"ACT|NEG|Singleton_(?:ACTI|NEG)")
"""Chains of events: the two files of mentions count single events among the entities."""

Lines = dict[str, tuple[tuple[str, ...], ...]]


def read_events(cache: Path, topics: Sequence[int]) -> list[GoldStory]:
    """Return a story for each event of some topics."""
    return [_read_event(cache / FOLDER, topic, f"{topic}{kind}") for topic in topics for kind in EVENTS]


def join_topics(stories: Sequence[GoldStory]) -> list[GoldStory]:
    """Return a story for each topic, with the texts of both its events."""
    topics: dict[str, list[GoldDocument]] = {}
    for story in stories:
        topics.setdefault(story.name.partition("ecb")[0], []).extend(story.documents)
    return [GoldStory(topic, tuple(documents)) for topic, documents in topics.items()]


def _read_event(folder: Path, topic: int, name: str) -> GoldStory:
    place = folder / name / "annotation" / "original"
    lines = read_lines((place / f"{name}.conll").read_text(encoding="utf-8"), name)
    mentions: dict[str, list[GoldMention]] = {key: [] for key in lines}
    for kind in ("event", "entity"):
        for key, one in read_mentions((place / f"{kind}_mentions_{name}.json").read_text(encoding="utf-8"), name):
            mentions[key].append(one)
    documents = []
    for key, told in sorted(lines.items()):
        document = Document(f"{topic}_{key}{name.removeprefix(str(topic))}", topic, name, tuple(map(" ".join, told)))
        documents.append(GoldDocument(told, write_article(document), tuple(mentions[key])))
    return GoldStory(name, tuple(documents))


def read_lines(text: str, event: str) -> Lines:
    """Return the lines of each text by its key; a file may hold texts of other events, too, and they are left out."""
    found: dict[str, dict[int, list[str]]] = {}
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) != 5:
            continue
        _, subtopic, key = cells[0].split("/")
        if subtopic == event:
            found.setdefault(key, {}).setdefault(int(cells[1]), []).append(cells[3])
    return {key: tuple(tuple(lines.get(n, ())) for n in range(max(lines) + 1)) for key, lines in found.items()}


def read_mentions(content: str, event: str) -> Iterator[tuple[str, GoldMention]]:
    """Yield the mentions of an event's texts, each with the key of its text."""
    for row in json.loads(content):
        if row["subtopic"] == event:
            chain = row["coref_chain"]
            yield (
                row["conll_doc_key"].split("/")[2],
                GoldMention(
                    row["sent_id"],
                    tuple(row["tokens_number"]),
                    chain,
                    row["mention_head_lemma"],
                    _EVENT.match(chain) is not None,
                ),
            )
