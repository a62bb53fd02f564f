"""The WorldWide newswire set: 1,075 articles of outlets outside the West with names (amber: measured on, never learnt).

Line one of nearly every file is the page's address. Its README says BIOES, its files are BIO.
"""

from __future__ import annotations

from pathlib import Path

from training.tagger.labelled import Document, Sentence, guess_spaces, join_words, marks_of_tags

KINDS = {"Person": "person", "Organization": "organisation", "Location": "place", "NORP": "group"}
FOLDER = "annotation-measure/en_worldwide_newswire/processed_annotated"


def read_worldwide(cache: Path) -> list[Document]:
    """Return every article, in the order of the files' names."""
    folder = cache / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"{FOLDER} is not in {cache}: unpack annotation-measure.tar.xz there")
    return [Document("worldwide", path.stem, _sentences(path)) for path in sorted(folder.glob("*.tsv"))]


def _sentences(path: Path) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    rows: list[tuple[str, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""]):
        word, _, tag = line.rstrip("\r").partition("\t")
        if word.strip() and not (number == 0 and word.startswith("http")):
            rows.append((word.strip(), tag.strip() or "O"))
        elif rows:
            words = [word for word, _ in rows]
            text, places = join_words(words, guess_spaces(words))
            found.append(Sentence(text, {"worldwide": marks_of_tags([tag for _, tag in rows], places, KINDS)}))
            rows = []
    return tuple(found)
