"""What an HTML page tells about itself: title, author, dates, address, site, language, whether it is free to read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from nutgraf.extract.furniture import is_button
from nutgraf.extract.html_lines import Document
from nutgraf.extract.marks import is_outlet_name
from nutgraf.extract.stamps import read_iso, read_stamp
from nutgraf.records.article import Published, Sure
from nutgraf.text import fold

_KINDS = re.compile(r"Article|Posting|Report|WebPage|Review", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_TITLE_END = re.compile(r"\s+(?:\||–|—|-|•|·|::|»)\s+[^|–—•·»]{2,60}$")
_GLUE = re.compile(r"\s*(?:\||»|::)\s*|\s+[–—•·-]\s+|:\s+")
_LARGEST_JSON = 500_000
_DATES = tuple(
    """
    article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date
    dc.date.issued dcterms.created dc.date date pubdate publishdate publish-date publication_date
    article.published cxenseparse:recs:publishtime
    """.split()
)
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "twitter:creator")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says; every field may be missing."""

    title: str | None = None
    author: str | None = None
    published: Published | None = None
    address: str | None = None
    site: str | None = None
    language: str | None = None
    locked: bool = False
    description: str | None = None
    page_title: str | None = None


NO_METADATA = Metadata()


_NOTHING = msgspec.Raw()


class _Thing(msgspec.Struct, rename={"type": "@type", "graph": "@graph"}):
    """The few fields of JSON-LD that are read; all else is skipped by the decoder."""

    type: str | list[str] | None = None
    graph: list[msgspec.Raw] | None = None
    headline: msgspec.Raw = _NOTHING
    datePublished: msgspec.Raw = _NOTHING  # noqa: N815 - the name in schema.org
    author: msgspec.Raw = _NOTHING
    publisher: msgspec.Raw = _NOTHING
    isAccessibleForFree: msgspec.Raw = _NOTHING  # noqa: N815 - the name in schema.org
    name: msgspec.Raw = _NOTHING


def read_metadata(source: str, document: Document) -> Metadata:
    """Return what the page's head tells, JSON-LD first, then Open Graph and other meta tags, then the address."""
    metas = _metas(document)
    things = list(_things(source, document))
    address = _address(source, document, metas)
    site = _first(
        metas.get("og:site_name"), *(_names(thing.publisher) for thing in things), metas.get("application-name")
    )
    titles = (*(_words(thing.headline) for thing in things), metas.get("og:title"), metas.get("twitter:title"))
    whole = _page_title(source, document)
    return Metadata(
        title=next((without_site(title, site) for title in titles if title), None)
        or (without_site(_TITLE_END.sub("", whole), site) if whole else None),
        author=_first(*(_names(thing.author) for thing in things), *(_person(metas.get(name)) for name in _AUTHORS)),
        published=_published(things, metas, document, address),
        address=address,
        site=site,
        language=document.base.get("html:lang") or metas.get("og:locale"),
        locked=any(_words(thing.isAccessibleForFree) in ("false", "False") for thing in things),
        description=_first(metas.get("description"), metas.get("og:description")),
        page_title=whole,
    )


def without_site(title: str, site: str | None) -> str:
    """Return a title without the outlet's name before or after it ("... - Harbor Gazette", "Harbor Gazette: ...")."""
    name = fold(site or "")
    if not name:
        return title
    for found in _GLUE.finditer(title):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if fold(after) == name and before:
            return before
        if fold(before) == name and after:
            return after
    return title


def same_headline(metadata: Metadata, words: str) -> bool:
    """Tell whether a line is the title that the head of the page gives, with or without an outlet's name beside it."""
    if not metadata.title or len(words.split()) < 2:
        return False
    key = fold(words)
    titles = [title for title in (metadata.title, metadata.page_title) if title]
    return any(fold(title) == key for title in titles) or any(
        fold(part) == key and len(key) * 2 >= len(fold(title))
        for title in titles
        for found in _GLUE.finditer(title)
        for part in (title[: found.start()], title[found.end() :])
    )


