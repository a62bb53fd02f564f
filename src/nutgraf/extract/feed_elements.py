"""The elements of one feed entry or of a feed's head, flat, each with its path and its words tied to their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nutgraf.extract.feed_names import Names
from nutgraf.extract.ties import Tied, Weaver, unescaped, whole
from nutgraf.extract.xml_walk import Mark, attributes, walk

_TEXTS = frozenset(
    """
    title description summary content content:encoded tagline subtitle body xhtml:body xhtml:div div abstract
    dcterms:abstract media:description media:title media:text itunes:summary itunes:subtitle
    """.split()
)
"""What stands inside these is markup of the text, not elements of the feed."""
_OF_FEEDS = ("title", "link", "base", "meta", "source")
"""Names that mean something else in a feed than in HTML; in a text they stand where a feed is damaged."""
_MOST = 2_000
"""So many elements of one entry are looked at."""
LONGEST = 1_000_000
"""Characters of one element that are taken; the rest of a longer one is told to be left."""


@dataclass(slots=True)
class Element:
    """An element: its path below the entry (`author/name`), its attributes, and the marks of the words in it."""

    path: str
    attributes: dict[str, str]
    written: str = ""
    """Its name as the feed writes it."""
    marks: list[Mark] = field(default_factory=list)
    mixed: bool = False
    """Whether tags stand among its words."""

    def words(self, source: str) -> Tied:
        """Return what the element holds with its own escapes resolved; inline markup stays as it is written."""
        weaver = Weaver()
        for mark in self.marks:
            end = min(mark.inner_end, mark.inner + LONGEST - weaver.length)
            if end <= mark.inner and mark.inner_end > mark.inner:
                break
            if mark.kind == "text" and not self.mixed:
                weaver.take_all(unescaped(whole(source[mark.inner : end], mark.inner)))
            elif mark.kind in ("text", "cdata"):
                weaver.take(source[mark.inner : end], mark.inner, end)
            else:
                _take_tag(source, mark, weaver)
        return weaver.done()

    @property
    def label(self) -> str:
        """Return the path with the name as it is written (`pubDate`, `author/name`)."""
        return f"{self.path.rpartition('/')[0]}/{self.written}".lstrip("/")

    def plain(self, source: str) -> str:
        """Return the words on one line."""
        return " ".join(self.words(source).text.split())


def _take_tag(source: str, mark: Mark, weaver: Weaver) -> None:
    """A tag without its prefix, so that `xhtml:p` is a paragraph; one of a feed's own names leaves its words."""
    written = source[mark.start : mark.end]
    prefix, colon, name = mark.name.rpartition(":")
    if name.lower() in _OF_FEEDS:
        weaver.put(" ")
        return
    if not colon:
        weaver.take(written, mark.start, mark.end)
        return
    lead = 2 if mark.kind == "end" else 1
    weaver.take(written[:lead], mark.start, mark.start + lead)
    rest = mark.start + lead + len(prefix) + 1
    weaver.take(source[rest : mark.end], rest, mark.end)


def read_elements(source: str, start: int, end: int, names: Names) -> Iterator[Element]:
    """Yield the elements of a stretch of a feed in the order in which they begin."""
    reader = _Reader(source, names)
    for mark in walk(source, start, end):
        reader.take(mark)
        if len(reader.found) > _MOST:
            break
    return iter(reader.found)


class _Reader:
    """Walks marks with a list of open elements; nothing recurses, and a missing end tag costs one element at most."""

    def __init__(self, source: str, names: Names) -> None:
        self.source, self.names = source, names
        self.found: list[Element] = []
        self.open: list[tuple[str, Element]] = []
        self.counts: dict[str, int] = {}
        self.inner = 0

    def take(self, mark: Mark) -> None:
        if mark.kind in ("text", "cdata"):
            if self.open:
                self.open[-1][1].marks.append(mark)
            return
        name = self.names.name(mark.name)
        if self.open and self.open[-1][0] in _TEXTS:
            self._inside(mark, name)
        elif mark.kind == "start":
            self._start(mark, name)
        else:
            self._end(name)

    def _inside(self, mark: Mark, name: str) -> None:
        """Inside a text all tags are markup, up to the end of the element itself."""
        own, element = self.open[-1]
        if name == own:
            self.inner += 0 if mark.closed else 1 if mark.kind == "start" else -1
            if self.inner < 0:
                self._end(name)
                return
        element.marks.append(mark)
        element.mixed = True

    def _start(self, mark: Mark, name: str) -> None:
        path = f"{self.open[-1][1].path}/{name}" if self.open else name
        element = Element(path, attributes(self.source, mark), mark.name)
        self.found.append(element)
        if not mark.closed:
            self.open.append((name, element))
            self.counts[name] = self.counts.get(name, 0) + 1
            self.inner = 0

    def _end(self, name: str) -> None:
        while self.counts.get(name, 0) > 0:
            closed, _ = self.open.pop()
            self.counts[closed] -= 1
            if closed == name:
                break
        self.inner = 0
