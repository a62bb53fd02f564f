"""GUM's news and interviews with the quotations their editors marked; an attribution's unit names the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.tagger.gum import split_of

from evals.annotation.quoted import GoldQuote, Place, QuotedText, article_of_lines, double_quoted
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
    texts = (_Document(path).as_text() for path in paths if part_of.get(path.stem, "train") in parts)
    return [text for text in texts if text.gold]


class _Document:
    """A document read token by token: its text, where quotations and discourse units lie, and who says what."""

    def __init__(self, path: Path) -> None:
        self._name = path.stem
        self._text = ""
        self._quotes: list[list[int]] = []
        self._units: list[int] = []
        self._pairs: list[tuple[int, int]] = []
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            self._read_sentence(block.splitlines())

    def as_text(self) -> QuotedText:
        """Return the article; a quote's sources are the units that attribute a unit inside it."""
        ends = [*self._units[1:], len(self._text)]
        units: list[Place] = list(zip(self._units, ends, strict=True))
        gold = []
        for place in double_quoted(self._text):
            if any(overlap((quote[0], quote[-1]), place) for quote in self._quotes):
                told = (units[told - 1] for told, said in self._pairs if overlap(units[said - 1], place))
                gold.append(GoldQuote(*place, tuple(unit for unit in told if not overlap(unit, place))))
        return QuotedText(article_of_lines(self._name, self._text), tuple(gold), ())

    def _read_sentence(self, lines: Sequence[str]) -> None:
        if not any(line[:1].isdigit() for line in lines):
            return
        if any(line.startswith("# newpar") for line in lines):
            self._text = self._text.rstrip() + ("\n\n" if self._text else "")
        for form, notes in _tokens(lines):
            self._read_token(form, notes)
        self._text = self._text.rstrip() + " "

    def _read_token(self, form: str, notes: str) -> None:
        start = len(self._text)
        if "Discourse=" in notes:
            self._units.append(start)
            self._pairs += [(int(told), int(said)) for told, said in _ATTRIBUTION.findall(notes)]
        if "<quote" in notes:
            self._quotes.append([start])
        if form:
            self._text += form + ("" if "SpaceAfter=No" in notes else " ")
        if "</quote>" in notes and self._quotes:
            self._quotes[-1].append(len(self._text))


def _tokens(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return printed forms with their notes; a contraction is printed once, before its words' notes."""
    until = 0
    for columns in (line.split("\t") for line in lines if line[:1].isdigit()):
        number, form, notes = columns[0], columns[1], columns[9]
        if "-" in number:
            until = int(number.partition("-")[2])
            yield form, notes
        elif number.isdigit():
            yield "" if int(number) <= until else form, notes
