"""The articles of ECB+ with their events, written back to plain text; the test topics are never opened by default."""

from __future__ import annotations

import gzip
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.text import stable_id

MEMBER = "cross-document/ecbplus-docs/docs.jsonl.gz"

DEV = range(1, 36)
"""Topics on which settings are chosen; 36 to 45 are the test."""

FIRST_SENTENCES, DATE_LINE_TOKENS = 3, 14
"""Of the first three sentences those go that begin with http or have at most 14 tokens and a year: else stories are
found by their addresses."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LINE = re.compile(r"[^\n]+")
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
    kept = [
        sentence
        for number, sentence in enumerate(document.sentences)
        if number >= FIRST_SENTENCES or not _is_address_or_date(sentence)
    ]
    text = "\n".join(_plain(sentence) for sentence in kept)
    blocks = tuple(Block(*line.span(), Role.BODY) for line in _LINE.finditer(text))
    identity = stable_id("ecbplus", document.id)
    return Article(
        id=identity, version=stable_id("version", identity), page=document.id, place=0, kind=ArticleKind.ARTICLE,
        address=None, path=document.id, title=None, byline=None, dateline=None, carrier=None, origin=None,
        published=Published(None, "the pack gives no date", Sure.UNSURE), language="en", text=text, blocks=blocks,
        anchors=(), asides=(), completeness=1.0, partial=None, made_by="evals",
    )  # fmt: skip


def _is_address_or_date(sentence: str) -> bool:
    short = len(sentence.split()) <= DATE_LINE_TOKENS and _YEAR.search(sentence) is not None
    return short or sentence.startswith("http")


def _plain(sentence: str) -> str:
    for pattern, instead in _SPACED:
        sentence = pattern.sub(instead, sentence)
    return sentence.strip()
