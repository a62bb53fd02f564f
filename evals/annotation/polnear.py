"""PolNeAR's articles with their direct quotes: brat files, the first annotator of each text by name.

The first line is the headline: as on a page, it is no part of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evals.annotation.quoted import GoldQuote, Place, QuotedText, article_of_lines, covers, double_quoted
from evals.matching import overlap

FOLDER = "annotation-measure/polnear/data"


@dataclass(frozen=True, slots=True)
class _Attribution:
    content: tuple[Place, ...]
    source: tuple[Place, ...]

    @property
    def width(self) -> int:
        return sum(end - start for start, end in self.content)


def read_polnear(cache: Path, part: str) -> list[QuotedText]:
    """Return the texts of `dev` or `test`, by name; `FileNotFoundError` where the pack is not unpacked."""
    folder = cache / FOLDER / part
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there; unpack annotation-measure.tar.xz")
    return [_read_text(path, folder / "attributions") for path in sorted((folder / "text").iterdir())]


def _read_text(path: Path, attributions: Path) -> QuotedText:
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    first = min(attributions.glob(f"{path.stem}_*.ann"))
    told, neutral = _read_brat(first.read_text(encoding="utf-8"))
    article = article_of_lines(path.stem, text, headline=True)
    gold = []
    for place in double_quoted(text):
        if place[0] < article.blocks[0].start:
            continue
        holding = [one for one in told if covers(one.content, place)]
        if holding:
            innermost = min(holding, key=lambda one: one.width)
            gold.append(GoldQuote(*place, innermost.source))
        elif any(overlap(piece, place) for one in told for piece in one.content):
            neutral.append(place)  # the annotator cut the quote: neither all of it nor none
    return QuotedText(article, tuple(gold), tuple(neutral))


def _read_brat(content: str) -> tuple[list[_Attribution], list[Place]]:
    """Return the attributions, and the places set aside for discussion or thrown away."""
    spans: dict[str, tuple[Place, ...]] = {}
    neutral: list[Place] = []
    found: list[_Attribution] = []
    lines = [line.split("\t") for line in content.splitlines() if line]
    for key, rest in ((line[0], line[1]) for line in lines if line[0].startswith("T")):
        label, _, places = rest.partition(" ")
        spans[key] = tuple(_place(piece) for piece in places.split(";"))
        neutral += spans[key] if label in {"Discard", "Discuss"} else ()
    for parts in (line[1].split() for line in lines if line[0].startswith("E")):
        roles: dict[str, tuple[Place, ...]] = {}
        for part in parts:
            role, _, key = part.partition(":")
            role = role.rstrip("0123456789")
            roles[role] = roles.get(role, ()) + spans.get(key, ())
        found.append(_Attribution(roles.get("Content", ()), roles.get("Source", ())))
    return found, neutral


def _place(words: str) -> Place:
    start, _, end = words.partition(" ")
    return int(start), int(end)
