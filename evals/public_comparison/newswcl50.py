"""The mentions of NewsWCL50: ten events as five outlets tell them, with the loosest wordings of one thing."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from evals.comparison.accounts import FIRST, read_labels
from evals.comparison.documents import OUTLETS, write_tokens
from evals.public_comparison.mentions import GoldDocument, GoldMention, GoldStory
from evals.stories.writing import NO_DATE, Printed, make_article
from nutgraf.text import stable_id

FOLDER = "cross-document/newswcl50/NewsWCL50-prep/output_data"
LINE_END = "\\n"


def topics_read() -> frozenset[str]:
    """Return the topics with a text in a labelled story that rules may be written with an eye on."""
    documents = [account.document for gold in read_labels(FIRST, "dev").values() for account in gold.accounts]
    return frozenset(one.id.partition("_")[0] for one in documents if one is not None and one.set == "newswcl50")


def read_topics(cache: Path) -> list[GoldStory]:
    """Return a story for each event."""
    with (cache / FOLDER / "conll.csv").open(encoding="utf-8", newline="") as file:
        tokens = number_tokens(csv.DictReader(file))
    rows = json.loads((cache / FOLDER / "event_mentions.json").read_text(encoding="utf-8"))
    stories: dict[str, list[GoldDocument]] = {}
    for key in sorted(tokens):
        told = [row for row in rows if row["doc_id"] == key]
        stories.setdefault(key.partition("_")[0], []).append(_write(key, tokens[key], told))
    return [GoldStory(topic, tuple(documents)) for topic, documents in stories.items()]


Tokens = Mapping[tuple[int, int], str]


def number_tokens(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[tuple[int, int], str]]:
    """Return the tokens of each text by their numbers in the set: sentence and token, in the order of the text."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for row in rows:
        found.setdefault(row["doc_id"], {})[int(row["sent_id"]), int(row["token_id"])] = row["token"]
    return found


def _write(key: str, tokens: Tokens, rows: Iterable[Mapping[str, object]]) -> GoldDocument:
    title, text = write_tokens(tokens.values())
    printed = Printed(title, None, None, NO_DATE)
    article = make_article(stable_id("newswcl50", key), key, text.split("\n"), printed)
    article = replace(article, carrier=OUTLETS[key.partition("_")[2]])
    lines, where = cut_lines(tokens)
    return GoldDocument(lines, article, tuple(_mention(row, where) for row in rows))


def cut_lines(tokens: Tokens) -> tuple[tuple[tuple[str, ...], ...], Mapping[tuple[int, int], tuple[int, int]]]:
    """Return the text's lines, and for each token of the set its line and its number there."""
    lines: list[list[str]] = [[]]
    where: dict[tuple[int, int], tuple[int, int]] = {}
    for number, token in tokens.items():
        if token.strip() == LINE_END:
            lines.append([])
        else:
            where[number] = len(lines) - 1, len(lines[-1])
            lines[-1].append(token)
    return tuple(map(tuple, lines)), where


def _mention(row: Mapping[str, object], where: Mapping[tuple[int, int], tuple[int, int]]) -> GoldMention:
    numbers = [(row["sent_id"], token) for token in row["tokens_number"]]
    places = [where[number] for number in numbers if number in where]
    line = places[0][0]
    return GoldMention(
        line,
        tuple(token for other, token in places if other == line),
        str(row["coref_chain"]),
        str(row["mention_head_lemma"]),
    )
