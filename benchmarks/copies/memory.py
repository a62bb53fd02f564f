"""Memory of this process in megabytes, now and at its highest, as the system counts it (`/proc`)."""

from __future__ import annotations

import re
from pathlib import Path


def resident() -> int:
    """Return what is held now."""
    return _read("VmRSS")


def peak() -> int:
    """Return the most that was held since this program began; what its parent held does not count."""
    return _read("VmHWM")


def _read(name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    if found is None:
        raise LookupError(f"the system tells no {name}")
    return int(found[1]) // 1024
