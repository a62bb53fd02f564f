"""What a child process may use, and the setting of it from inside the child."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_LIBRARIES = 256 * 1024 * 1024
"""Address space for libraries that are loaded late."""


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that one answer may take: processor seconds, bytes of memory beyond the idle child, bytes of answer."""

    seconds: float = 10.0
    memory: int = 512 * 1024 * 1024
    answer: int = 256 * 1024 * 1024


DEFAULT = Caps()


def cap_memory(memory: int) -> None:
    """Cap the address space at what the idle child uses plus the cap for one answer."""
    try:
        with open("/proc/self/statm") as status:
            idle = int(status.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = idle + memory + _LIBRARIES if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_AS, (min(idle + memory, most), most))


@contextmanager
def loading(memory: int) -> Iterator[None]:
    """Load a library outside the clock and outside the memory of an answer; a document pays for neither."""
    left = signal.setitimer(signal.ITIMER_PROF, 0)[0]
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        cap_memory(memory)
        signal.setitimer(signal.ITIMER_PROF, left)


def cap_seconds(seconds: float) -> None:
    """Let the process be ended when one answer has used so much of the processor; waiting costs nothing."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))
