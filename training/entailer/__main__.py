"""Train the entailer and write what ships: `python -m training.entailer --base model.safetensors [--rounds N]`.

Needs training/requirements.txt and the packs annotation-green and annotation-measure (GeoVirus's text) unpacked in
`.cache`. Every file it reads is green and is printed; no other is read.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from training.entailer.learn import COURSE, judge, learn
from training.entailer.made import Told, make_pairs, read_told
from training.entailer.net import Entailer
from training.entailer.sets import CHECK, GREEN, Pair, read_open, read_triples
from training.entailer.told import HELD_OUT, pairs_of_events, read_events
from training.green import NotGreen, listed_files
from training.pages.stock import GREEN as STOCK
from training.tagger.export import WEIGHTS, read_vectors, write_network
from training.tagger.net import HIDDEN, load_base

from nutgraf.models.entailer import FEATURES, RELATIONS, Relation

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Read, make, learn and write; return 1 and say why where a pack is missing."""
    parser = argparse.ArgumentParser(prog="python -m training.entailer", description="Train the entailer.")
    parser.add_argument("--base", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--rounds", type=int, default=COURSE.epochs, help="passes over the pairs")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help="where the packs lie unpacked")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "entailer.onnx", help="where the network goes")
    chosen = parser.parse_args(arguments)
    try:
        for pattern in (*GREEN, *STOCK):
            print(f"{len(listed_files(chosen.cache, pattern, (*GREEN, *STOCK)))} files: {pattern}", file=sys.stderr)
        opened, told = read_open(chosen.cache), _told(chosen.cache)
    except NotGreen as missing:
        print(f"not trained: {missing}")
        return 1
    taught = [one for number, one in enumerate(told) if number % HELD_OUT]
    _, base = load_base(chosen.base)
    net, table = Entailer(), read_vectors()
    net.encoder.load_state_dict(base)
    every = read_events()
    events = [one for number, one in enumerate(every) if number % HELD_OUT]
    checks = {
        "told": pairs_of_events([one for number, one in enumerate(every) if not number % HELD_OUT], random.Random(1)),
        "snli": list(read_triples(chosen.cache / CHECK)),
        "made": make_pairs([one for number, one in enumerate(told) if not number % HELD_OUT], random.Random(1)),
    }
    net = learn(
        net,
        table,
        lambda dice: [*opened, *make_pairs(taught, dice), *pairs_of_events(events, dice)],
        replace(COURSE, epochs=chosen.rounds),
        partial(_check, table, checks),
    )
    shown = (torch.zeros(1, 24, HIDDEN), torch.zeros(1, 24, FEATURES))
    write_network(net, shown, ["vectors", "features"], "relations", chosen.out)
    print(f"{chosen.out}: {chosen.out.stat().st_size} bytes")
    return 0


def _told(cache: Path) -> list[Told]:
    """Return the texts with their names; annotating them takes minutes, so they are kept."""
    kept = cache / "entailer" / "told.pickle"
    if not kept.exists():
        told = read_told(cache)
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(told))
    found: list[Told] = pickle.loads(kept.read_bytes())
    return found


def _check(table: Tensor, checks: dict[str, Sequence[Pair]], net: Entailer, number: int) -> None:
    """Print how many pairs that were not learned from are judged right, whole and with one side hidden."""
    for name, pairs in checks.items():
        found = judge(net, table, pairs)
        right = _right(found, pairs)
        kinds = sorted({pair.kind for pair in pairs})
        by_kind = {
            kind: np.mean([r for r, pair in zip(right, pairs, strict=True) if pair.kind == kind]) for kind in kinds
        }
        blind = judge(net, table, [Pair("", pair.two, pair.possible, pair.kind) for pair in pairs])
        contrary = RELATIONS.index(Relation.CONTRADICTS)
        alone = np.mean(
            [
                (row.argmax() == contrary) == (pair.possible == {Relation.CONTRADICTS})
                for row, pair in zip(blind, pairs, strict=True)
            ]
        )
        told = ", ".join(f"{kind} {share:.3f}" for kind, share in by_kind.items())
        print(
            f"round {number + 1}, {name}: {np.mean(right):.4f} of {len(pairs)}; one side alone {alone:.3f}; {told}",
            file=sys.stderr,
            flush=True,
        )


def _right(found: np.ndarray, pairs: Sequence[Pair]) -> list[bool]:
    return [RELATIONS[int(row.argmax())] in pair.possible for row, pair in zip(found, pairs, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
