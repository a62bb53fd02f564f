"""JSON Feed 1 and 1.1: the entries of a feed, with what it tells of itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from nutgraf.extract.entries import Entry, Words
from nutgraf.extract.feed_facts import Facts, Head, web_address
from nutgraf.extract.json_walk import JsonEnds, Leaf, json_text, leaves
from nutgraf.extract.ties import Tied
from nutgraf.records.article import Field


@dataclass(slots=True)
class Given:
    """The values of one JSON object by their path, list places left out (`authors/name`)."""

    source: str
    leaves: defaultdict[str, list[Leaf]] = field(default_factory=lambda: defaultdict(list))

    def add(self, path: tuple[str | int, ...], leaf: Leaf) -> None:
        """Keep a value."""
        self.leaves["/".join(step for step in path if isinstance(step, str))].append(leaf)

    def texts(self, name: str) -> list[Tied]:
        """Return the strings at a path, empty ones left out."""
        told = (json_text(self.source, leaf.start, leaf.end) for leaf in self.leaves.get(name, []) if leaf.string)
        return [text for text in told if text.text.strip()]

    def text(self, name: str) -> Tied | None:
        """Return the first string at a path."""
        return next(iter(self.texts(name)), None)

    def words(self, name: str) -> str:
        """Return the first string at a path on one line, or none."""
        text = self.text(name)
        return " ".join(text.text.split()) if text is not None else ""

    def span(self) -> tuple[int, int]:
        """Return from where to where values stand."""
        places = [(leaf.start, leaf.end) for given in self.leaves.values() for leaf in given]
        return min(start for start, _ in places), max(end for _, end in places)


def read_items(source: str) -> tuple[Given, list[Given], bool]:
    """Return what a feed says of itself, what it gives for each of its items, and whether it ends before its end."""
    head, items = Given(source), dict[int, Given]()
    try:
        for leaf in leaves(source):
            path = leaf.path
            if len(path) > 2 and path[0] == "items" and isinstance(path[1], int):
                items.setdefault(path[1], Given(source)).add(path[2:], leaf)
            else:
                head.add(path, leaf)
    except JsonEnds:
        return head, list(items.values()), True
    return head, list(items.values()), False


def json_head(given: Given) -> Head:
    """Return what a feed tells of itself."""
    site = web_address(given.words("home_page_url"), "")
    return Head(
        title=given.text("title"),
        site=site,
        address=web_address(given.words("feed_url"), ""),
        base=site or "",
        language=given.words("language") or None,
    )


def json_entry(given: Given, head: Head, captured: str | None) -> Entry:
    """Return one item."""
    facts = Facts("the feed’s item", captured)
    title = given.text("title")
    entry = Entry(
        title=Words(title, False, "title") if title is not None else None,
        contents=[Words(text, True, "content_html") for text in given.texts("content_html")[:1]],
        summaries=[Words(text, False, "summary") for text in given.texts("summary")[:1]],
        address=web_address(given.words("url") or given.words("external_url"), head.base),
        guid=given.words("id") or None,
        sounds="attachments/url" in given.leaves,
    )
    entry.contents += [Words(text, False, "content_text") for text in given.texts("content_text")[:1]]
    if title is not None:
        facts.tell(Field.TITLE, title, "title")
    if entry.address:
        facts.say(Field.ADDRESS, entry.address, "url")
    for name in ("authors/name", "author/name"):
        for words in given.texts(name):
            facts.tell(Field.BYLINE, words, name.replace("/", "’s "))
    for what, name in ((Field.PUBLISHED, "date_published"), (Field.MODIFIED, "date_modified")):
        for words in given.texts(name):
            facts.date(what, words, name)
    for words in given.texts("tags"):
        facts.tell(Field.SECTION, words, "tags")
    for words in given.texts("language"):
        facts.tell(Field.LANGUAGE, words, "language")
    entry.facts = facts.told
    return entry
