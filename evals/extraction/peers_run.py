"""Run peers over a benchmark and keep what they tell: `python -m evals.extraction.peers_run SET [PEER …]`.

The scorer starts it under the peers' own interpreter, which need not hold more than the peers.
"""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evals.extraction.answers import peer_place, write_answers
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
        print(f"{name}: {run_peer(PEERS[name], chosen.set, cases, chosen.cache, again=chosen.again)}", flush=True)
    return 0


def run_peer(peer: Peer, benchmark: str, cases: list[Case], cache: Path, *, again: bool) -> str:
    """Let one peer answer and keep what it tells; return in words what was done."""
    version = peer.version
    if version is None:
        return f"not run: {peer.package} is not installed in {sys.executable}"
    place = peer_place(cache, benchmark, peer.name, version)
    if place.is_file() and not again:
        return f"{version}, answers are kept"
    with ProcessPoolExecutor(PROCESSES) as workers:
        answers = list(workers.map(_read, [(peer.name, case) for case in cases], chunksize=_SLICE))
    write_answers(place, version, {case.id: answer for case, answer in zip(cases, answers, strict=True)})
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
