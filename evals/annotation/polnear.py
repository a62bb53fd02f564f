"""PolNeAR's articles with their direct quotes: brat files, the first annotator of each text by name.

The first line is the headline: as on a page, it is no part of the article's text.
"""

from __future__ import annotations

from pathlib import Path

from evals.annotation.brat import read_brat
from evals.annotation.quoted import GoldQuote, QuotedText, article_of_lines, covers, double_quoted
from evals.matching import overlap

FOLDER = "annotation-measure/polnear/data"


def read_polnear(cache: Path, part: str) -> list[QuotedText]:
    """Return the texts of `dev` or `test`, by name; `FileNotFoundError` where the pack is not unpacked."""
    return [_quoted_text(path) for path in text_files(cache, part)]


def text_files(cache: Path, part: str) -> list[Path]:
    """Return the files of the texts of a part, by name."""
    folder = cache / FOLDER / part
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there; unpack annotation-measure.tar.xz")
    return sorted((folder / "text").iterdir())


def read_text(path: Path) -> str:
    """Return a text in which the offsets of its attributions count."""
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def annotations_of(path: Path) -> list[Path]:
    """Return the files of a text's attributions, one for each who annotated it, by name."""
    return sorted((path.parent.parent / "attributions").glob(f"{path.stem}_*.ann"))


def _quoted_text(path: Path) -> QuotedText:
    text = read_text(path)
    told, neutral = read_brat(annotations_of(path)[0].read_text(encoding="utf-8"))
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
