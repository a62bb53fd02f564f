"""Grow the trees that tell which blocks of a web page are of its text: features of WCXB's development part to weights.

    python -m training.block_keeper CACHE/extraction-wcxb-dev/dev

Only word-free features enter (src/nutgraf/extract/html_features.py); the pages' words are used to tell which blocks the
benchmark's text holds, and go nowhere. Pages whose domain has MD5 ≡ 0 (mod 5) are left out: they check. Needs catboost.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.decode import decode_page
from nutgraf.extract.html_features import WIDTH, block_features
from nutgraf.extract.html_lines import Document, read_document
from nutgraf.extract.html_tables import join_rows
from nutgraf.extract.limits import DEFAULT
from nutgraf.extract.lines import Line
from nutgraf.models.block_keeper import REACH, UNIT
from nutgraf.records.page import Media, Page

OUT = Path(__file__).parents[1] / "src" / "nutgraf" / "models" / "weights" / "block_keeper.npz"
NEAR = 54
"""The first so many features are also asked of neighbours (shape, form, tag, region), with the last three (mains)."""
TREES, DEPTH, RATE, SEED = 400, 6, 0.1, 1
_WORD = re.compile(r"\w+")
_LONG = 6


@dataclass(frozen=True, slots=True)
class Example:
    """A page of the development part: features of its blocks, whether each is kept (-1: no words), its weight."""

    features: NDArray[np.uint8]
    kept: NDArray[np.float32]
    weights: NDArray[np.float64]


def is_development(address: str, identity: str) -> bool:
    """Tell whether a page may be trained on."""
    domain = (urlsplit(address).hostname or "").removeprefix("www.") or identity
    return int(hashlib.md5(domain.encode()).hexdigest(), 16) % 5 != 0


def read_examples(folder: Path) -> Iterator[Example]:
    """Yield the pages of WCXB's development part that may be trained on."""
    for path in sorted((folder / "ground-truth").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        page = folder / "html" / f"{path.stem}.html"
        if not page.exists() or not is_development(told.get("url") or "", path.stem):
            continue
        content = page.read_bytes()
        text = decode_page(Page(path.stem, "", None, Media.HTML, content, "", "")).text
        document = read_document(text, DEFAULT)
        join_rows(document)
        if document.lines:
            yield _example(document, told["ground_truth"].get("main_content") or "")


def _example(document: Document, gold: str) -> Example:
    counts = np.array([len(_WORD.findall(line.words)) for line in document.lines], np.float64)
    # A page weighs as the root of its length: long blocks decide F1, and short ones are many.
    weights = counts**0.7 / max(1.0, counts.sum()) ** 0.5
    return Example(block_features(document), label_blocks(document.lines, gold), weights)


def label_blocks(lines: Sequence[Line], gold: str) -> NDArray[np.float32]:
    """Tell which blocks stand in a gold text: long ones by runs of four words, short ones by whole lines near those."""
    words = _WORD.findall(gold.lower())
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    whole = {
        " ".join(_WORD.findall(form.lower()))
        for line in gold.splitlines()
        for form in (line, line.lstrip("0123456789.-*# "))
    }
    running = f" {' '.join(words)} "
    tokens = [_WORD.findall(line.words.lower()) for line in lines]
    kept = np.zeros(len(lines), np.float32)
    short: dict[int, bool] = {}
    for at, own in enumerate(tokens):
        key = " ".join(own)
        if not own:
            kept[at] = -1
        elif len(own) >= _LONG:
            mine = list(zip(own, own[1:], own[2:], own[3:], strict=False))
            kept[at] = 2 * sum(run in runs for run in mine) >= len(mine)
        elif key in whole or (len(own) > 2 and f" {key} " in running):
            short[at] = key in whole
    long = [at for at in range(len(lines)) if kept[at] == 1]
    for at, exact in short.items():
        near = [other for other in long if abs(other - at) <= _LONG]
        before, after = any(other < at for other in near), any(other > at for other in near)
        kept[at] = (before and after) or (exact and (before or after or not long))
    for _ in range(3):  # a run of short lines grows from the kept ones at its ends
        for at, exact in short.items():
            beside = (at > 0 and kept[at - 1] == 1) or (at + 1 < len(kept) and kept[at + 1] == 1)
            kept[at] = max(kept[at], float(exact and beside))
    return kept


def asked(width: int) -> tuple[NDArray[np.int16], NDArray[np.int8]]:
    """Return for each column that the trees see its feature and its offset: all of the block, some of others."""
    near = [*range(NEAR), *range(width - 3, width)]
    columns, offsets = list(range(width)), [0] * width
    for offset in (*range(-REACH, 0), *range(1, REACH + 1)):
        columns += near
        offsets += [offset] * len(near)
    return np.array(columns, np.int16), np.array(offsets, np.int8)


def widen(features: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a page's features with those of the neighbours beside them; beyond the page's ends all is zero."""
    count = len(features)
    padded = np.zeros((count + 2 * REACH, features.shape[1]), np.uint8)
    padded[REACH : REACH + count] = features
    columns, offsets = asked(features.shape[1])
    return np.stack(
        [padded[REACH + o : REACH + o + count, c] for c, o in zip(columns.tolist(), offsets.tolist(), strict=True)],
        axis=1,
    )


def grow(examples: Sequence[Example], trees: int = TREES, seed: int = SEED) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of `nutgraf.models.block_keeper.Trees`."""
    from catboost import CatBoostClassifier, Pool

    told = [example.kept >= 0 for example in examples]
    rows = np.vstack([widen(example.features)[known] for example, known in zip(examples, told, strict=True)])
    kept = np.concatenate([example.kept[known] for example, known in zip(examples, told, strict=True)])
    weights = np.concatenate([example.weights[known] for example, known in zip(examples, told, strict=True)])
    model = CatBoostClassifier(
        iterations=trees, depth=DEPTH, learning_rate=RATE, random_seed=seed, thread_count=2, verbose=50,
        border_count=64, rsm=0.3, l2_leaf_reg=3, boosting_type="Plain", bootstrap_type="Bernoulli", subsample=0.7,
        allow_writing_files=False,
    )  # fmt: skip
    model.fit(Pool(rows, kept, weight=weights / weights.mean()))
    return as_arrays(model, rows.shape[1])


def as_arrays(model: object, width: int) -> dict[str, NDArray[np.generic]]:
    """Return a model's trees as integer arrays: CatBoost's JSON, the first split the lowest bit of a leaf."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")  # type: ignore[attr-defined]
        told = json.loads(path.read_text())
    columns, offsets = asked(WIDTH)
    grown = told["oblivious_trees"]
    splits = [[(split["float_feature_index"], split["border"]) for split in tree["splits"]] for tree in grown]
    scale, (bias,) = told["scale_and_bias"]
    size = 2**DEPTH
    full = [tree + [(0, 255.0)] * (DEPTH - len(tree)) for tree in splits]
    return {
        "columns": np.array([[columns[feature] for feature, _ in tree] for tree in full], np.int16),
        "offsets": np.array([[offsets[feature] for feature, _ in tree] for tree in full], np.int8),
        "borders": np.array([[int(border) for _, border in tree] for tree in full], np.uint8),
        "leaves": np.array(
            [
                [round(scale * UNIT * value) for value in tree["leaf_values"]] + [0] * (size - len(tree["leaf_values"]))
                for tree in grown
            ],
            np.int32,
        ),
        "bias": np.array([round(UNIT * bias)], np.int32),
    }


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.block_keeper", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder that holds ground-truth/ and html/")
    parser.add_argument("--trees", type=int, default=TREES)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    examples = list(read_examples(chosen.folder))
    print(f"{len(examples)} pages, {sum(len(example.kept) for example in examples)} blocks")
    arrays = grow(examples, chosen.trees)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(chosen.out, **arrays)
    print(f"{chosen.out.stat().st_size} bytes: {chosen.out}")


if __name__ == "__main__":
    main()
