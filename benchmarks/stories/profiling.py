"""Measure the making of profiles in a process of its own: `python -m benchmarks.stories.profiling CACHE`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.copies.memory import peak, resident
from benchmarks.stories.bases import read_accounts
from benchmarks.stories.pace import BATCH
from nutgraf.cluster.profiles import profile_accounts

PROFILED = 640


def main(arguments: Sequence[str]) -> int:
    """Print articles a second and megabytes, as JSON; the network is loaded before the clock starts."""
    accounts = read_accounts(Path(arguments[0]), PROFILED + BATCH)
    before = resident()
    profile_accounts(accounts[:BATCH])
    begun = time.process_time()
    for start in range(BATCH, len(accounts), BATCH):
        profile_accounts(accounts[start : start + BATCH])
    rate = (len(accounts) - BATCH) / (time.process_time() - begun)
    print(json.dumps({"rate": rate, "mb": peak() - before}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
