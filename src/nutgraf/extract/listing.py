"""Lists of addresses: OPML, sitemaps and their indexes as links, news sitemaps as teasers, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.errors import DocumentRefused
from nutgraf.extract.feed_elements import Element, read_elements
from nutgraf.extract.feed_facts import Facts, web_address
from nutgraf.extract.feed_names import Names, read_names
from nutgraf.extract.limits import Limits
from nutgraf.extract.ties import Tied, one_line
from nutgraf.extract.unwrapped import Holds, Sheet, Unwrapped
from nutgraf.extract.wire_dates import read_moment
from nutgraf.extract.wrapping import trimmed, uncovered
from nutgraf.extract.xml_walk import attributes, refuse_declarations, walk
from nutgraf.records.article import Field, Link
from nutgraf.records.page import Media, Page

_ENTRY = re.compile(r"<!--|<!\[CDATA\[|<(/?)(?:[\w.-]{1,40}:)?(url|sitemap)(?=[\s>])", re.IGNORECASE)
_LOC = re.compile(r"<(?:[\w.-]{1,40}:)?loc\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]*)", re.IGNORECASE)
_CHANGED = re.compile(r"<(?:[\w.-]{1,40}:)?lastmod\b[^>]*>\s*([^<]{4,80})", re.IGNORECASE)
_NEWS = re.compile(r"<[\w.-]{1,40}:(?:publication|news)\b", re.IGNORECASE)
_SHOWN = 3


def unwrap_listing(page: Page, text: str, limits: Limits) -> Unwrapped:
    """Return a list's addresses as links, and what a news sitemap says of its newest pages as teasers."""
    unwrapped = Unwrapped(text)
    if refuse_declarations(text):
        unwrapped.notes.append("its document type was passed over; nothing outside the file is looked at")
    root = next((mark.name for mark in walk(text[:20_000]) if mark.kind == "start"), "")
    names = read_names(text, root)
    refused: list[str] = []
    if names.name(root) == "opml":
        found: Iterator[Link] = _outlines(text, refused)
    elif names.name(root) in ("urlset", "sitemapindex"):
        found = _places(page, text, names, unwrapped, refused, limits)
    else:
        raise DocumentRefused("it is neither an OPML file nor a sitemap")
    _keep(found, unwrapped, refused, limits)
    words = [(mark.inner, mark.inner_end) for mark in walk(text) if mark.kind in ("text", "cdata")]
    unwrapped.wrapping = trimmed(text, uncovered(words, unwrapped.sheets))
    return unwrapped


def _keep(found: Iterator[Link], unwrapped: Unwrapped, refused: list[str], limits: Limits) -> None:
    """Keep the links, each once, up to the cap, and say what was not kept."""
    kept: dict[tuple[str, str], Link] = {}
    beyond: set[tuple[str, str]] = set()
    for link in found:
        key = (link.kind, link.address)
        if key not in kept and len(kept) >= limits.links:
            beyond.add(key)
        else:
            kept.setdefault(key, link)
    unwrapped.links = list(kept.values())
    if beyond:
        unwrapped.damage.append(
            f"only the first {limits.links} addresses were kept (the cap on a list); {len(beyond)} more were not"
        )
    if refused:
        shown = ", ".join(f"“{address[:60]}”" for address in refused[:_SHOWN])
        more = f" and {len(refused) - _SHOWN} more" if len(refused) > _SHOWN else ""
        unwrapped.damage.append(f"{len(refused)} addresses are no web addresses and were not kept: {shown}{more}")
    if not kept:
        unwrapped.notes.append("no address found in this list")


def _outlines(text: str, refused: list[str]) -> Iterator[Link]:
    """The outlines of an OPML file, however deep: the feed that each gives, and the page."""
    for mark in walk(text):
        if mark.kind != "start" or mark.name.lower() != "outline":
            continue
        given = attributes(text, mark)
        title = " ".join((given.get("title") or given.get("text") or "").split())[:500] or None
        for name, kind in (("xmlurl", "feed"), ("htmlurl", "page"), ("url", "page")):
            if not given.get(name, "").strip():
                continue
            address = web_address(given[name], "")
            if address is None:
                refused.append(given[name].strip())
            else:
                yield Link(address, title, kind)


def _places(
    page: Page, text: str, names: Names, unwrapped: Unwrapped, refused: list[str], limits: Limits
) -> Iterator[Link]:
    """The addresses of a sitemap or of an index of sitemaps; each news page gives a teaser, too."""
    passed = 0
    for kind, start, end in _entries(text):
        loc = _LOC.search(text, start, end)
        given = loc.group(1) if loc is not None else ""
        address = web_address(given.replace("&amp;", "&"), "")
        if address is None:
            refused.extend([given.strip()] if given.strip() else [])
            continue
        title = None
        if _NEWS.search(text, start, end):
            sheet = _teaser(text, (start, end), names, address, page.captured)
            title = sheet.text.text if sheet is not None else None
            if sheet is not None and len(unwrapped.sheets) < limits.entries:
                unwrapped.sheets.append(sheet)
            else:
                passed += sheet is not None
        changed = _CHANGED.search(text, start, end)
        moment = read_moment(changed.group(1), page.captured) if changed is not None else None
        yield Link(address, title, kind, moment)
    if passed:
        unwrapped.damage.append(
            f"only {limits.entries} teasers were taken (the cap on entries); {passed} more are links alone"
        )


def _entries(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what each entry of a sitemap leads to, and where it stands."""
    opened: int | None = None
    at = 0
    while (found := _ENTRY.search(text, at)) is not None:
        at = found.end()
        if found.group(2) is None:
            close = text.find("-->" if found.group() == "<!--" else "]]>", at)
            at = close + 3 if close >= 0 else at
            continue
        if opened is not None:
            yield ("sitemap" if found.group(2).lower() == "sitemap" else "page"), opened, found.start()
        opened = None if found.group(1) else at
    if opened is not None:
        yield "page", opened, len(text)


def _teaser(text: str, span: tuple[int, int], names: Names, address: str, captured: str | None) -> Sheet | None:
    """What a news sitemap says of one page: title, outlet, language, date."""
    given: dict[str, Element] = {}
    for element in read_elements(text, *span, names):
        given.setdefault(element.path.rpartition("/")[2], element)
    words = {name: one_line(element.words(text)) for name, element in given.items()}
    title = words.get("news:title")
    if title is None or not title.text:
        return None
    facts = Facts("the news sitemap", captured)
    facts.tell(Field.TITLE, title, "news:title")
    facts.say(Field.ADDRESS, address, "loc")
    for name, field in (("news:name", Field.CARRIER), ("news:language", Field.LANGUAGE)):
        facts.tell(field, words.get(name, Tied("", ())), name)
    facts.date(Field.PUBLISHED, words.get("news:publication_date", Tied("", ())), "news:publication_date")
    key = ("sitemap, teaser", address)
    return Sheet(title, Media.TEXT, Holds.TEASER, tuple(facts.told), len(title.text), key)
