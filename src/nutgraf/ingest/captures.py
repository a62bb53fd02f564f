"""The captures of a crawl's archive: each record to a page, or to what it is counted as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from nutgraf.ingest.arc import ARC
from nutgraf.ingest.kinds import Container, kind_of
from nutgraf.ingest.limits import cap_of, over_cap
from nutgraf.ingest.making import Origin, make_page
from nutgraf.ingest.members import Members
from nutgraf.ingest.messages import Payload, payload_of, read_message
from nutgraf.ingest.packing import Packing, Unpacked
from nutgraf.ingest.records import Broken, Record, Records
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.ingest.stretches import Stretches, Whole
from nutgraf.ingest.tally import Count, Sort
from nutgraf.ingest.warc import WARC
from nutgraf.records.page import Media, Outcome, Page

_TOLD = 20
"""So many broken places are told one by one; the rest is in the totals."""
_PAYLOADS = ("response", "resource", "conversion")
_WEB = re.compile(r"(?:https?|ftp|file|gemini|gopher):", re.IGNORECASE)
_FOR_MACHINES = re.compile(
    r"https?://[^/]+/(?:(?:robots|ads|app-ads|humans|security)\.txt|\.well-known/.*)", re.IGNORECASE
)
_NO_PAGES = re.compile(
    r"(?:image|video|audio|font|model|multipart)/|text/(?:css|javascript|ecmascript|calendar|vcard|csv|event-stream)"
    r"|application/(?:x-)?(?:javascript|ecmascript|font|wasm|ms-fontobject|shockwave-flash|protobuf|mpegurl)"
)
_HTML = ("text/html", "application/xhtml+xml")
_OPEN = ("", "text/plain", "text/markdown", "text/xml", "application/xml", "application/octet-stream", "unknown")
"""Declared types under which anything may lie."""
_WHOLE = Count(Sort.WHOLE)


def read_captures(
    stream: BinaryIO, place: Place, kind: Container, packing: Packing | None, start: At, passing: bool = False
) -> Iterator[Step]:
    """Yield a step for every record of a WARC or ARC file, from a place on; `passing` passes over one record first."""
    form = WARC if kind is Container.WARC else ARC
    number, offset, inner = start if len(start) == 3 else (0, 0, 0)
    after = passing and inner == 0 and packing is Packing.GZIP
    stretches: Stretches
    if packing is Packing.GZIP:
        stretches = Members(stream, offset, form.starts, after)
    else:
        stream.seek(0)
        stretches = Whole(stream if packing is None else Unpacked(stream, packing), offset)
    records = Records(stretches, form, (number, offset, inner) if start else (), passing and not after)
    told = 0
    for event in records:
        match event:
            case Record():
                yield _step(records.at, event, place)
            case Broken(reason, cut):
                told += 1
                made = Told(Outcome.PARTIAL, reason) if told <= _TOLD or cut else None
                yield Step(records.at, made, (Count(Sort.CUT if cut else Sort.DAMAGED),))
            case None:
                yield Step(records.at)


def _step(at: At, record: Record, place: Place) -> Step:
    made = _made(record, place)
    if isinstance(made, Count):
        return Step(at, None, (_WHOLE, made))
    page, cut = made
    counts = [_WHOLE]
    if "warc-truncated" in record.header.fields:
        counts.append(Count(Sort.CRAWLER_CUT, record.header.fields["warc-truncated"]))
    elif record.cut or len(page.content) == cap_of(page.media):
        counts.append(Count(Sort.CAPPED, first=record.place))
    elif cut:
        counts.append(Count(Sort.UNENDED, first=record.place))
    return Step(at, page, tuple(counts))


def _made(record: Record, place: Place) -> tuple[Page, bool] | Count:
    """Return the page of a record and whether it was cut, or what the record is counted as."""
    header = record.header
    if header.sort not in _PAYLOADS:
        return Count(Sort.REVISIT if header.sort == "revisit" else Sort.NOTE, header.sort or "without a type")
    if not _WEB.match(header.address):
        return Count(Sort.NOTE, f"{header.sort} for {header.address.partition(':')[0] or 'no address'}:")
    message = read_message(record.block)
    if message is None:
        payload, declared = Payload(record.block), header.fields.get("content-type", "")
    elif not 200 <= message.status < 300:
        return Count(Sort.NO_SUCCESS, f"status {message.status}")
    else:
        declared = message.fields.get("content-type", "")
        if _NO_PAGES.match(declared.lower()):
            return Count(Sort.NO_PAGE, _type(declared))
        payload = payload_of(message)
    if payload.fault is not None:
        return Count(Sort.PACKED, payload.fault)
    return _page(record, place, payload, declared)


def _page(record: Record, place: Place, payload: Payload, declared: str) -> tuple[Page, bool] | Count:
    if not payload.data.strip():
        return Count(Sort.EMPTY, _type(declared))
    media = _medium(payload.data, _type(declared), record.header.address)
    if not isinstance(media, Media):
        return Count(Sort.NO_PAGE, media)
    if (over := over_cap(media, len(payload.data) + record.cut)) is not None:
        return Count(Sort.NO_PAGE, over)
    origin = Origin(place.told(record.place), _charset(declared), captured_at(record.header.date))
    address = record.header.address.replace(" ", "%20")
    cap = cap_of(media)
    return make_page(address, place.path, media, payload.data[:cap], origin), payload.cut or len(payload.data) > cap


def _medium(data: bytes, declared: str, address: str) -> Media | str:
    """Return how a payload is to be read, or what it is counted as."""
    if _NO_PAGES.match(declared):
        return declared
    kind = kind_of(data)
    if isinstance(kind, Container):
        return declared or kind
    if not isinstance(kind, Media):
        return Media.HTML if declared in _HTML and kind.startswith("XML") else kind.partition(";")[0]
    if kind is not Media.TEXT:
        return kind
    if declared in _HTML:
        return Media.HTML
    if _FOR_MACHINES.match(address):
        return "text for machines (robots.txt and its like)"
    return Media.TEXT if declared in _OPEN else declared


def _type(declared: str) -> str:
    return declared.partition(";")[0].strip().lower()


def _charset(declared: str) -> str | None:
    found = re.search(r"charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", declared, re.IGNORECASE)
    return found.group(1) if found else None


def captured_at(date: str) -> str | None:
    """Return a capture's time as ISO 8601 in UTC, whole seconds; nothing where it is none."""
    try:
        if date.isdecimal() and len(date) == 14:
            time = datetime.strptime(date, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        else:
            time = datetime.fromisoformat(date)
            time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return time.replace(microsecond=0).isoformat()
