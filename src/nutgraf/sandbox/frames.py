"""Frames between a program and its child: a letter, four bytes of length, the body."""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

HEAD = 5


class Frame(NamedTuple):
    """One message; `kind` is one of the letters below."""

    kind: bytes
    body: bytes


ASK = b"?"
READY = b"!"
ANSWER = b"+"
"""One answer of those that a question has."""
DONE = b"."
"""The question has no more answers."""
FAULT = b"x"
"""The question could not be answered; the body says why, in words."""


def pack(frame: Frame) -> bytes:
    """Return a frame as bytes."""
    return frame.kind + len(frame.body).to_bytes(4, "big") + frame.body


def read_head(head: bytes) -> tuple[bytes, int]:
    """Return the kind and the length of the body that a frame's first five bytes tell."""
    return head[:1], int.from_bytes(head[1:HEAD], "big")


def read_frame(stream: BinaryIO) -> Frame | None:
    """Return the next frame, or nothing where the stream has ended."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        return None
    kind, size = read_head(head)
    body = stream.read(size)
    return Frame(kind, body) if len(body) == size else None


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Write one frame."""
    stream.write(pack(frame))
    stream.flush()
