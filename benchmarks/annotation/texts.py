"""The texts of the benchmark: PolNeAR's development articles, whole; nothing of them is told but how long they took."""

from __future__ import annotations

from pathlib import Path

FOLDER = "annotation-measure/polnear/data/dev/text"


class NotHere(Exception):
    """The pack is not unpacked; the message says where it is looked for."""


def read_texts(cache: Path) -> list[list[str]]:
    """Return the paragraphs of every article, in the order of the files' names."""
    paths = sorted((cache / FOLDER).glob("*.txt"))
    if not paths:
        raise NotHere(f"{FOLDER} is not in {cache}: unpack ../shared/data/annotation-measure.tar.xz there")
    return [[line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()] for path in paths]
