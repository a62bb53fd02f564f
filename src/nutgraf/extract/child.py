"""The disposable child process: reads pages from its standard input, parses them under limits, answers on its output.

Frames are four bytes of length and a JSON document. It opens no socket and writes no file.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from typing import BinaryIO

import msgspec

from nutgraf.extract.limits import Limits
from nutgraf.extract.page import extract_page
from nutgraf.records.article import Extraction
from nutgraf.records.page import Media, Page

READY = b"ready"
LIBRARIES = 256 * 1024 * 1024
"""Address space for libraries that are loaded late."""


class Answer(msgspec.Struct):
    """What the child says about one page: its extraction, or why there is none."""

    extraction: Extraction | None = None
    error: str | None = None


def main() -> None:
    """Serve pages until the input ends; limits come first, as one frame."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(incoming)
    if first is None:
        return
    limits = msgspec.json.decode(first, type=Limits)
    _cap_memory(limits.memory)
    write_frame(outgoing, READY)
    while (frame := read_frame(incoming)) is not None:
        write_frame(outgoing, msgspec.json.encode(_answer(frame, limits)))


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame, or nothing where the stream has ended."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    body = stream.read(size)
    return body if len(body) == size else None


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Write one frame."""
    stream.write(len(body).to_bytes(4, "big"))
    stream.write(body)
    stream.flush()


def _answer(frame: bytes, limits: Limits) -> Answer:
    page = msgspec.json.decode(frame, type=Page)
    if page.media is Media.HTML and "trafilatura" not in sys.modules:
        _warm(limits)
    _cap_seconds(limits.seconds)
    try:
        extraction = extract_page(page, limits)
    except MemoryError:
        return Answer(error=f"reading it took more than the cap of {limits.memory // 1_048_576} MB of memory")
    except Exception as error:  # any fault of one page is that page's fate, never the program's (faults.md)
        return Answer(error=f"it could not be parsed ({type(error).__name__}: {str(error)[:200]})")
    kept = sum(len(article.text) + len(article.title or "") for article in extraction.articles)
    most = max(limits.floor, limits.growth * len(page.content))
    if kept > most:
        return Answer(error=f"its text is more than {limits.growth} times its bytes (the cap on output)")
    return Answer(extraction=extraction)


def _warm(limits: Limits) -> None:
    """Import what only web pages need, before the clock starts and outside the memory of a page."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)
    with contextlib.suppress(ImportError):
        import trafilatura  # noqa: F401 - kept in sys.modules for the first web page
    _cap_memory(limits.memory)


def _cap_memory(memory: int) -> None:
    """Cap the address space at what the idle child uses plus the cap for one page."""
    try:
        with open("/proc/self/statm") as status:
            idle = int(status.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = idle + memory + LIBRARIES if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_AS, (min(idle + memory, most), most))


def _cap_seconds(seconds: float) -> None:
    """Let the process be ended when one page has used so much of the processor; waiting for its turn costs nothing."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))


if __name__ == "__main__":
    main()
