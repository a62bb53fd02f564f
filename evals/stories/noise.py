"""The articles of articles-12k: what else was printed, with the day where the set tells one; no events are known."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from evals.stories.writing import NO_DATE, Printed, make_article, strip_lines
from nutgraf.records.article import Article, Published, Sure
from nutgraf.text import stable_id

MEMBER = "articles-12k/articles.jsonl"
EARLIEST = 2000
"""The set's articles are of 2012 to 2020; a day long before it ("0001-01-01") is no day."""

_ISO, _AMERICAN = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{1,2}/\d{1,2}/\d\d")


class Document(msgspec.Struct, frozen=True, rename={"text": "content_original"}):
    """One line of the pack."""

    url: str
    title: str
    date: str
    text: str


def read_documents(pack: Path) -> Iterator[Document]:
    """Yield the documents out of the packed archive, as they stand."""
    decoder = msgspec.json.Decoder(Document)
    with tarfile.open(pack) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise FileNotFoundError(f"{pack} holds no file {MEMBER}")
        for line in member:
            yield decoder.decode(line)


def write_article(document: Document) -> Article:
    """Return the document as an article; its lines are stripped by the same rule as the sentences of ECB+."""
    domain = urlsplit(document.url).hostname
    printed = Printed(document.title or None, document.url, domain, read_day(document.date))
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    identity = stable_id("articles-12k", document.url, document.title)
    return make_article(identity, document.url, strip_lines(lines), printed)


def read_day(printed: str) -> Published:
    """Return the day; "2/15/18" is likely an American one, an empty one or one before 2000 is unsure."""
    try:
        if _ISO.fullmatch(printed):
            day, sure = date.fromisoformat(printed), Sure.SURE
        elif _AMERICAN.fullmatch(printed):
            day, sure = datetime.strptime(printed, "%m/%d/%y").date(), Sure.LIKELY
        else:
            return NO_DATE
    except ValueError:
        return NO_DATE
    return Published(day.isoformat(), "told by the set", sure) if day.year >= EARLIEST else NO_DATE
