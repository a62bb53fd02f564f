"""The names of feed elements whatever prefix a feed gives them: one spelling for each, by namespace."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
    "http://www.google.com/schemas/sitemap-video/1.1": "video",
}
"""Prefixes as the feeds of the world mostly write them, by the namespace that they stand for."""
_DECLARED = re.compile(r"\bxmlns(?::([\w.-]{1,40}))?\s*=\s*[\"']\s*([^\"'\s]{1,200})\s*[\"']")
_HEAD = 16_384


@dataclass(frozen=True, slots=True)
class Names:
    """Turns an element's name as written into the one spelling, lower case (`dc:creator`, `title`)."""

    prefixes: dict[str, str] = field(default_factory=dict)
    own: str = ""
    """The prefix of the feed's own elements, where its root has one (`atom:feed`)."""

    def name(self, written: str) -> str:
        """Return the one spelling of an element's name."""
        prefix, _, local = written.lower().rpartition(":")
        usual = self.prefixes.get(prefix, prefix)
        if not prefix or usual in ("", self.own):
            return local
        return f"{usual}:{local}"


def read_names(source: str, root: str) -> Names:
    """Return the names of a document by the namespaces declared at its head; other prefixes stand for themselves."""
    prefixes: dict[str, str] = {}
    for found in _DECLARED.finditer(source[:_HEAD]):
        usual = _NAMESPACES.get(found.group(2).lower())
        if found.group(1) and usual is not None:
            prefixes.setdefault(found.group(1).lower(), usual)
    own = root.lower().rpartition(":")[0]
    own = prefixes.get(own, own)
    return Names(prefixes, own if own != "rdf" else "")
