"""Toponyms with their gold points: GeoVirus, LGL, TR-News and GeoWebNews, and what three stored peers said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evals.annotation.articles import article_of_text
from nutgraf.records.article import Article
from nutgraf.text import host_of

PACK = "annotation-measure/geoparsing_gritta/data"
PEERS = ("edin", "emm", "yahoo")
REACH = 161.0
"""Kilometres (100 miles) within which an answer is right, as everywhere in this field."""
_SHIFT = 10
_LITERAL = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold span with its point; `number` is GeoNames' id where the gold has one, `part` the kind in GeoWebNews."""

    start: int
    end: int
    point: tuple[float, float]
    number: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An article and its toponyms; `unplaced` are gold spans without a point, `peers` what each stored peer said."""

    article: Article
    toponyms: tuple[Toponym, ...]
    unplaced: tuple[tuple[int, int], ...] = ()
    peers: tuple[tuple[Toponym, ...], ...] = ()


def read_corpus(pack: Path, name: str) -> tuple[Placed, ...]:
    """Return the articles of a corpus by its name."""
    if name == "GeoWebNews":
        return tuple(_geowebnews(pack))
    if name == "GeoVirus":
        return tuple(_geovirus(ElementTree.parse(pack / "Corpora/GeoVirus.xml")))
    return tuple(_tagged(ElementTree.parse(pack / f"Corpora/{'lgl' if name == 'LGL' else name}.xml")))


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the great-circle distance between two points (haversine)."""
    north, other = math.radians(left[0]), math.radians(right[0])
    east = math.radians(right[1] - left[1])
    root = math.sin((other - north) / 2) ** 2 + math.cos(north) * math.cos(other) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(root)))


def _geovirus(tree: ElementTree.ElementTree) -> Iterator[Placed]:
    """Read Wikinews articles whose offsets begin at 1."""
    for index, article in enumerate(tree.iter("article")):
        text, address = article.findtext("text") or "", article.findtext("source")
        toponyms = [
            Toponym(int(_text(place, "start")) - 1, int(_text(place, "end")) - 1, _point(place))
            for place in article.iter("location")
        ]
        yield Placed(article_of_text(f"GeoVirus {index}", text, address=address), tuple(toponyms))


def _tagged(tree: ElementTree.ElementTree) -> Iterator[Placed]:
    """Read LGL and TR-News; a span that does not match lies up to ten characters too far right."""
    for article in tree.iter("article"):
        text, address = article.findtext("text") or "", (article.findtext("url") or "").strip()
        domain = (article.findtext("domain") or "").strip()
        placed, unplaced = [], []
        for toponym in article.iter("toponym"):
            start, end = _aligned(text, int(_text(toponym, "start")), toponym.findtext("phrase") or "")
            gold = toponym.find("gaztag")
            if gold is None or not gold.findtext("lat"):
                unplaced.append((start, end))
                continue
            number = gold.get("geonameid")
            placed.append(Toponym(start, end, _point(gold), int(number) if number else None))
        identity = str(article.get("docid"))
        read = article_of_text(
            identity, text, title=article.findtext("title"), address=address, domain=host_of(f"//{domain}")
        )
        yield Placed(read, tuple(placed), tuple(unplaced))


def _aligned(text: str, start: int, phrase: str) -> tuple[int, int]:
    for shift in range(_SHIFT + 1):
        if text[start - shift : start - shift + len(phrase)] == phrase:
            return start - shift, start - shift + len(phrase)
    return start, start + len(phrase)


def _text(element: ElementTree.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def _point(element: ElementTree.Element) -> tuple[float, float]:
    return float(_text(element, "lat")), float(_text(element, "lon"))


def _geowebnews(pack: Path) -> Iterator[Placed]:
    """Read the texts with the stored gold and peers by line; types and ids come from the brat files.

    Those have the same text behind a head of address and title.
    """
    whole = [(path.read_text(encoding="utf-8"), path) for path in sorted((pack / "GeoWebNews").glob("*.txt"))]
    files = sorted((pack / "Geocoding/files").iterdir(), key=lambda path: int(path.name))
    lines = [(pack / f"Geocoding/gwn_{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("full", *PEERS)]
    for place, path in enumerate(files):
        text = path.read_text(encoding="utf-8")
        longer, marked = next(pair for pair in whole if pair[0].rstrip().endswith(text.strip()))
        marks = _brat(marked.with_suffix(".ann"), longer.index(text.strip()) - text.index(text.strip()))
        gold, *peers = (tuple(_stored(line[place])) for line in lines)
        toponyms = tuple(
            Toponym(one.start, one.end, one.point, *marks.get((one.start, one.end), (None, ""))) for one in gold
        )
        yield Placed(article_of_text(f"GeoWebNews {path.name}", text), toponyms, (), tuple(peers))


def _stored(line: str) -> Iterator[Toponym]:
    """Read "place,,words,,lat,,lon,,start,,end||…"."""
    for entry in filter(None, line.strip().split("||")):
        *_, north, east, start, end = entry.split(",,")
        if north and east:  # one peer also lists names for which it has no point
            yield Toponym(int(start), int(end), (float(north), float(east)))


def _brat(path: Path, head: int) -> dict[tuple[int, int], tuple[int | None, str]]:
    """Return GeoNames' id (`None` where the note is a point) and literal or associative by span."""
    spans: dict[str, tuple[tuple[int, int], str]] = {}
    notes: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            kind, *offsets = re.split(r"[ ;]", fields[1])
            spans[fields[0]] = (int(offsets[0]) - head, int(offsets[-1]) - head), kind
        elif line.startswith("#"):
            notes[fields[1].split()[-1]] = fields[2].strip()
    return {
        span: (
            int(notes[mark]) if notes.get(mark, "").isdigit() else None,
            "literal" if kind in _LITERAL else "associative",
        )
        for mark, (span, kind) in spans.items()
        if mark in notes
    }
