"""Links to Wikidata on News-Fair v2: the right id at the right place, and how many ids the table knows at all."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping, Sequence
from functools import cache as once
from importlib import resources
from pathlib import Path

import numpy as np

from evals.annotation.elevant import Judged, LinkedText, Part, Place, is_answered, judge_links, read_news_fair
from evals.annotation.report import Figure, Line, Sheet, precision_recall_f1
from evals.bootstrap import Table, share
from evals.bootstrap import measure as measure_rows
from nutgraf.annotate.article import annotate_article
from nutgraf.records.annotation import Annotation

_WIKIDATA = "wikidata:"
_PUBLISHED = (
    Line("ReFinED (published)", {"P": 0.80, "R": 0.43, "F1": 0.563}),
    Line("REL (published)", {"F1": 0.464}),
    Line("most popular (published floor)", {"F1": 0.401}),
)
_NOTES = (
    "Micro over mentions with an id, inside the stretch that is judged, as ELEVANT counts them; \"none left alone\" is "
    "the share of gold mentions without an id that got no link. Published for News-Fair v2; which variant is not said.",
    "Ceilings: every gold mention right whose id the table holds, and every one that annotation marks at its span.",
)  # fmt: skip


def measure(cache: Path) -> list[Sheet]:
    """Return the articles outside the test part and those in it, each with and without pronouns and descriptions."""
    parts: tuple[Part, ...] = ("dev", "test")
    try:
        return [_sheet(cache, part, coreference) for part in parts for coreference in (True, False)]
    except FileNotFoundError as missing:
        print(f"links: not run: {missing}")
        return []


def _sheet(cache: Path, part: Part, coreference: bool) -> Sheet:
    texts = read_news_fair(cache, part, coreference=coreference)
    annotations = [annotate_article(text.article) for text in texts]
    told = [find_told(annotation, coreference) for annotation in annotations]
    known = known_ids()
    links = Line("nutgraf", _figures(texts, told), ours=True)
    holds = _ceiling(texts, lambda at, place, link: link in known)
    marked = [{(m.start, m.end) for m in annotation.mentions if m.named or coreference} for annotation in annotations]
    marks = _ceiling(texts, lambda at, place, link: place in marked[at])
    lines = [
        links,
        Line("ceiling: all ids that the table holds", {"R": holds}),
        Line("ceiling: all spans that are marked", {"R": marks}),
        *(_PUBLISHED if part == "test" else ()),
    ]
    asked = sum(label.known and label.asked for text in texts for label in text.roots)
    name = f"links: News-Fair {part}{'' if coreference else ', no coreference'}"
    misses = [miss for text, links in zip(texts, told, strict=True) for miss in _misses(text, links)]
    what = f"{len(texts)} articles, {asked} mentions with an id"
    return Sheet(name, what, lines, _NOTES, misses if part == "dev" else ())


def find_told(annotation: Annotation, coreference: bool) -> dict[Place, str]:
    """Return the Wikidata id of every mention that has one; without `coreference` of those alone that name somebody."""
    links = {
        entity.key: link.removeprefix(_WIKIDATA)
        for entity in annotation.entities
        for link in entity.links
        if link.startswith(_WIKIDATA)
    }
    return {
        (mention.start, mention.end): links[mention.entity]
        for mention in annotation.mentions
        if mention.entity in links and (mention.named or coreference)
    }


@once
def known_ids() -> frozenset[str]:
    """Return every Wikidata id of the shipped table."""
    packed = resources.files("nutgraf.models").joinpath("tables/known_entities.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return frozenset(line.split("\t")[3] for line in lines if not line.startswith("#")) - {""}


def _figures(texts: Sequence[LinkedText], told: Sequence[Mapping[Place, str]]) -> dict[str, Figure]:
    judged = [judge_links(text, links) for text, links in zip(texts, told, strict=True)]
    rows: Table = np.array([_row(one) for one in judged], dtype=np.float64)
    figures: dict[str, Figure] = dict(zip(("P", "R", "F1"), measure_rows(rows, precision_recall_f1), strict=True))
    alone = [_left_alone(text, links) for text, links in zip(texts, told, strict=True)]
    figures["none left alone"] = measure_rows(np.array(alone, dtype=np.float64), share)[0]
    return figures


def _row(judged: Judged) -> tuple[int, int, int]:
    right = len(judged.right)
    return right, right + len(judged.wrong), right + len(judged.missed)


def _left_alone(text: LinkedText, told: Mapping[Place, str]) -> tuple[int, int]:
    nobody = [label for label in text.roots if label.asked and not label.known]
    return sum(not is_answered(text, label, told) for label in nobody), len(nobody)


def _ceiling(texts: Sequence[LinkedText], can: Callable[[int, Place, str], bool]) -> float:
    """Return the recall of a system that is right wherever it can be."""
    judged = [
        judge_links(
            text, {one.span: one.entity_id for one in text.labels if one.known and can(at, one.span, one.entity_id)}
        )
        for at, text in enumerate(texts)
    ]
    return sum(len(one.right) for one in judged) / max(1, sum(len(one.right) + len(one.missed) for one in judged))


def _misses(text: LinkedText, told: Mapping[Place, str]) -> list[str]:
    """Return wrong links, and mentions without one whose id the table holds."""
    words, judged = text.article.text, judge_links(text, told)
    gold = {label.span: label.entity_id for label in text.labels}
    notes = [(span, f"told {told.get(span)}, gold {gold.get(span)}") for span in judged.wrong]
    notes += [(one.span, f"gold {one.entity_id}, known") for one in judged.missed if one.entity_id in known_ids()]
    return [
        f"{text.article.id} {start}-{end} {note}: …{words[max(0, start - 60) : start]}⟦{words[start:end]}⟧"
        f"{words[end : end + 40]}…"
        for (start, end), note in sorted(notes)
    ]
