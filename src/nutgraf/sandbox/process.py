"""A child process seen from the program: asked, waited for, ended when it does not keep to its limits."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import IO

import msgspec

from nutgraf.sandbox.caps import DEFAULT, Caps
from nutgraf.sandbox.child import Start
from nutgraf.sandbox.frames import ANSWER, ASK, DONE, FAULT, HEAD, READY, Frame, pack, read_head

START_SECONDS = 60.0
"""A child may take this long to load its libraries (1 to 2 s measured on two idle cores)."""
PATIENCE = 12
"""An answer's time is counted by the processor (`caps.py`); on a busy machine it may take this much longer."""
_KEPT = ("PATH", "PYTHONPATH", "LANG", "HOME")


class ChildLost(Exception):
    """The child died, ran out of time or memory, or could not read the document; the message says which."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a child does: the function that answers (`module:function`), its settings, its caps, when it is replaced."""

    function: str
    settings: bytes = b""
    caps: Caps = DEFAULT
    questions_per_child: int = 500


class Sandbox:
    """One child at a time: started when needed, replaced after a failure or after many questions."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.process: subprocess.Popen[bytes] | None = None
        self.served = 0

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: bytes) -> bytes:
        """Return the one answer to a question; `ChildLost` where there is none."""
        found = list(self.ask_all(question))
        if len(found) != 1:
            raise ChildLost("the reader gave no answer")
        return found[0]

    def ask_all(self, question: bytes) -> Iterator[bytes]:
        """Yield the answers to a question; `ChildLost` where the child breaks over it, after what it had answered."""
        if self.process is None or self.served >= self.task.questions_per_child:
            self.close()
            self._start()
        self.served += 1
        whole = False
        try:
            self._send(Frame(ASK, question), self._deadline())
            while (answer := self._receive(self._deadline())).kind == ANSWER:
                yield answer.body
            whole = answer.kind == DONE
            if answer.kind == FAULT:
                raise ChildLost(answer.body.decode("utf-8", "replace"))
            if not whole:
                raise ChildLost("the reader answered what cannot be read")
        finally:
            if not whole:
                self.close()

    def close(self) -> None:
        """End the child, by force."""
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

    def _start(self) -> None:
        keep = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "nutgraf.sandbox.child", self.task.function],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**keep, "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        deadline = time.monotonic() + START_SECONDS
        start = msgspec.msgpack.encode(Start(self.task.caps, self.task.settings))
        self._send(Frame(ASK, start), deadline)
        if self._receive(deadline).kind != READY:
            raise ChildLost("the reader process did not start")

    def _deadline(self) -> float:
        return time.monotonic() + START_SECONDS + PATIENCE * self.task.caps.seconds

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process is None or self.process.stdin is None or self.process.stdout is None:
            raise ChildLost("the reader process has no pipes")
        return self.process.stdin, self.process.stdout

    def _send(self, frame: Frame, deadline: float) -> None:
        descriptor = self._pipes()[0].fileno()
        os.set_blocking(descriptor, False)
        data, sent = memoryview(pack(frame)), 0
        while sent < len(data):
            self._wait(descriptor, deadline, writing=True)
            try:
                sent += os.write(descriptor, data[sent : sent + 1_048_576])
            except BlockingIOError:
                continue
            except BrokenPipeError as error:
                raise ChildLost("the reader process ended while it was given the document") from error

    def _receive(self, deadline: float) -> Frame:
        kind, size = read_head(self._read(HEAD, deadline))
        if size > self.task.caps.answer:
            raise ChildLost(f"its answer is larger than the cap of {self.task.caps.answer // 1_048_576} MB")
        return Frame(kind, self._read(size, deadline))

    def _read(self, size: int, deadline: float) -> bytes:
        descriptor = self._pipes()[1].fileno()
        received = bytearray()
        while len(received) < size:
            self._wait(descriptor, deadline, writing=False)
            part = os.read(descriptor, min(1 << 20, size - len(received)))
            if not part:
                raise ChildLost(self._death())
            received += part
        return bytes(received)

    def _wait(self, descriptor: int, deadline: float, writing: bool) -> None:
        left = deadline - time.monotonic()
        wanted = ([], [descriptor]) if writing else ([descriptor], [])
        if left <= 0 or not any(select.select(*wanted, [], left)):
            raise ChildLost(self._slow())

    def _slow(self) -> str:
        return f"reading it took longer than the cap of {self.task.caps.seconds:g} seconds"

    def _death(self) -> str:
        code = self.process.wait() if self.process is not None else 0
        if -code == signal.SIGPROF:
            return self._slow()
        if -code in (signal.SIGXCPU, signal.SIGKILL):
            seconds = self.task.caps.seconds
            return f"reading it took more than its caps allow (time {seconds:g} s, or memory); the reader was ended"
        return f"the reader process crashed on it (exit {code})"
