"""Train the line classifier, from unpacked packs to the weights that ship: `python -m training.line_roles`.

Needs the packs annotation-green, annotation-measure (GeoVirus alone is read) and extraction-wcxb-dev unpacked in the
cache folder, and torch (training/requirements.txt). Every file it reads is printed; no other is read.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import torch
from training.green import NotGreen
from training.line_roles.data import Sample, label_written
from training.line_roles.learn import fit
from training.line_roles.net import pack_network
from training.line_roles.wcxb import read_samples
from training.pages.make import make_pages, read_kit
from training.pages.stock import GREEN, files_of

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "src" / "nutgraf" / "models" / "weights" / "line_roles.npz"
WCXB = "extraction-wcxb-dev"
SEED, PAGES, EPOCHS = 20261127, 24_000, 24
PARTS = 16
REAL = 3
"""How often a page of WCXB is shown in one round, a new stretch of it each time."""
TAGGED = 5
"""Of so many written pages one is shown as HTML would have it."""


def main(arguments: list[str] | None = None) -> int:
    """Read, make, fit and write; return 1 and say why where a pack is missing."""
    parser = argparse.ArgumentParser(prog="python -m training.line_roles", description="Train the line classifier.")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help="where the packs are unpacked")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages to write")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="rounds over all pages")
    parser.add_argument("--seed", type=int, default=SEED, help="where chance begins")
    chosen = parser.parse_args(arguments)
    try:
        _say_files(chosen.cache)
        samples = _samples(chosen.cache, chosen.pages, chosen.seed)
    except NotGreen as missing:
        print(f"not trained: {missing}")
        return 1
    started = time.monotonic()
    packed = pack_network(fit(samples, chosen.epochs, chosen.seed))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(packed)
    took = f"{time.monotonic() - started:.0f} s"
    print(f"{len(samples)} pages, {chosen.epochs} rounds, {took}, {len(packed)} bytes: {chosen.out}")
    return 0


def _say_files(cache: Path) -> None:
    for pattern in GREEN:
        print(f"{len(files_of(cache, pattern))} files: {pattern}")
    if not (cache / WCXB / "dev" / "html").is_dir():
        raise NotGreen(f"{WCXB} is not in {cache}: unpack ../shared/data/{WCXB}.tar.xz")
    print(f"features and labels, no words: {WCXB}/dev, domains that are not left for checking")


def _samples(cache: Path, pages: int, seed: int) -> list[Sample]:
    with ProcessPoolExecutor() as workers:
        real = workers.submit(_real, cache)
        written = list(workers.map(partial(_written, cache, pages // PARTS), range(seed, seed + PARTS)))
        return [sample for part in written for sample in part] + real.result() * REAL


def _real(cache: Path) -> list[Sample]:
    return list(read_samples(cache / WCXB))


def _written(cache: Path, count: int, seed: int) -> list[Sample]:
    kit, frames = read_kit(cache)
    samples = [
        label_written(page, random.Random(seed + number) if number % TAGGED == 0 else None)
        for number, page in enumerate(make_pages(kit, frames, seed, count))
    ]
    return [sample for sample in samples if sample is not None]


if __name__ == "__main__":
    torch.set_num_threads(1)  # one thread sums in one order, so every machine gives the same weights
    sys.exit(main())
