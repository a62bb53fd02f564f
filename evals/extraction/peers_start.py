"""Start the peers under an interpreter of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.extraction.cases import ROOT

PEERS_PYTHON = Path("peers-venv", "bin", "python")
"""Where an interpreter with the peers is looked for in the cache."""


def run_peers(python: Path, benchmark: str, peers: Sequence[str], cache: Path, *, again: bool) -> str | None:
    """Let the peers answer what they have not answered yet, or everything again; return in words why they cannot."""
    if not python.is_file():
        return f"peers: not run: {python} is not there; evals/extraction/requirements.txt says how to make it"
    # The environment is a bare one: the packages of this program's own environment must not reach the peers.
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [str(python), "-m", "evals.extraction.peers_run", benchmark, *peers, "--cache", str(cache.absolute())]
    if again:
        command.append("--again")
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr, env={**kept, "PYTHONPATH": str(ROOT)})
    return f"peers: {benchmark}: their run ended with exit code {done.returncode}" if done.returncode else None
