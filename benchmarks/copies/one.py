"""Measure nutgraf in a process of its own: `python -m benchmarks.copies.one TEXTS`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.copies.memory import peak, resident
from benchmarks.copies.ours import group_texts
from benchmarks.copies.texts import read_texts


def main(arguments: Sequence[str]) -> int:
    """Print seconds, memory in megabytes before and at the peak, and the groups, as JSON."""
    texts = read_texts(Path(arguments[0]))
    before = resident()
    cpu, wall = time.process_time(), time.perf_counter()
    groups = group_texts(texts)
    taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    print(json.dumps({**taken, "before": before, "peak": peak(), "groups": groups}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
