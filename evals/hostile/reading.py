"""Read a folder of documents as `nutgraf read` does, and tell of each what came out and what it took.

`python -m evals.hostile.reading FOLDER ANSWERS`: a process of its own, so that its death is seen and counted.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from nutgraf.extract.articles import extract_articles
from nutgraf.extract.limits import Limits
from nutgraf.ingest.source import ingest_source
from nutgraf.records.article import Extraction
from nutgraf.records.page import Page, SetAside

_NUMBER = re.compile(r"(\d{7})\.")
_TICKS = os.sysconf("SC_CLK_TCK")
LIMITS = Limits(children=1)
"""The limits of the program, with one child, so that what a page takes can be told from what its neighbours take."""


class Told(msgspec.Struct, frozen=True):
    """What came of one page, or of a document that gave none (`page` is missing).

    `cpu` are processor seconds of the program and its child since the answer before; `megabytes` the most that the
    child held meanwhile. `fault` is an exception that nobody caught, in words.
    """

    number: int
    page: Page | None = None
    extraction: Extraction | None = None
    aside: SetAside | None = None
    cpu: float = 0.0
    megabytes: float = 0.0
    fault: str | None = None


class _Meter:
    """What this process and its children take."""

    def __init__(self) -> None:
        self.last = self._cpu()

    def cpu(self) -> float:
        """Return the processor seconds since the last call."""
        before, self.last = self.last, self._cpu()
        return max(0.0, self.last - before)

    def _cpu(self) -> float:
        dead = resource.getrusage(resource.RUSAGE_CHILDREN)
        alive = 0.0
        for child in _children():
            with contextlib.suppress(OSError, IndexError):
                fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
                alive += (int(fields[11]) + int(fields[12])) / _TICKS
        return time.process_time() + dead.ru_utime + dead.ru_stime + alive

    def megabytes(self) -> float:
        """Return the most memory that a child held since the last call."""
        most = 0
        for child in _children():
            with contextlib.suppress(OSError, ValueError, IndexError):
                status = Path(f"/proc/{child}/status").read_text()
                most = max(most, int(status.partition("VmHWM:")[2].split()[0]))
                Path(f"/proc/{child}/clear_refs").write_text("5")
        return most / 1024


def _children() -> Iterator[str]:
    for listed in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):
            yield from listed.read_text().split()


def number_of(found: Page | SetAside) -> int:
    """Return the number of the document that a page or a record comes from: the name of its file."""
    told = _NUMBER.search((found.path or "") if isinstance(found, Page) else found.what)
    return int(told[1]) if told else -1


class _Reader:
    """One reading of a folder; `stage` is where it is, for the case that it breaks."""

    def __init__(self, answers: BinaryIO) -> None:
        self.answers, self.meter = answers, _Meter()
        self.waiting: deque[Page] = deque()
        self.reached = -1

    def read(self, folder: str) -> None:
        for outcome in extract_articles(self._pages(folder), LIMITS):
            page = self.waiting.popleft()
            found = outcome if isinstance(outcome, Extraction) else None
            aside = outcome if isinstance(outcome, SetAside) else None
            self.tell(Told(number_of(page), page, found, aside, self.meter.cpu(), self.meter.megabytes()))

    def _pages(self, folder: str) -> Iterator[Page]:
        for found in ingest_source(folder, lambda: "2031-03-03T08:00:00Z"):
            self.reached = max(self.reached, number_of(found))
            if isinstance(found, Page):
                self.waiting.append(found)
                yield found
            else:
                self.tell(Told(number_of(found), aside=found))

    def tell(self, told: Told) -> None:
        data = msgspec.msgpack.encode(told)
        self.answers.write(len(data).to_bytes(4, "big") + data)
        self.answers.flush()


def read_answers(path: Path) -> Iterator[Told]:
    """Yield what a reading has told, as far as it came."""
    with path.open("rb") as stream:
        while len(head := stream.read(4)) == 4:
            data = stream.read(int.from_bytes(head, "big"))
            yield msgspec.msgpack.decode(data, type=Told)


def main(folder: str, answers: str) -> int:
    """Read a folder; exit code 3 where an exception came up to here, told with the document that was at work."""
    with Path(answers).open("wb") as stream:
        reader = _Reader(stream)
        try:
            reader.read(folder)
        except Exception as error:  # this is what is counted
            at = number_of(reader.waiting[0]) if reader.waiting else reader.reached + 1
            reader.tell(Told(at, fault=f"{type(error).__name__}: {error}"))
            return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
