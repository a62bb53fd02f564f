"""Which exported article is which gold article, and where a gold place lies in its text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import lxml.etree
import lxml.html

from evals.exported import Export, ExportedArticle
from evals.gold import Gold, GoldArticle, GoldPage, Place
from evals.matching import Folded, find_words, fold_text, word_list

LEAST_OVERLAP = 0.3  # below this share of common body an exported article is another text
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s small span strong sub sup time u".split()
)


@dataclass(frozen=True)
class PageText:
    """What is on a page: its decoded text, for a web page the words a reader sees."""

    text: str
    web: bool

    @cached_property
    def folded(self) -> Folded:
        """The text in matching form."""
        return fold_text(self.text)

    def words(self, place: Place) -> str:
        """Return the words at a place, or its literal words."""
        if place.words is not None:
            return place.words
        found = self.offsets(place)
        return self.text[found[0] : found[1]] if found else ""

    def offsets(self, place: Place) -> tuple[int, int] | None:
        """Return the code points of a place on the page."""
        if place.start is not None and place.end is not None:
            return place.start, place.end
        if place.words is not None:
            return find_words(self.folded, place.words, place.nth)
        first, last = find_words(self.folded, place.first or ""), None
        if first:
            last = _last_after(self.folded, place.last or "", first[0])
        return (first[0], last) if first and last else None


def _last_after(folded: Folded, words: str, start: int) -> int | None:
    for nth in range(1, 50):
        found = find_words(folded, words, nth)
        if found is None or found[0] >= start:
            return found[1] if found else None
    return None


@dataclass(frozen=True)
class Pair:
    """A gold article with the exported article that is it (if any), and how much of their bodies they share."""

    gold: GoldArticle
    page: PageText
    article: ExportedArticle | None
    recall: float
    precision: float

    @cached_property
    def folded(self) -> Folded:
        """The exported text in matching form."""
        return fold_text(self.article.text if self.article else "")

    def locate(self, place: Place) -> tuple[int, int] | None:
        """Return where a gold place lies in the exported text, or `None` where the text lacks it."""
        if self.article is None:
            return None
        if place.words is not None:
            return find_words(self.folded, place.words, place.nth)
        if place.start is None or place.end is None:
            return None
        return through_anchors(self.article, (place.start, place.end))


def through_anchors(article: ExportedArticle, place: tuple[int, int]) -> tuple[int, int] | None:
    """Return where a stretch of the page lies in an article's text, or `None` where none of it does."""
    found: list[int] = []
    for anchor in article.anchors:
        start, end = max(place[0], anchor.page_start), min(place[1], anchor.page_end)
        if start < end:
            shift = anchor.start - anchor.page_start
            found += [min(start + shift, anchor.end), min(end + shift, anchor.end)]
    return (min(found), max(found)) if found else None


def read_page(directory: Path, page: GoldPage) -> PageText:
    """Read a page, checked against its hash; a web page as the words a reader sees."""
    content = (directory / page.file).read_bytes()
    if page.sha256 is not None and hashlib.sha256(content).hexdigest() != page.sha256:
        raise ValueError(
            f"{page.file} is not the page that was labelled (its SHA-256 differs); labels are of no use on it"
        )
    if page.file.endswith((".html", ".htm")):
        return PageText(_visible(content), web=True)
    return PageText(content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"), web=False)


def _visible(content: bytes) -> str:
    """Return the words of a web page: inline elements run on, every other element stands on lines of its own."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", content[:2048])
    named = declared.group(1).decode().lower() if declared else "utf-8"
    # as browsers do: what calls itself Latin-1 is Windows-1252
    tree = lxml.html.document_fromstring(content.decode("cp1252" if named == "iso-8859-1" else named, "replace"))
    for element in list(tree.iter("script", "style", "noscript", "template")):
        element.drop_tree()
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        gap = "" if element.tag in INLINE else "\n"
        if event == "start":
            pieces += [gap, element.text or ""]
        else:
            pieces += [gap if event == "end" else "", element.tail or ""]
    return "".join(pieces)


def align(gold: Gold, export: Export, directory: Path) -> tuple[Pair, ...]:
    """Return every gold article with its exported article: the best match on the same file, each used once."""
    pairs: list[Pair] = []
    for page in gold.pages:
        text = read_page(directory, page)
        there = [item for item in export.articles if item.file == page.file and item.kind == "article"]
        pairs += _align_page(page, text, there)
    return tuple(pairs)


def _align_page(page: GoldPage, text: PageText, there: list[ExportedArticle]) -> list[Pair]:
    ranked: list[tuple[float, int, str, Pair]] = []
    for index, gold in enumerate(page.articles):
        for item in sorted(there, key=lambda item: item.id):
            recall, precision = compare_bodies(gold, text, item)
            worth = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
            ranked.append((-worth, index, item.id, Pair(gold, text, item, recall, precision)))
    chosen: dict[str, Pair] = {}
    used: set[str] = set()
    for worth, _, name, pair in sorted(ranked, key=lambda row: row[:3]):
        if pair.gold.key not in chosen and name not in used and -worth >= LEAST_OVERLAP:
            chosen[pair.gold.key] = pair
            used.add(name)
    return [chosen.get(gold.key) or Pair(gold, text, None, 0.0, 0.0) for gold in page.articles]


def compare_bodies(gold: GoldArticle, page: PageText, article: ExportedArticle) -> tuple[float, float]:
    """Return recall and precision of the body: characters for text pages, words for web pages."""
    if page.web or any(place.start is None for place in gold.places):
        return _compare_words(gold, page, article)
    free = _characters(gold.optional, page.text)
    wanted = _characters(gold.places, page.text) - free
    taken = {
        index
        for anchor in article.anchors
        for index in range(anchor.page_start, anchor.page_end)
        if index < len(page.text) and not page.text[index].isspace()
    } - free
    return _shares(len(wanted & taken), len(wanted), len(taken))


def _characters(places: tuple[Place, ...], text: str) -> set[int]:
    spans = [(place.start or 0, place.end or 0) for place in places]
    return {index for start, end in spans for index in range(start, end) if not text[index].isspace()}


def _compare_words(gold: GoldArticle, page: PageText, article: ExportedArticle) -> tuple[float, float]:
    wanted = Counter(word for place in gold.places for word in word_list(page.words(place)))
    free = Counter(word for place in gold.optional for word in word_list(page.words(place)))
    taken = Counter(word_list(article.text))
    wanted -= free
    taken -= (taken - wanted) & free
    return _shares((wanted & taken).total(), wanted.total(), taken.total())


def _shares(common: int, wanted: int, taken: int) -> tuple[float, float]:
    return (common / wanted if wanted else 0.0), (common / taken if taken else 0.0)
