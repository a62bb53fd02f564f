"""A feed out of its wrapping: each entry a sheet of its own, an article or a teaser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nutgraf.errors import DocumentRefused
from nutgraf.extract.entries import Entry, sheet_of
from nutgraf.extract.feed_facts import Head
from nutgraf.extract.feed_json import json_entry, json_head, read_items
from nutgraf.extract.feed_xml import entry_spans, read_entry, read_head
from nutgraf.extract.limits import Limits
from nutgraf.extract.ties import one_line
from nutgraf.extract.unwrapped import Fact, Sheet, Unwrapped
from nutgraf.extract.wire_dates import read_moment
from nutgraf.extract.wrapping import parted, trimmed, uncovered
from nutgraf.extract.xml_walk import refuse_declarations, walk
from nutgraf.models.outlets import outlet_of_domain
from nutgraf.records.article import Field
from nutgraf.records.page import Page
from nutgraf.text import digest, host_of

_DATE = re.compile(
    r"<(?:[\w.-]+:)?(?:pubDate|date|published|issued|updated|modified)\b[^>]*>([^<]{6,80})<", re.IGNORECASE
)
_ROOTS = ("rss", "feed", "rdf", "channel")
_HTML = ("html", "head", "body", "div", "p")


@dataclass(frozen=True, slots=True)
class _Feed:
    """What was read of a feed: its head, its entries and where each stands, what is beyond the cap, if it is cut."""

    head: Head
    entries: list[tuple[tuple[int, int], Entry]]
    left: list[tuple[int, int]]
    cut: bool
    words: list[tuple[int, int]]
    """Every stretch of words in the head and in the entries that were read."""


def unwrap_feed(page: Page, text: str, limits: Limits) -> Unwrapped:
    """Return a feed's entries as sheets, the newest of them up to the cap."""
    unwrapped = Unwrapped(text)
    feed = _read_json(page, text, limits) if text.lstrip()[:1] == "{" else _read_xml(page, text, limits, unwrapped)
    sheets = _sheets(feed, page)
    unwrapped.sheets = _once(sheets, unwrapped)
    unwrapped.wrapping, long = parted(trimmed(text, uncovered(feed.words, unwrapped.sheets)))
    unwrapped.left = [*feed.left, *long]
    if long:
        unwrapped.damage.append("an entry is longer than what is read of one; what follows its beginning was left")
    _remark(feed, unwrapped, limits)
    return unwrapped


def _read_xml(page: Page, text: str, limits: Limits, unwrapped: Unwrapped) -> _Feed:
    if refuse_declarations(text):
        unwrapped.notes.append("its document type was passed over; nothing outside the file is looked at")
    root = next((mark.name for mark in walk(text[:20_000]) if mark.kind == "start"), "")
    spans, cut = entry_spans(text)
    if root.lower() in _HTML or (not spans and root.lower().rpartition(":")[2] not in _ROOTS):
        raise DocumentRefused("it is no feed: it holds neither an RSS nor an Atom element")
    head = read_head(text, spans, root)
    kept, left = _newest(text, spans, limits.entries)
    entries = [(span, read_entry(text, span, head, page.captured)) for span in kept]
    words = [
        (mark.inner, mark.inner_end)
        for stretch in _beside(left, len(text))
        for mark in walk(text, *stretch)
        if mark.kind in ("text", "cdata")
    ]
    return _Feed(head, entries, left, cut and not text.rstrip().endswith(">"), words)


