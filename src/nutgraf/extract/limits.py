"""The caps under which one page is read; every refusal names its cap."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps per page: bytes, seconds, memory beyond the idle child, tags, blocks, attributes, depth, growth of the text.

    `growth` is how many times the page's bytes the kept text may be (and never less than `floor` characters).
    `characters` is the most that one article's text may hold: as much as a short book, and far more than any report;
    the stages after this one take time with the square of a text's sentences (10 s for 200 000 characters).
    `entries` is the most that is read of a feed, `links` of a list of addresses, `pdf_pages` of a PDF.
    `blocks` of text are far more than any page has; each takes a tenth of a millisecond and some kilobytes.
    `deep` is the nesting from which the reference extractor is not asked: libxml2 drops what lies below 256 levels.
    """

    page_bytes: int = 5_000_000
    seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    tags: int = 200_000
    blocks: int = 60_000
    attributes: int = 1_000
    deep: int = 200
    growth: int = 4
    floor: int = 65_536
    characters: int = 200_000
    entries: int = 1_000
    links: int = 50_000
    pdf_pages: int = 300
    children: int = 2
    pages_per_child: int = 500


DEFAULT = Limits()
