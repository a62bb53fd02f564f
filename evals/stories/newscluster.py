"""The news cluster set of Giveme5W1H: 383 articles on 69 events, with title, day, address and outlet; test only."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from evals.stories.writing import Printed, make_article, strip_lines
from nutgraf.records.article import Article, Published, Sure
from nutgraf.text import stable_id

FOLDER = "cross-document/giveme5w1h/news_cluster/data/"
_DAY = len("2000-01-01")


class _Event(msgspec.Struct, frozen=True, rename={"event": "EventId"}):
    event: int


class Document(msgspec.Struct, frozen=True, rename={"id": "dId", "day": "date_publish", "event": "newsCluster"}):
    """One file of the pack; `day` is when the outlet printed it, mostly to the second and without zone."""

    id: str
    title: str
    text: str
    url: str
    source_domain: str
    day: str
    event: _Event

    @property
    def story(self) -> str:
        """The event it tells, by its number."""
        return str(self.event.event)


def read_documents(pack: Path) -> Iterator[Document]:
    """Yield the documents out of the packed archive, in the order in which they were printed."""
    decoder = msgspec.json.Decoder(Document)
    found = []
    with tarfile.open(pack) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.startswith(FOLDER) and member.isfile() else None
            if file is not None:
                found.append(decoder.decode(file.read()))
    yield from sorted(found, key=lambda document: (document.day, document.id))


def write_article(document: Document) -> Article:
    """Return the document as an article; its lines are stripped by the same rule as the sentences of ECB+."""
    published = Published(document.day[:_DAY], "told by the set", Sure.SURE)
    printed = Printed(document.title, document.url, document.source_domain, published)
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    return make_article(stable_id("newscluster", document.id), document.id, strip_lines(lines), printed)
