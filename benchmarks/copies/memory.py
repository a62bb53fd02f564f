"""Memory of a process in megabytes, now and at its highest, as the system counts it (`/proc`)."""

from __future__ import annotations

import re
from pathlib import Path


def resident(process: int | None = None) -> int:
    """Return what this process, or another one, holds now; 0 where that one has ended."""
    return _read("VmRSS", process)


def peak() -> int:
    """Return the most that was held since this program began; what its parent held does not count."""
    return _read("VmHWM")


def _read(name: str, process: int | None = None) -> int:
    told = Path("/proc", str(process or "self"), "status").read_text()
    found = re.search(rf"^{name}:\s+(\d+) kB$", told, re.MULTILINE)
    if found is None and process is None:
        raise LookupError(f"the system tells no {name}")
    return int(found[1]) // 1024 if found else 0
