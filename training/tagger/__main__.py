"""Train the tagger and write what ships: `python -m training.tagger --base model.safetensors [--rounds N]`.

Needs training/requirements.txt and the packs annotation-green, annotation-measure (GeoVirus's text), ner-misc and
gazetteers unpacked in `.cache`. On 2 cores it takes some 75 minutes, half of them for three teachers (teachers.py).
Every file it reads is green and is printed; no other is read. The development figures after each round (names on UNER
EWT dev) go into docs/models/tagger-curve.tsv.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch
from training.course import Course
from training.green import NotGreen
from training.tagger.check import span_f1
from training.tagger.columns import read_uner
from training.tagger.examples import rows_of
from training.tagger.export import WEIGHTS, read_vectors, write_embedder, write_tagger, write_vectors, write_vocabulary
from training.tagger.green import GREEN, green_files
from training.tagger.gum import read_gum
from training.tagger.known import write_known_words
from training.tagger.learn import SLICES, learn
from training.tagger.net import Encoder, Tagger, load_base
from training.tagger.sets import WEIGHS, read_sets
from training.tagger.silver import with_groups
from training.tagger.teachers import teach

ROOT = Path(__file__).resolve().parents[2]
CURVE = ROOT / "docs/models/tagger-curve.tsv"
SHIPPED = ([SLICES["uner"]], [SLICES["attribution"]], [SLICES["time"]], [SLICES["quantity"]])
"""The heads that ship, in the order of `nutgraf.models.tagger.HEADS`."""


def main(arguments: list[str] | None = None) -> int:
    """Write vocabulary, vectors, embedder and known words; train the tagger and write it."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description="Train the tagger.")
    parser.add_argument("--base", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt beside it")
    parser.add_argument("--rounds", type=int, default=Course().epochs, help="passes over the sets")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help="where the packs lie unpacked")
    parser.add_argument("--keep", type=Path, help="a folder for the networks; a teacher in it is not trained again")
    chosen = parser.parse_args(arguments)
    try:
        for pattern in GREEN:
            print(f"{len(green_files(chosen.cache, pattern))} files: {pattern}", file=sys.stderr)
    except NotGreen as missing:
        print(f"not trained: {missing}")
        return 1
    write_vocabulary(chosen.vocabulary)
    write_known_words(chosen.cache)
    table, base = load_base(chosen.base)
    write_vectors(table)
    encoder = Encoder()
    encoder.load_state_dict(base)
    write_embedder(encoder, WEIGHTS / "embedder.onnx")
    net = _train(chosen, base)
    write_tagger(net, list(SHIPPED), WEIGHTS / "tagger.onnx")
    return 0


def _train(chosen: argparse.Namespace, base: dict[str, torch.Tensor]) -> Tagger:
    table, sets = read_vectors(), read_sets(chosen.cache)
    parts = {
        "uner": [rows_of(with_groups(document)) for document in read_uner(chosen.cache, "dev")],
        "gum": [rows_of(with_groups(document)) for document in read_gum(chosen.cache, "dev")],
    }
    lines = ["network\tround\tset\tF1\tperson\torganisation\tplace"]

    def check(role: str, net: Tagger, number: int) -> None:
        for name, documents in parts.items():
            told = span_f1(net, table, documents, "uner", name)
            kinds = "\t".join(f"{told[kind]:.4f}" for kind in ("person", "organisation", "place"))
            lines.append(f"{role}\t{number + 1}\t{name} dev\t{told['all']:.4f}\t{kinds}")
            print(lines[-1], file=sys.stderr, flush=True)

    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
    taught = teach(sets, table, base, partial(check, "teacher"), chosen.keep)
    net = Tagger()
    net.encoder.load_state_dict(base)
    shown = replace(sets, taught=taught).round
    trained = learn(net, table, shown, Course(epochs=chosen.rounds), WEIGHS, partial(check, "student"))
    if chosen.keep:
        torch.save(trained.state_dict(), chosen.keep / "student.pt")
    CURVE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return trained


if __name__ == "__main__":
    sys.exit(main())