def site_of_title(metadata: Metadata, headline: str) -> str | None:
    """Return what stands beside the headline in the title of the page, where pages print their outlet's name."""
    whole, key = metadata.page_title or "", fold(headline)
    for found in _GLUE.finditer(whole):
        before, after = whole[: found.start()].strip(), whole[found.end() :].strip()
        name = after if fold(before) == key else before if fold(after) == key else ""
        name = _GLUE.split(name)[-1].strip()
        if name and is_outlet_name(name) and not is_button(name):
            return name
    return None


def _metas(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in document.metas:
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        value = html.unescape(meta.get("content", "")).strip()
        if name and value:
            found.setdefault(name, value[:2000])
    return found


def _things(source: str, document: Document) -> Iterator[_Thing]:
    """JSON-LD objects that describe an article; damaged or deep ones are skipped and noted (faults.md, C18)."""
    for token in document.raw:
        if token.name != "script" or "ld+json" not in source[token.start : token.inner][:300].lower():
            continue
        if token.inner_end - token.inner > _LARGEST_JSON:
            document.notes.append("JSON-LD larger than 500 KB not read")
            continue
        try:
            yield from _decoded(source[token.inner : token.inner_end].strip().encode())
        except (msgspec.MsgspecError, RecursionError, ValueError):
            document.notes.append("damaged JSON-LD not read")


def _decoded(data: bytes) -> Iterator[_Thing]:
    things = (
        msgspec.json.decode(data, type=list[_Thing]) if data[:1] == b"[" else [msgspec.json.decode(data, type=_Thing)]
    )
    for thing in things:
        inner = [msgspec.json.decode(raw, type=_Thing) for raw in thing.graph or ()]
        for one in (thing, *inner):
            if _KINDS.search(one.type if isinstance(one.type, str) else " ".join(one.type or ())):
                yield one


def _words(raw: msgspec.Raw) -> str | None:
    if not bytes(raw):
        return None
    value = msgspec.json.decode(raw)
    if isinstance(value, bool):
        return str(value)
    return _clean(value) if isinstance(value, str) else None


def _names(raw: msgspec.Raw) -> str | None:
    """The name or names of a person or organisation, given as text, object or list."""
    if not bytes(raw):
        return None
    value = msgspec.json.decode(raw)
    found = [
        one.get("name") if isinstance(one, dict) else one for one in (value if isinstance(value, list) else [value])
    ]
    names = [name for one in found if isinstance(one, str) and (name := _person(one))]
    return ", ".join(dict.fromkeys(names)) or None


def _person(words: str | None) -> str | None:
    """A name; addresses and account names are none."""
    if not words or words.startswith(("http", "@", "/")) or len(words) > 200:
        return None
    return _clean(re.sub(r"^(?:by|By|BY)\s+", "", words.strip()))


def _clean(words: str) -> str | None:
    return " ".join(html.unescape(words).split())[:1000] or None


def _page_title(source: str, document: Document) -> str | None:
    token = next((raw for raw in document.raw if raw.name == "title"), None)
    if token is None:
        return None
    return _clean(source[token.inner : token.inner_end][:2000])


def _address(source: str, document: Document, metas: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in document.links if link.get("rel", "").lower() == "canonical"), None)
    saved = _SAVED.search(source[:4000])
    for found in (canonical, metas.get("og:url"), saved.group(1) if saved else None):
        if found and re.match(r"https?://[^\s/]+\.[^\s]+$", found.strip()):
            return html.unescape(found.strip())[:2000]
    return None


def _published(
    things: list[_Thing], metas: dict[str, str], document: Document, address: str | None
) -> Published | None:
    for thing in things:
        value = read_iso(_words(thing.datePublished) or "") or read_stamp(_words(thing.datePublished) or "")
        if value:
            return Published(value, "datePublished in the page's JSON-LD", Sure.SURE)
    for name in _DATES:
        value = read_iso(metas.get(name, "")) or read_stamp(metas.get(name, ""))
        if value:
            return Published(value, f"meta tag {name}", Sure.SURE)
    found = _URL_DATE.search(address or "")
    value = read_stamp("-".join((found.group(1), found.group(2).zfill(2), found.group(3).zfill(2)))) if found else None
    if value:
        return Published(value, "the date in the page's address", Sure.LIKELY)
    value = next((stamp for time in document.times if (stamp := read_iso(time))), None)
    return Published(value, "the first time element of the page", Sure.LIKELY) if value else None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)
