"""Documents for the head of attribution: green trees, and frames filled with green sentences."""

from __future__ import annotations

from pathlib import Path

from training.tagger.attribution.frames import Clause, make_documents
from training.tagger.attribution.trees import Node, attribution_marks
from training.tagger.columns import read_blocks, spaces_of
from training.tagger.green import green_files
from training.tagger.gum import GENRES, split_of
from training.tagger.labelled import Document, Sentence, guess_spaces, join_words

MADE = 1500
SEED = 20250815


def read_trees(cache: Path) -> tuple[list[Document], list[Clause], list[str]]:
    """Return documents with attribution read off trees, clauses fit to be reported, and sentences without speech."""
    split = split_of(cache)
    paths = [
        *green_files(cache, "annotation-green/ud_ewt/en_ewt-ud-train.conllu"),
        *(
            path
            for genre in GENRES
            for path in green_files(cache, f"annotation-green/gum/dep/GUM_{genre}_*.conllu")
            if split.get(path.stem, "train") == "train"
        ),
    ]
    documents: dict[str, list[Sentence]] = {}
    clauses: list[Clause] = []
    plain: list[str] = []
    for path in paths:
        for head, rows in read_blocks(path.read_text(encoding="utf-8")):
            nodes = [Node(r[1], r[2].lower(), r[3], int(r[6]) - 1, r[7]) for r in rows if r[0].isdigit()]
            words = [node.word for node in nodes]
            known = spaces_of(rows)
            text, places = join_words(words, known if len(known) == len(words) else guess_spaces(words))
            marks = attribution_marks(nodes, places)
            name = head["sent_id"].rsplit("-", 1)[0]
            documents.setdefault(name, []).append(Sentence(text, {"attribution": marks}))
            if not marks and _fit(nodes, text):
                plain.append(text)
                bare = text[:-1]
                small = bare if nodes[0].tag == "PROPN" or nodes[0].word == "I" else bare[:1].lower() + bare[1:]
                clauses.append(Clause(bare, small))
    return [Document("trees", name, tuple(found)) for name, found in documents.items()], clauses, plain


def _fit(nodes: list[Node], text: str) -> bool:
    """Tell whether a sentence can be reported: a plain statement of fair length with a subject."""
    root = next((at for at, node in enumerate(nodes) if node.head < 0), 0)
    subject = any(node.head == root and node.relation.startswith("nsubj") for node in nodes)
    return (
        subject
        and text.endswith(".")
        and text[:1].isupper()
        and 5 <= len(nodes) <= 30
        and not set(text) & set('"“”‘()[]:')
    )


def read_attribution(cache: Path) -> tuple[list[Document], list[Document]]:
    """Return documents off trees, and made ones."""
    trees, clauses, plain = read_trees(cache)
    return trees, make_documents(clauses, plain, MADE, SEED)
