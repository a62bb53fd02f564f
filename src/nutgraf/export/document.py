"""The whole archive as one JSON document or as JSON lines, written record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from nutgraf.export.article_contract import ArticleOut, said
from nutgraf.export.links import LinkOut
from nutgraf.export.story_contract import StoryOut


@dataclass(frozen=True, slots=True)
class Document:
    """What `nutgraf export --format json` writes: every article and teaser, every story, each by id, and the links."""

    articles: Annotated[tuple[ArticleOut, ...], said("Articles and teasers, by id.")]
    stories: Annotated[tuple[StoryOut, ...], said("Stories, by id.")]
    links: Annotated[tuple[LinkOut, ...], said("Addresses in lists and sitemaps, list by list.")] = ()


def write_json(
    articles: Iterable[ArticleOut], stories: Iterable[StoryOut], links: Iterable[LinkOut] = ()
) -> Iterator[bytes]:
    """Yield the document in pieces: one record per line, so that two exports can be compared line by line."""
    yield b'{"articles": ['
    yield from _joined(articles)
    yield b'],\n"stories": ['
    yield from _joined(stories)
    yield b'],\n"links": ['
    yield from _joined(links)
    yield b"]}\n"


def write_jsonl(
    articles: Iterable[ArticleOut], stories: Iterable[StoryOut], links: Iterable[LinkOut] = ()
) -> Iterator[bytes]:
    """Yield one line per record: `{"article": …}`, then `{"story": …}`, then `{"link": …}` for each of its kind."""
    for article in articles:
        yield msgspec.json.encode({"article": article}) + b"\n"
    for story in stories:
        yield msgspec.json.encode({"story": story}) + b"\n"
    for link in links:
        yield msgspec.json.encode({"link": link}) + b"\n"


def _joined(records: Iterable[object]) -> Iterator[bytes]:
    lead = b"\n"
    for record in records:
        yield lead + msgspec.json.encode(record)
        lead = b",\n"


def read_document(content: bytes) -> Document:
    """Return the document of an export, checked against its shape."""
    return msgspec.json.decode(content, type=Document)


def document_schema() -> bytes:
    """Return the JSON Schema (2020-12) of the document, indented, as it stands in docs/reference/export.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "nutgraf export",
        **msgspec.json.schema(Document),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
