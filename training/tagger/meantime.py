"""MEANTIME's topics apple and gm (Wikinews, CC BY 4.0): times and quantities of the sentences labelled in full."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from training.tagger.green import green_files
from training.tagger.labelled import Document, Mark, Sentence, guess_spaces, join_words

TOPICS = ("corpus_apple", "corpus_gm")
LABELLED = 5
"""Only so many sentences of each article carry every kind of mark."""


def read_meantime(cache: Path) -> list[Document]:
    """Return the articles of the two topics that may be trained on; airbus and stock are held out."""
    pattern = "annotation-green/meantime/data/meantime_newsreader_english_oct15/intra_cross-doc_annotation/*/*.xml"
    return [_document(path) for path in green_files(cache, pattern) if path.parent.name in TOPICS]


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()
    sentences: dict[int, list[ET.Element]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.attrib["sentence"]), []).append(token)
    spans = [*_spans(root, "TIMEX3", "time"), *_spans(root, "VALUE", "quantity")]
    found = []
    for number, tokens in sorted(sentences.items()):
        if number >= LABELLED + 1:  # the title is sentence 0
            break
        words = [token.text or "" for token in tokens]
        text, places = join_words(words, guess_spaces(words))
        at = {token.attrib["t_id"]: place for token, place in zip(tokens, places, strict=True)}
        marks: dict[str, list[Mark]] = {"time": [], "quantity": []}
        for label, anchors in spans:
            inside = [at[anchor] for anchor in anchors if anchor in at]
            if inside:
                marks[label].append(Mark(inside[0][0], inside[-1][1], label))
        found.append(Sentence(text, {head: tuple(sorted(told, key=lambda m: m.start)) for head, told in marks.items()}))
    return Document("meantime", path.stem, tuple(found))


def _spans(root: ET.Element, tag: str, label: str) -> list[tuple[str, list[str]]]:
    """Return the words of every mark of one kind, by their numbers."""
    return [(label, [anchor.attrib["t_id"] for anchor in element.iter("token_anchor")]) for element in root.iter(tag)]
