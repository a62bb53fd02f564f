"""RSS of every release and Atom: the entries of a feed, with what it tells of itself."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.extract.entries import Entry, Words, shown
from nutgraf.extract.feed_elements import Element, read_elements
from nutgraf.extract.feed_facts import Facts, Head, web_address
from nutgraf.extract.feed_names import Names, read_names
from nutgraf.extract.ties import one_line
from nutgraf.extract.xml_walk import Mark, walk
from nutgraf.records.article import Field, Sure

_PLACES = re.compile(r"<!\[CDATA\[|<!--|<(/?)(?:[\w.-]{1,40}:)?(item|entry)(?=[\s>/])", re.IGNORECASE)
_CONTENTS = ("content:encoded", "content", "body", "xhtml:body", "div", "xhtml:div")
_SUMMARIES = (
    "description", "summary", "abstract", "dcterms:abstract", "media:description", "media:group/media:description",
    "itunes:summary", "itunes:subtitle",
)  # fmt: skip
_TITLES = ("title", "media:title", "media:group/media:title", "itunes:title", "dc:title")
_PUBLISHED = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date")
_MODIFIED = ("updated", "modified", "dcterms:modified", "atom:updated", "lastbuilddate")
_MAIL_NAME = re.compile(r"[^\s()]+@[^\s()]+\s*\((.+)\)")
_MARKUP = re.compile(r"<[a-zA-Z][\w-]*[\s>/]|</[a-zA-Z]")


def entry_spans(source: str) -> tuple[list[tuple[int, int]], bool]:
    """Return where the entries of a feed stand, and whether the last of them is cut off."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    at, commented = 0, True  # a comment whose end was once missed is not looked for again: the time stays linear
    while (found := _PLACES.search(source, at)) is not None:
        at = found.end()
        if found.group(2) is None:
            comment = found.group() == "<!--"
            close = source.find("-->" if comment else "]]>", at) if commented or not comment else -1
            commented = commented and not (comment and close < 0)
            at = close + 3 if close >= 0 else at if comment else len(source)
        elif found.group(1):
            spans += [(opened, found.start())] if opened is not None else []
            opened = None
        else:
            spans += [(opened, found.start())] if opened is not None else []
            opened = found.start()
    if opened is None:
        return spans, False
    return [*spans, (opened, len(source))], True


def read_head(source: str, spans: list[tuple[int, int]], root: str) -> Head:
    """Return what a feed tells of itself: the elements before its first entry, and after its last where that is all."""
    names = read_names(source, root)
    first, last = (spans[0][0], spans[-1][1]) if spans else (len(source), len(source))
    elements = list(read_elements(source, 0, first, names))
    if not any(element.path.endswith("title") for element in elements):
        elements += read_elements(source, last, len(source), names)
    return _head(source, elements, names)


def _head(source: str, elements: list[Element], names: Names) -> Head:
    """The root and the channel are elements, too, so only the last step of a path counts, and only near the root."""
    near = [(element.path.split("/"), element) for element in elements]
    own = [(steps[-1], element) for steps, element in near if len(steps) <= 3 and "image" not in steps[:-1]]
    told: dict[str, Element] = {}
    for name, element in own:
        told.setdefault(name, element)
    links = [element for name, element in own if name in ("link", "atom:link")]
    site = _alternate(source, links)
    itself = next((e.attributes.get("href", "") for e in links if e.attributes.get("rel", "").lower() == "self"), "")
    root = near[0][1] if near else None
    title = told.get("title")
    language = told.get("language") or told.get("dc:language")
    return Head(
        names=names,
        title=one_line(title.words(source)) if title is not None else None,
        site=web_address(site, ""),
        address=web_address(itself, ""),
        base=(root.attributes.get("xml:base", "") if root is not None else "") or site,
        language=language.plain(source)
        if language
        else (root.attributes.get("xml:lang") if root is not None else None),
    )


def read_entry(source: str, span: tuple[int, int], head: Head, captured: str | None) -> Entry:
    """Return one entry."""
    opening = next(walk(source, *span), None)
    inner = opening.end if opening is not None and opening.kind == "start" else span[0]
    elements: dict[str, list[Element]] = {}
    for element in read_elements(source, inner, span[1], head.names):
        elements.setdefault(element.path, []).append(element)
    return _Reading(source, elements, head, captured).entry(opening)


