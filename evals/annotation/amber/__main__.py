"""What labelled news alone would bring to attribution: `python -m evals.annotation.amber --base model.safetensors`.

Trains the tagger's network on PolNeAR's train part and scores it beside the one that ships, in the published setting.
**Amber data, for this table alone: what is trained here is never shipped.** Needs training/requirements.txt and the
pack annotation-measure in `.cache`; about half an hour on two free cores. `--start student.pt` goes on from the network
that ships (`python -m training.tagger --keep FOLDER` lays it there), not from the base. With `--trained FILE` a network
that was trained before is scored, which needs no torch. Without any of these the cutting is proved on valid, no more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evals.annotation.amber.instances import read_cuts
from evals.annotation.amber.proof import prove, sheet_of
from evals.annotation.attribution import PUBLISHED, by_tagger, score
from evals.annotation.cofenet import read_instances, without_repeats
from evals.annotation.report import Sheet, show_sheet
from evals.extraction.cases import CACHE

OURS = "trained on PolNeAR, never shipped"


def main(arguments: list[str] | None = None) -> int:
    """Prove the cutting, train where a base is given, and print the tables; exit code 1 where the pack is missing."""
    chosen = _read_arguments(arguments)
    try:
        _run(chosen)
    except FileNotFoundError as missing:
        print(f"not run: {missing}")
        return 1
    return 0


def _run(chosen: argparse.Namespace) -> None:
    valid = read_instances(chosen.cache, "polnear", "valid")
    proof = prove(valid, read_cuts(chosen.cache, "dev", every_annotator=True))
    print(show_sheet(sheet_of(proof), markdown=chosen.markdown), flush=True)
    trained: Path | None = chosen.trained
    if chosen.base or chosen.start:
        trained = chosen.keep or chosen.cache / "amber/tagger.onnx"
        _train(chosen, trained)
    for part in ("valid",) if chosen.valid_only else ("valid", "test"):
        if trained:
            print("\n" + show_sheet(_measure(chosen.cache, part, trained), markdown=chosen.markdown), flush=True)


def _train(chosen: argparse.Namespace, place: Path) -> None:
    from evals.annotation.amber.learning import Plan, train  # needs torch, which scoring does not

    told = {name: getattr(chosen, name) for name in ("base", "start", "rounds", "rate", "seed", "green", "articles")}
    train(chosen.cache, Plan(**{name: value for name, value in told.items() if value is not None}), place)


def _measure(cache: Path, part: str, trained: Path) -> Sheet:
    instances = read_instances(cache, "polnear", part)
    single = without_repeats(instances)
    lines = [
        line
        for system, find in ((OURS, partial(by_tagger, network=trained)), ("tagger as it ships", by_tagger))
        for line in (score(system, instances, find), score(f"{system}, each text once", single, find))
    ]
    return Sheet(
        f"PolNeAR {part}", f"{len(instances)} instances", [*lines, *(PUBLISHED["polnear"] if part == "test" else ())]
    )


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals.annotation.amber", description="What labelled news would bring."
    )
    parser.add_argument("--base", type=Path, help="model.safetensors of all-MiniLM-L6-v2 to begin with")
    parser.add_argument("--start", type=Path, help="the state of a trained tagger to go on from instead (student.pt)")
    parser.add_argument("--rounds", type=int, help="how often some of PolNeAR is shown")
    parser.add_argument("--rate", type=float, help="how fast to learn")
    parser.add_argument("--seed", type=int, help="of the dice")
    parser.add_argument(
        "--green", type=float, help="the share of green documents that a round shows beside (default: 0)"
    )
    parser.add_argument("--articles", type=int, help="learn from so many articles alone, to try the command")
    parser.add_argument(
        "--keep", type=Path, help="where the network is written (default: amber/tagger.onnx in the cache)"
    )
    parser.add_argument("--trained", type=Path, help="a network written before: score it, train nothing")
    parser.add_argument(
        "--valid-only", action="store_true", help="leave the test part alone, while settings are chosen"
    )
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the packs lie unpacked (default: .cache)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
