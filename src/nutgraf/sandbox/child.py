"""The child process: answers questions from its standard input under limits, on its standard output.

Started as `python -m nutgraf.sandbox.child MODULE:FUNCTION`. The function is called once with the settings that come in
the first frame, and returns what answers a question. It opens no socket and writes no file of its own.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Callable, Iterable
from typing import BinaryIO

import msgspec

from nutgraf.errors import DocumentRefused
from nutgraf.sandbox.caps import Caps, cap_memory, cap_seconds
from nutgraf.sandbox.frames import ANSWER, DONE, FAULT, READY, Frame, read_frame, write_frame

_NEW_OBJECTS = 20_000
"""Objects made before the youngest are looked through: a page makes some thousands that live as long as it is read."""

Answerer = Callable[[bytes], Iterable[bytes]]


class Start(msgspec.Struct, frozen=True):
    """The first frame: the caps, and the settings of the task as bytes."""

    caps: Caps
    settings: bytes


def main() -> None:
    """Answer until the input ends."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(incoming)
    if first is None:
        return
    start = msgspec.msgpack.decode(first.body, type=Start)
    answerer = _load(sys.argv[1])(start.settings)
    gc.collect()
    gc.freeze()  # what is loaded once is not looked through for garbage with every page
    gc.set_threshold(_NEW_OBJECTS)
    cap_memory(start.caps.memory)
    write_frame(outgoing, Frame(READY, b""))
    while (question := read_frame(incoming)) is not None:
        _serve(answerer, question.body, outgoing, start.caps)


def _load(name: str) -> Callable[[bytes], Answerer]:
    module, _, function = name.partition(":")
    factory: Callable[[bytes], Answerer] = getattr(importlib.import_module(module), function)
    return factory


def _serve(answerer: Answerer, question: bytes, outgoing: BinaryIO, caps: Caps) -> None:
    """Write all answers to one question; each has the whole cap of seconds for itself."""
    cap_seconds(caps.seconds)
    try:
        for answer in answerer(question):
            write_frame(outgoing, Frame(ANSWER, answer))
            cap_seconds(caps.seconds)
    except DocumentRefused as refused:
        write_frame(outgoing, Frame(FAULT, str(refused).encode("utf-8", "replace")))
    except MemoryError:
        told = f"reading it took more than the cap of {caps.memory // 1_048_576} MB of memory"
        write_frame(outgoing, Frame(FAULT, told.encode()))
    except Exception as error:  # any fault of one document is that document's fate, never the program's (faults.md)
        told = f"it could not be parsed ({type(error).__name__}: {str(error)[:200]})"
        write_frame(outgoing, Frame(FAULT, told.encode("utf-8", "replace")))
    else:
        write_frame(outgoing, Frame(DONE, b""))


if __name__ == "__main__":
    main()
