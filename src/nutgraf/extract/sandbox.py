"""Disposable child processes that parse pages, so that no page can harm or stop the program."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from types import TracebackType
from typing import IO

import msgspec

from nutgraf.extract.child import READY, Answer
from nutgraf.extract.limits import Limits
from nutgraf.records.article import Extraction
from nutgraf.records.page import Outcome, Page, SetAside

START_SECONDS = 60.0
"""A child may take this long to load its libraries (1 to 2 s measured on two idle cores)."""
PATIENCE = 12
"""A page's time is counted by the processor (`child.py`); on a busy machine its answer may take this much longer."""
_LARGEST_ANSWER = 256 * 1024 * 1024


class ChildLost(Exception):
    """The child died, ran out of time, or answered nonsense; the message says which."""


class Sandbox:
    """One child at a time: started when needed, replaced after a failure or after many pages."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None
        self.served = 0

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def extract(self, page: Page) -> Extraction | SetAside:
        """Return what one page gave, or why it was set aside; a page that kills its child harms nothing else."""
        try:
            answer = self._ask(page)
        except ChildLost as lost:
            self.close()
            return _aside(page, Outcome.QUARANTINED, str(lost))
        if answer.extraction is not None:
            return answer.extraction
        self.close()
        return _aside(page, Outcome.QUARANTINED, answer.error or "the reader gave no answer")

    def close(self) -> None:
        """End the child, by force if it does not listen."""
        process, self.process, self.served = self.process, None, 0
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue

    def _ask(self, page: Page) -> Answer:
        if self.process is None or self.served >= self.limits.pages_per_child:
            self.close()
            self.process = self._started()
        self.served += 1
        deadline = time.monotonic() + START_SECONDS + PATIENCE * self.limits.seconds
        frame = _exchange(self.process, msgspec.json.encode(page), deadline, self.limits.seconds)
        try:
            return msgspec.json.decode(frame, type=Answer)
        except msgspec.MsgspecError as error:
            raise ChildLost("the reader answered what cannot be read") from error

    def _started(self) -> subprocess.Popen[bytes]:
        keep = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG", "HOME") if name in os.environ}
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "nutgraf.extract.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**keep, "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        deadline = time.monotonic() + START_SECONDS
        self.process = process
        if _exchange(process, msgspec.json.encode(self.limits), deadline, START_SECONDS) != READY:
            raise ChildLost("the reader process did not start")
        return process


def _aside(page: Page, outcome: Outcome, reason: str) -> SetAside:
    return SetAside(page.path or page.address, "extract", outcome, reason, page.digest)


def _exchange(process: subprocess.Popen[bytes], body: bytes, deadline: float, seconds: float) -> bytes:
    """Send one frame and read one, both before the deadline."""
    if process.stdin is None or process.stdout is None:
        raise ChildLost("the reader process has no pipes")
    _send(process.stdin, len(body).to_bytes(4, "big") + body, deadline, seconds)
    size = int.from_bytes(_receive(process, 4, deadline, seconds), "big")
    if size > _LARGEST_ANSWER:
        raise ChildLost("its answer is larger than the cap of 256 MB")
    return _receive(process, size, deadline, seconds)


def _send(pipe: IO[bytes], data: bytes, deadline: float, seconds: float) -> None:
    descriptor = pipe.fileno()
    os.set_blocking(descriptor, False)
    sent = 0
    while sent < len(data):
        _wait(descriptor, deadline, seconds, writing=True)
        try:
            sent += os.write(descriptor, data[sent : sent + 65_536])
        except BlockingIOError:
            continue
        except BrokenPipeError as error:
            raise ChildLost("the reader process ended while it was given the page") from error


def _receive(process: subprocess.Popen[bytes], size: int, deadline: float, seconds: float) -> bytes:
    if process.stdout is None:
        raise ChildLost("the reader process has no pipes")
    descriptor = process.stdout.fileno()
    received = bytearray()
    while len(received) < size:
        _wait(descriptor, deadline, seconds, writing=False)
        part = os.read(descriptor, min(1 << 20, size - len(received)))
        if not part:
            raise ChildLost(_death(process, seconds))
        received += part
    return bytes(received)


def _wait(descriptor: int, deadline: float, seconds: float, writing: bool) -> None:
    left = deadline - time.monotonic()
    wanted = ([], [descriptor]) if writing else ([descriptor], [])
    if left <= 0 or not any(select.select(*wanted, [], left)):
        raise ChildLost(f"reading it took longer than the cap of {seconds:g} seconds")


def _death(process: subprocess.Popen[bytes], seconds: float) -> str:
    code = process.wait()
    if -code == signal.SIGPROF:
        return f"reading it took longer than the cap of {seconds:g} seconds"
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return f"reading it took more than its caps allow (time {seconds:g} s, or memory); the reader was ended"
    return f"the reader process crashed on it (exit {code})"
