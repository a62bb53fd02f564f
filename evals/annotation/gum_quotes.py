"""GUM's news and interviews with the quotations their editors marked; an attribution's unit names the speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from training.tagger.gum import split_of

from evals.annotation.gum_texts import lay_out
from evals.annotation.quoted import GoldQuote, Place, QuotedText, double_quoted
from evals.matching import overlap

FOLDER = "annotation-green/gum"
GENRES = ("news", "interview")
_ATTRIBUTION = re.compile(r"attribution-\w+:(\d+)->(\d+)")


def read_gum(cache: Path, parts: Sequence[str]) -> list[QuotedText]:
    """Return the green documents of `train`, `dev` or `test` in which a quotation is marked."""
    folder = cache / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there; unpack annotation-green.tar.xz")
    part_of = split_of(cache)
    paths = [path for genre in GENRES for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu"))]
    texts = (_read(path) for path in paths if part_of.get(path.stem, "train") in parts)
    return [text for text in texts if text.gold]


def _read(path: Path) -> QuotedText:
    """Return the article; a quote's sources are the discourse units that attribute a unit inside it."""
    article, placed = lay_out(path)
    quotes: list[list[int]] = []
    begins: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, block in placed:
        for row, (start, end) in zip(block.rows, block.places, strict=True):
            marks, unit = row.notes.get("XML", ""), row.notes.get("Discourse")
            if unit is not None:
                begins.append(at + start)
                pairs += [(int(told), int(said)) for told, said in _ATTRIBUTION.findall(unit)]
            if "<quote" in marks:
                quotes.append([at + start])
            if "</quote>" in marks and quotes:
                quotes[-1].append(at + end)
    units: list[Place] = list(zip(begins, [*begins[1:], len(article.text)], strict=True))
    gold = []
    for place in double_quoted(article.text):
        if any(overlap((quote[0], quote[-1]), place) for quote in quotes):
            told = (units[told - 1] for told, said in pairs if overlap(units[said - 1], place))
            gold.append(GoldQuote(*place, tuple(unit for unit in told if not overlap(unit, place))))
    return QuotedText(article, tuple(gold), ())