class _Reading:
    """One entry's elements by path."""

    def __init__(self, source: str, elements: dict[str, list[Element]], head: Head, captured: str | None) -> None:
        self.source, self.elements, self.head = source, elements, head
        self.facts = Facts("the feed’s entry", captured)

    def entry(self, opening: Mark | None) -> Entry:
        entry = Entry(sounds=any(path.split("/")[-1] in ("enclosure", "media:content") for path in self.elements))
        entry.title = next((self._words(e, path) for path in _TITLES for e in self._all(path) if _told(e)), None)
        entry.contents = [self._words(e, path) for path in _CONTENTS for e in self._all(path) if _told(e)]
        entry.summaries = [self._words(e, path) for path in _SUMMARIES for e in self._all(path) if _told(e)]
        entry.guid = next((e.plain(self.source) for path in ("guid", "id") for e in self._all(path)), None) or None
        entry.address = self._address()
        self._tell(entry)
        entry.facts = self.facts.told
        return entry

    def _all(self, path: str) -> list[Element]:
        return self.elements.get(path, [])

    def _of(self, *paths: str) -> list[Element]:
        return [element for path in paths for element in self._all(path)]

    def _words(self, element: Element, path: str) -> Words:
        words = element.words(self.source)
        kind = element.attributes.get("type", "").lower()
        plain = kind in ("text", "plain", "text/plain")
        atom = path in ("title", "summary", "content") and not kind
        markup = element.mixed or not (plain or (atom and not _MARKUP.search(words.text)))
        return Words(words, markup or (path == "title" and "&" in words.text and not plain), path)

    def _address(self) -> str | None:
        origin = next((e.plain(self.source) for e in self._all("feedburner:origlink")), "")
        link = origin or _alternate(self.source, [*self._all("link"), *self._all("atom:link")])
        if not link:
            perma = [e for e in self._all("guid") if e.attributes.get("ispermalink", "true").lower() != "false"]
            link = next((e.plain(self.source) for e in [*perma, *self._all("id")]), "")
        base = next((e.attributes["xml:base"] for e in self._all("content") if "xml:base" in e.attributes), "")
        return web_address(link, base or self.head.base)

    def _tell(self, entry: Entry) -> None:
        if entry.title is not None:
            self.facts.say(Field.TITLE, shown(entry.title), entry.title.name, entry.title.text)
        if entry.address:
            self.facts.say(Field.ADDRESS, entry.address, "link")
        for element in self._of("author/name", "dc:creator", "author", "itunes:author", "media:credit"):
            self._author(element)
        self._dates()
        for element in self._of("category", "dc:subject", "media:category"):
            label = element.attributes.get("label") or element.attributes.get("term") or element.plain(self.source)
            self.facts.say(Field.SECTION, label, element.label, element.words(self.source))
        for element in self._of("source", "source/title"):
            self.facts.tell(Field.ORIGIN, one_line(element.words(self.source)), element.label)
        for element in self._of("dc:language", "language"):
            self.facts.tell(Field.LANGUAGE, element.words(self.source), element.label)

    def _author(self, element: Element) -> None:
        words = one_line(element.words(self.source))
        named = _MAIL_NAME.fullmatch(words.text)
        name = named.group(1).strip() if named else words.text
        if "@" not in name:
            self.facts.say(Field.BYLINE, name, element.label, words)

    def _dates(self) -> None:
        for element in self._of(*_PUBLISHED):
            self.facts.date(Field.PUBLISHED, element.words(self.source), element.label)
        for element in self._of(*_MODIFIED):
            self.facts.date(Field.MODIFIED, element.words(self.source), element.label)
        if not self.facts.has(Field.PUBLISHED):
            changed = next(
                (fact for fact in self.facts.told if fact.field is Field.MODIFIED and not fact.why_not), None
            )
            if changed is not None:
                how = f"{changed.how}; it gives no other date"
                self.facts.told.append(replace(changed, field=Field.PUBLISHED, how=how, sure=Sure.LIKELY))


def _told(element: Element) -> bool:
    """Words stand there; what lies elsewhere (`src`) or is no text (a picture, base64) is not in the feed."""
    kind = element.attributes.get("type", "").lower()
    other = "/" in kind and not kind.startswith("text/") and "xml" not in kind and "html" not in kind
    return (
        bool(element.marks)
        and "src" not in element.attributes
        and not other
        and element.attributes.get("mode", "").lower() != "base64"
    )


def _alternate(source: str, links: list[Element]) -> str:
    """The web address among links: the one that is HTML if several are given, never one that is the feed itself."""
    given: list[tuple[bool, str]] = []
    for link in links:
        rel = link.attributes.get("rel", "alternate").lower()
        href = link.attributes.get("href", "") or link.plain(source)
        if href and rel in ("alternate", "") and not link.path.startswith("atom:link"):
            given.append(("html" not in link.attributes.get("type", "html"), href))
        elif href and rel == "alternate" and "html" in link.attributes.get("type", ""):
            given.append((True, href))
    return min(given, default=(True, ""), key=lambda pair: pair[0])[1]
