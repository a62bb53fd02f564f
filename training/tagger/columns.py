"""Sets of one word a line with an IOB tag: UNER EWT, wikigold, the Broad Twitter Corpus, WNUT17, re3d."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.tagger.green import green_files
from training.tagger.labelled import Document, Sentence, guess_spaces, in_paragraphs, join_words, marks_of_tags

_UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_WIKIGOLD = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_WNUT = {"person": "person", "corporation": "organisation", "group": "organisation", "location": "place"}
_RE3D = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "group"}

_SOURCES = ("Australian_Department_of_Foreign_Affairs", "CENTCOM", "UK_Government", "US_State_Department", "Wikipedia")


def read_uner(cache: Path, part: str) -> list[Document]:
    """Return UNER EWT's train or dev part by document of EWT."""
    file = "en_ewt-ud-train.OLD-0c7ce0d.iob2" if part == "train" else f"en_ewt-ud-{part}.iob2"
    (tree_bank,) = green_files(cache, f"annotation-green/ud_ewt/en_ewt-ud-{part}.conllu")
    (labels,) = green_files(cache, f"annotation-green/uner_ewt/{file}")
    return uner_documents(labels, tree_bank)


def uner_documents(labels: Path, tree_bank: Path) -> list[Document]:
    """Return the documents of a file of UNER EWT; its text is printed as the same part of UD EWT spaces it."""
    spaces = _spaces(tree_bank)
    documents: list[tuple[str, list[Sentence]]] = []
    for head, rows in read_blocks(labels.read_text(encoding="utf-8")):
        number = head["sent_id"]
        words, tags = [row[1] for row in rows], [row[2] for row in rows]
        known = spaces.get(number, [])  # a few sentences were cut into words anew since UNER's first version
        text, places = join_words(words, known if len(known) == len(words) else guess_spaces(words))
        sentence = Sentence(text, {"uner": marks_of_tags(tags, places, _UNER)})
        name = number.rsplit("-", 1)[0]
        if not documents or documents[-1][0] != name:
            documents.append((name, []))
        documents[-1][1].append(sentence)
    return [Document("uner", name, tuple(sentences)) for name, sentences in documents]


def read_blocks(content: str) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Yield the comments and the rows of each sentence of a file of the CoNLL kind."""
    for block in content.split("\n\n"):
        head, rows = {}, []
        for line in block.split("\n"):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                head[key.strip()] = value.strip()
            elif line.strip():
                rows.append(line.split("\t"))
        if rows:
            yield head, rows


def spaces_of(rows: list[list[str]]) -> list[bool]:
    """Return which words of a sentence of UD a space follows."""
    inside: dict[int, bool] = {}
    spaced = []
    for row in rows:
        follows = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside |= dict.fromkeys(range(first, last), False) | {last: follows}
        elif "." not in row[0]:
            spaced.append(inside.get(int(row[0]), follows))
    return spaced


def _spaces(path: Path) -> dict[str, list[bool]]:
    return {head["sent_id"]: spaces_of(rows) for head, rows in read_blocks(path.read_text(encoding="utf-8"))}


def read_wikigold(cache: Path) -> list[Document]:
    """Return wikigold (Wikipedia, IOB1); its articles end in `-DOCSTART-` lines."""
    (path,) = green_files(cache, "ner-misc/data/wikigold/CONLL-format/data/*")
    documents, sentences = [], []
    for rows in _plain(path, " "):
        if rows[0][0] == "-DOCSTART-":
            documents.append(sentences)
            sentences = []
            rows = rows[1:]
        if rows:
            sentences.append(_sentence(rows, "wikigold", _WIKIGOLD))
    documents.append(sentences)
    return [Document("wikigold", f"wikigold-{number}", tuple(part)) for number, part in enumerate(documents) if part]


def read_tweets(cache: Path) -> list[Document]:
    """Return the Broad Twitter Corpus; every tweet is a text of its own."""
    return [
        Document("btc", f"{path.stem}-{number}", (_sentence(rows, "btc", _UNER),))
        for path in green_files(cache, "ner-misc/data/BTC/CONLL-format/data/*.conll")
        for number, rows in enumerate(_plain(path, "\t"))
    ]


def read_wnut(cache: Path) -> list[Document]:
    """Return WNUT17's train part; every post is a text of its own."""
    (path,) = green_files(cache, "ner-misc/data/WNUT17/CONLL-format/data/train/*")
    return [
        Document("wnut", f"wnut-{number}", (_sentence(rows, "wnut", _WNUT),))
        for number, rows in enumerate(_plain(path, "\t"))
    ]


def read_re3d(cache: Path) -> list[Document]:
    """Return the sources of re3d that may be trained on."""
    documents = []
    for source in _SOURCES:
        for path in green_files(cache, f"ner-misc/data/re3d/CONLL-format/data-by-source/conll/{source}/*.conll"):
            sentences = [_sentence(rows, "re3d", _RE3D) for rows in _plain(path, "\t")]
            for number, part in enumerate(in_paragraphs(sentences, 50)):
                documents.append(Document("re3d", f"{path.stem}-{number}", part))
    return documents


def _plain(path: Path, mark: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.rstrip("\r").rsplit(mark, 1)
        if len(cells) == 2 and cells[0].strip():
            rows.append([cells[0].strip(), cells[1].strip()])
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _sentence(rows: list[list[str]], head: str, kinds: dict[str, str]) -> Sentence:
    words = [row[0] for row in rows]
    text, places = join_words(words, guess_spaces(words))
    return Sentence(text, {head: marks_of_tags([row[1] for row in rows], places, kinds)})
