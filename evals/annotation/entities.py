"""Names of persons, organisations, places and groups: span F1, exact boundaries and kind, as conlleval counts.

UNER EWT test (no groups), GUM's green test documents (names read off its mentions, no groups), WorldWide whole (amber:
out of domain). Dates, money, products, facilities and the like are dropped on both sides. A document of one sentence
in UNER stays a document: intervals draw documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from training.tagger.columns import uner_documents
from training.tagger.gum import read_gum
from training.tagger.labelled import NAMES, Document, Mark

from evals.annotation.articles import write_article
from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.annotation.worldwide import read_worldwide
from evals.bootstrap import measure as measure_rows
from nutgraf.annotate.article import annotate_article
from nutgraf.models.tagger import tag_sentences

Finder = Callable[[Document], list[tuple[Mark, ...]]]

PUBLISHED = {
    "UNER EWT test": [
        Line("XLM-R-large (UNER v1, published)", {"F1": 0.860}),
        Line("longest match in train (floor)", {"F1": 0.507}),
    ],
}  # fmt: skip


def measure(cache: Path) -> list[Sheet]:
    """Return a table for each set: the tagger on the set's sentences, the whole of annotation on its texts."""
    sheets = []
    for name, what, head, read, kinds in (
        ("UNER EWT test", "2,077 sentences of web text", "uner", lambda: _uner_test(cache), NAMES[:3]),
        ("GUM green test", "491 sentences of six genres", "gum", lambda: read_gum(cache, "test"), NAMES[:3]),
        ("WorldWide", "16,840 sentences of 86 outlets", "worldwide", lambda: read_worldwide(cache), NAMES),
    ):  # fmt: skip
        try:
            documents = read()
        except FileNotFoundError as missing:
            print(f"{name}: not run: {missing}")
            continue
        lines = [
            _line("tagger, sentences given", documents, head, kinds, by_tagger),
            _line("annotation, texts given", documents, head, kinds, by_annotation),
        ]
        sheets.append(Sheet(name, what, [*lines, *PUBLISHED.get(name, [])]))
    return sheets


def _uner_test(cache: Path) -> list[Document]:
    packed = cache / "annotation-green"
    return uner_documents(packed / "uner_ewt/en_ewt-ud-test.iob2", packed / "ud_ewt/en_ewt-ud-test.conllu")


def by_tagger(document: Document) -> list[tuple[Mark, ...]]:
    """Return the names that the tagger marks in each sentence."""
    return [
        tuple(Mark(tag.start, tag.end, tag.label) for tag in tags if tag.head == "name")
        for tags in tag_sentences([sentence.text for sentence in document.sentences])
    ]


def by_annotation(document: Document) -> list[tuple[Mark, ...]]:
    """Return the named mentions that annotation finds in the text of a document, sentence by sentence."""
    article, starts = write_article(document.id, [sentence.text for sentence in document.sentences])
    mentions = [mention for mention in annotate_article(article).mentions if mention.named]
    found: list[list[Mark]] = [[] for _ in starts]
    for mention in mentions:
        at = int(np.searchsorted(starts, mention.start, side="right")) - 1
        found[at].append(Mark(mention.start - starts[at], mention.end - starts[at], mention.kind.value))
    return [tuple(marks) for marks in found]


def _line(system: str, documents: Sequence[Document], head: str, kinds: Sequence[str], find: Finder) -> Line:
    told = [find(document) for document in documents]
    rows = {kind: np.array([_row(d, t, head, {kind}) for d, t in zip(documents, told, strict=True)]) for kind in kinds}
    whole = np.sum([rows[kind] for kind in kinds if kind != "group"], axis=0)
    precision, recall, f1 = measure_rows(whole, precision_recall_f1)
    by_kind = {kind: measure_rows(rows[kind], precision_recall_f1)[2] for kind in kinds}
    return Line(system, {"P": precision, "R": recall, "F1": f1, **by_kind}, ours=True)


def _row(
    document: Document, told: Iterable[tuple[Mark, ...]], head: str, kinds: set[str]
) -> tuple[float, float, float]:
    """Return right, told and gold of one document."""
    right = asked = gold = 0
    for sentence, marks in zip(document.sentences, told, strict=True):
        wanted = {mark for mark in sentence.marks[head] if mark.label in kinds}
        found = {mark for mark in marks if mark.label in kinds}
        right += len(wanted & found)
        asked += len(found)
        gold += len(wanted)
    return float(right), float(asked), float(gold)
