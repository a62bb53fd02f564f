"""Green text without labels, for teachers to mark: passages of Wikipedia (GAP) and of Wikinews (GeoVirus)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from training.tagger.green import green_files
from training.tagger.labelled import Document, Sentence

from nutgraf.annotate.sentences import sentence_spans


def read_plain(cache: Path) -> list[Document]:
    """Return the passages of GAP's development part and the articles of GeoVirus, cut into sentences."""
    return [*_passages(cache), *_articles(cache)]


def _passages(cache: Path) -> Iterator[Document]:
    (path,) = green_files(cache, "annotation-green/gap/gap-development.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield _document("gap", row["ID"], row["Text"])


def _articles(cache: Path) -> Iterator[Document]:
    (path,) = green_files(cache, "annotation-measure/geoparsing_gritta/data/Corpora/GeoVirus.xml")
    for number, article in enumerate(ElementTree.parse(path).getroot().iter("article")):
        yield _document("geovirus", f"geovirus-{number}", article.findtext("text") or "")


def _document(name: str, number: str, text: str) -> Document:
    cut = sentence_spans(text, 0, len(text))
    return Document(name, number, tuple(Sentence(text[start:end]) for start, end in cut))