def _beside(left: list[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a feed that are not left out: its head, the entries that are read, whatever stands between."""
    at = 0
    for start, stop in left:
        yield at, start
        at = stop
    yield at, end


def _read_json(page: Page, text: str, limits: Limits) -> _Feed:
    given, items, cut = read_items(text)
    if not items and not given.words("version").startswith("http"):
        raise DocumentRefused("it is no JSON Feed: it names no version and holds no items")
    head = json_head(given)
    kept = items[: limits.entries]
    entries = [(item.span(), json_entry(item, head, page.captured)) for item in kept]
    words = [
        (leaf.start, leaf.end)
        for one in (given, *kept)
        for named in one.leaves.values()
        for leaf in named
        if leaf.string
    ]
    return _Feed(head, entries, [item.span() for item in items[limits.entries :]], cut, words)


def _newest(text: str, spans: list[tuple[int, int]], most: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The newest entries up to the cap, in their order, and the rest; feeds without dates have the newest on top."""
    if len(spans) <= most:
        return spans, []
    dates = [_date(text, span) for span in spans]
    order = range(len(spans))
    ranked = sorted(order, key=lambda at: dates[at], reverse=True) if all(dates) else list(order)
    kept = set(ranked[:most])
    return [spans[at] for at in order if at in kept], [spans[at] for at in order if at not in kept]


def _date(text: str, span: tuple[int, int]) -> str:
    found = _DATE.search(text, *span)
    value = read_moment(found.group(1)) if found is not None else None
    return value or ""


def _sheets(feed: _Feed, page: Page) -> Iterable[Sheet]:
    """A sheet for each entry that says anything, named by the feed and by what tells it from all others of the feed."""
    whose = feed.head.address or feed.head.site or page.address
    shared = _shared(feed.head)
    links = Counter(entry.address for _, entry in feed.entries)
    guids = Counter((entry.address, entry.guid) for _, entry in feed.entries)
    for _, entry in feed.entries:
        parts = [entry.address or "", "" if entry.address and links[entry.address] == 1 else entry.guid or ""]
        if guids[entry.address, entry.guid] > 1 or not any(parts):
            parts.append(one_line(entry.title.text).text if entry.title is not None else "")
        sheet = sheet_of(entry, (whose, *parts))
        if sheet is not None:
            told = {fact.field for fact in sheet.told if fact.why_not is None}
            yield replace(sheet, told=(*sheet.told, *(fact for fact in shared if fact.field not in told)))


def _shared(head: Head) -> list[Fact]:
    """What the feed tells of all its entries: the outlet and the language."""
    facts: list[Fact] = []
    known = outlet_of_domain(host_of(head.site or head.address))
    if known is not None:
        facts.append(Fact(Field.CARRIER, known.name, "the domain of the feed’s site"))
    elif head.title is not None and head.title.text.strip():
        place = head.title.place(0, len(head.title.text)) or (None, None)
        name = " ".join(head.title.text.split())
        facts.append(Fact(Field.CARRIER, name[:200], "title of the feed", start=place[0], end=place[1]))
    if head.language:
        facts.append(Fact(Field.LANGUAGE, head.language[:40], "language of the feed"))
    return facts


def _once(sheets: Iterable[Sheet], unwrapped: Unwrapped) -> list[Sheet]:
    """An entry that stands twice, word for word, is one; the same name with other words gets a name by its words."""
    kept: dict[tuple[str, ...], Sheet] = {}
    twice = 0
    for sheet in sheets:
        before = kept.get(sheet.key)
        if before is not None and before.text.text == sheet.text.text:
            twice += 1
        elif before is not None:
            key = (*sheet.key, digest(sheet.text.text.encode("utf-8", "replace")))
            twice += key in kept
            kept.setdefault(key, replace(sheet, key=key))
        else:
            kept[sheet.key] = sheet
    if twice:
        unwrapped.notes.append(f"{twice} entries stand in the feed more than once, word for word; each was taken once")
    return list(kept.values())


def _remark(feed: _Feed, unwrapped: Unwrapped, limits: Limits) -> None:
    sounds = sum(entry.sounds for _, entry in feed.entries)
    if sounds:
        unwrapped.notes.append(f"{sounds} entries come with sound, film or pictures, which are not read")
    if not unwrapped.sheets:
        unwrapped.notes.append("the feed holds no entry that says anything")
    empty = len(feed.entries) - len(unwrapped.sheets)
    if empty > 0:
        unwrapped.notes.append(f"{empty} entries hold neither title nor text, or stand twice")
    if feed.left:
        unwrapped.damage.append(
            f"only the newest {limits.entries} entries were read (cap on entries), not the {len(feed.left)} older ones"
        )
    if feed.cut:
        unwrapped.damage.append("the feed is cut off in the midst of an entry; what came before stands")
