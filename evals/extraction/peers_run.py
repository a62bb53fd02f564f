"""Run peers over a benchmark and keep what they tell: `python -m evals.extraction.peers_run SET [PEER …]`.

It is started by the scorer under the peers' own interpreter; by hand it serves to prepare.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from evals.extraction.cases import CACHE, Case, Told
from evals.extraction.peers import PEERS, Peer
from evals.extraction.sets import BENCHMARKS, read_benchmark

PROCESSES = 2
_SLICE = 8


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen peers that have no stored answers yet; print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m evals.extraction.peers_run")
    parser.add_argument("set", choices=sorted(BENCHMARKS))
    parser.add_argument("peers", nargs="*", metavar="PEER", help=f"of: {', '.join(PEERS)}")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--again", action="store_true", help="run also what is stored")
    chosen = parser.parse_args(arguments)
    cases = read_benchmark(chosen.set, chosen.cache)
    for name in chosen.peers or PEERS:
        print(f"{name}: {_keep(PEERS[name], chosen.set, cases, chosen.cache, again=chosen.again)}", flush=True)
    return 0


def store_place(cache: Path, benchmark: str, peer: str, version: str) -> Path:
    """Return the file that holds a peer's answers."""
    return cache / "extraction-peers" / benchmark / f"{peer.replace(' ', '-')}-{version}.json"


def _keep(peer: Peer, benchmark: str, cases: list[Case], cache: Path, *, again: bool) -> str:
    version = peer.version
    if version is None:
        return f"not run: {peer.package} is not installed in {sys.executable}"
    place = store_place(cache, benchmark, peer.name, version)
    if place.is_file() and not again:
        return f"{version}, stored"
    with ProcessPoolExecutor(PROCESSES) as workers:
        answers = list(workers.map(_read, [(peer.name, case) for case in cases], chunksize=_SLICE))
    place.parent.mkdir(parents=True, exist_ok=True)
    told = {case.id: asdict(answer) for case, answer in zip(cases, answers, strict=True)}
    place.write_text(json.dumps({"peer": peer.name, "version": version, "told": told}, ensure_ascii=False))
    failed = sum(answer.failed is not None for answer in answers)
    return f"{version}, {len(cases)} pages, {failed} failed"


def _read(task: tuple[str, Case]) -> Told:
    name, case = task
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        return PEERS[name].read(case.html)
    except Exception as error:  # a peer's fault on one page is counted against it, and the rest is still measured
        return Told(failed=f"{type(error).__name__}: {str(error)[:200]}")


if __name__ == "__main__":
    sys.exit(main())
