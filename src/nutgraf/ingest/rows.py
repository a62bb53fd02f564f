"""Rows of tables and exports to pages: a page's HTML as it is, a ready article as a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from nutgraf.ingest.fields import Fields
from nutgraf.ingest.limits import PAGE_CAP
from nutgraf.ingest.making import Origin, make_page
from nutgraf.ingest.steps import At, Place, Step
from nutgraf.ingest.tally import Count, Sort
from nutgraf.ingest.values import Row, Taken, is_name, is_web_address
from nutgraf.records.page import Media, Page, Ready

ROW_CAP = 16_000_000
"""Bytes of one row: three pages at their cap, since quoting makes them longer."""

_WHOLE_PAGE = re.compile(rb"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MARKED_UP = re.compile(
    r"</(?:p|div|h[1-6]|ul|ol|table|blockquote|article|section)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_NAMED = 8
"""So many of a row's fields are named to a person who has to say which of them holds the text."""


def row_step(at: At, row: object, where: tuple[str, int], place: Place, fields: Fields) -> Step:
    """Return what a row comes to; `where` is its place in the container, a word and a number."""
    told = f"{where[0]} {where[1]}"
    if not isinstance(row, Mapping) or not all(isinstance(name, str) for name in row):
        return Step(at, None, (Count(Sort.UNREADABLE, "no object with fields", told),))
    try:
        page, cut = _page(row, where, place, fields)
    except RecursionError:
        return Step(at, None, (Count(Sort.UNREADABLE, "fields within fields, too deep", told),))
    if page is None:
        return Step(at, None, (Count(Sort.BARE, first=f"{told}; its fields: {_names(row)}"),))
    return Step(at, page, (Count(Sort.CAPPED, first=told),) if cut else ())


def _names(row: Row) -> str:
    names = sorted(row)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return (", ".join(name[:40] for name in names[:_NAMED]) or "none") + more


def _page(row: Row, where: tuple[str, int], place: Place, fields: Fields) -> tuple[Page | None, bool]:
    """Return the page of a row, and whether it was cut at the cap."""
    taken = Taken(row)
    web = taken.words(fields.address, is_web_address)
    address = web or place.part(*where)
    origin = Origin(place.told(f"{where[0]} {where[1]}"), "utf-8")
    html = taken.value(fields.html)
    content = html.encode("utf-8", "replace") if isinstance(html, str) else html
    if content is not None and _WHOLE_PAGE.search(content[:65_536]):
        origin = origin._replace(charset=None) if isinstance(html, bytes) else origin
        return make_page(address, place.path, Media.HTML, content[:PAGE_CAP], origin), len(content) > PAGE_CAP
    body = content.decode("utf-8", "replace") if content is not None else taken.words(fields.text)
    if body is None:
        return None, False
    ready = _ready(taken, fields, web, body, content is not None or _MARKED_UP.search(body) is not None)
    record, cut = _record(ready)
    return make_page(address, place.path, Media.RECORD, record, origin), cut


def _ready(taken: Taken, fields: Fields, address: str | None, body: str, html: bool) -> Ready:
    ready = Ready(
        body=body,
        html=html,
        address=address,
        title=taken.words(fields.title),
        byline=taken.words(fields.byline),
        published=taken.time(fields.published),
        modified=taken.time(fields.modified),
        outlet=taken.words(fields.outlet, is_name),
        section=taken.words(fields.section),
        language=taken.words(fields.language, is_name),
    )
    return replace(ready, more=taken.rest())


def _record(ready: Ready) -> tuple[bytes, bool]:
    """Return a ready article as JSON, and whether it was cut: first what has no name is left off, then text."""
    record = _encoded(ready)
    if len(record) <= PAGE_CAP:
        return record, False
    ready = replace(ready, more=())
    while len(record := _encoded(ready)) > PAGE_CAP:
        ready = replace(ready, body=ready.body[: len(ready.body) * PAGE_CAP // len(record) * 99 // 100])
    return record, True


def _encoded(ready: Ready) -> bytes:
    try:
        return msgspec.json.encode(ready, order="sorted")
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(ready)
        return msgspec.json.encode(msgspec.convert(_storable(plain), Ready), order="sorted")


def _storable(value: object) -> object:
    """Return a value without lone surrogates, which no file and no database takes."""
    if isinstance(value, str):
        return _LONE_SURROGATES.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return [_storable(part) for part in value]
    return {name: _storable(part) for name, part in value.items()} if isinstance(value, dict) else value
