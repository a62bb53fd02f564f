"""The articles of ECB+ with their events, written back to plain text; the test topics are scored, never read."""

from __future__ import annotations

import gzip
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from evals.stories.writing import make_article, strip_lines
from nutgraf.records.article import Article
from nutgraf.text import stable_id

MEMBER = "cross-document/ecbplus-docs/docs.jsonl.gz"

DEV, TEST = range(1, 36), range(36, 46)
"""Topics on which settings are chosen, and those that only measure."""

_SPACED = (
    (re.compile(r"``\s*|\s*''"), '"'),
    (re.compile(r"\s+([,.;:?!%)\]])"), r"\1"),
    (re.compile(r"([(\[$])\s+"), r"\1"),
    (re.compile(r"\s+('s|'re|'ve|'ll|'d|'m|n't|')\b"), r"\1"),
    (re.compile(r"(\w) - (\w)"), r"\1-\2"),
)


class Document(msgspec.Struct, frozen=True):
    """One line of the pack."""

    id: str
    topic: int
    event: str
    sentences: tuple[str, ...]


def read_documents(pack: Path, topics: range = DEV) -> Iterator[Document]:
    """Yield the documents of some topics out of the packed archive, in the order of their ids."""
    decoder = msgspec.json.Decoder(Document)
    with tarfile.open(pack) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise FileNotFoundError(f"{pack} holds no file {MEMBER}")
        lines = gzip.decompress(member.read()).splitlines()
    found = [document for line in lines if (document := decoder.decode(line)).topic in topics]
    yield from sorted(found, key=lambda document: document.id)


def write_article(document: Document) -> Article:
    """Return the document as an article without title, outlet and date."""
    lines = [_plain(sentence) for sentence in strip_lines(document.sentences)]
    return make_article(stable_id("ecbplus", document.id), document.id, lines)


def _plain(sentence: str) -> str:
    for pattern, instead in _SPACED:
        sentence = pattern.sub(instead, sentence)
    return sentence.strip()
