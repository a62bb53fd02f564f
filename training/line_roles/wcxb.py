"""The development part of WCXB as samples: features of its lines, and whether the gold text holds them.

No word of a page is kept: a sample is numbers. The domains whose MD5 is 0 mod 5 are left for checking.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from evals.extraction.bare import render
from numpy.typing import NDArray
from training.line_roles.data import UNKNOWN, Sample, lines_of

from nutgraf.extract.lines import Line
from nutgraf.extract.surroundings import read_features
from nutgraf.models.line_roles import LABELS
from nutgraf.text import fold

PARTS = 5
_KEEP = ("body", "subheading", "list")
_LONG = 24
_WEIGHTS = {"article": 1.0, "documentation": 0.4, "service": 0.3, "product": 0.2, "collection": 0.2, "listing": 0.2}
"""Pages that are no articles teach less: their gold text is not what a news reader calls one; forums teach nothing."""


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the samples of the pages whose domain is not left for checking, in the order of their numbers."""
    for path in sorted((folder / "dev" / "ground-truth").glob("*.json")):
        entry = json.loads(path.read_bytes())
        kind = entry["_internal"]["page_type"]["primary"]
        host = (urlsplit(entry.get("url") or "").hostname or "").removeprefix("www.")
        number = int(hashlib.md5(host.encode(), usedforsecurity=False).hexdigest(), 16)
        if number % PARTS == 0 or kind not in _WEIGHTS:
            continue
        page = (folder / "dev" / "html" / f"{path.stem}.html").read_bytes()
        sample = label_lines(lines_of(render(page)), entry["ground_truth"], path.stem, kind)
        if sample is not None:
            yield sample


def label_lines(lines: tuple[Line, ...], gold: dict[str, str], name: str, kind: str) -> Sample | None:
    """Return a page's sample, or nothing where the gold text is not on it."""
    held = _held([line.words for line in lines], gold.get("main_content") or "")
    if (held == 1).sum() < 3:
        return None
    first, last = int(np.argmax(held == 1)), len(held) - 1 - int(np.argmax(held[::-1] == 1))
    allowed = np.ones((len(lines), len(LABELS)), dtype=bool)
    keep = np.array([label in _KEEP for label in LABELS])
    allowed[held == 1] = keep
    allowed[held == 0] = ~keep
    title = fold(gold.get("title") or "")
    titles = [at for at, line in enumerate(lines) if at <= first and title and fold(line.words) == title]
    for at in titles:
        allowed[at] = [label == "title" for label in LABELS]
    begins = np.full(len(lines), UNKNOWN, dtype=np.int8)
    if kind == "article":
        begins[first + 1 :] = 0
    else:
        begins[first + 1 : last + 1] = 0
    teases = np.full(len(lines), UNKNOWN, dtype=np.int8)
    teases[held == 1] = 0
    return Sample(f"wcxb/{name}", read_features(lines), allowed, begins, teases, _WEIGHTS[kind])


def _held(lines: list[str], gold: str) -> NDArray[np.int8]:
    """For each line 1 where the gold text holds it, 0 where not, -1 where that is not clear."""
    text = fold(" ".join(gold.split()))
    blocks = {fold(" ".join(block.split())) for block in gold.split("\n")}
    held = np.full(len(lines), UNKNOWN, dtype=np.int8)
    for at, words in enumerate(lines):
        key = fold(" ".join(words.split()))
        if len(key) >= _LONG:
            held[at] = 1 if key in text else _share(key, text)
        else:
            held[at] = UNKNOWN if key in blocks else 0
    return _settled(held, [fold(words) for words in lines], blocks)


def _share(key: str, text: str) -> int:
    """Whether most runs of four words of a line stand in the gold text, or few."""
    words = key.split()
    runs = [" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3))]
    share = sum(run in text for run in runs) / len(runs)
    return 1 if share > 0.8 else 0 if share < 0.2 else UNKNOWN


def _settled(held: NDArray[np.int8], keys: list[str], blocks: set[str]) -> NDArray[np.int8]:
    """A short line that is a block of the gold text is held where long held lines stand close on both sides."""
    sure = np.flatnonzero(held == 1)
    for at in np.flatnonzero(held == UNKNOWN):
        if keys[at] in blocks:
            near = sure[(sure > at - 12) & (sure < at + 12)]
            inside = len(near) > 0 and (near < at).any() and (near > at).any()
            held[at] = 1 if inside else UNKNOWN
    return held
