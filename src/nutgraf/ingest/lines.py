"""Lines of a stream, each under a cap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nutgraf.ingest.packing import CHUNK, Stream

SKIPPED = 5_000
"""After so many lines or items that are passed over, a sign of life is given."""


class Line(NamedTuple):
    """One line with its end, from 1; `whole` is false where it was passed over, longer than the cap."""

    number: int
    data: bytes
    whole: bool


def read_lines(stream: Stream, cap: int) -> Iterator[Line]:
    """Yield the lines of a stream; a last one without an end is one, too."""
    number, parts, length = 0, [b""], 0
    while piece := stream.read(CHUNK):
        *ended, tail = piece.split(b"\n")
        for part in ended:
            number += 1
            if length == 0:
                yield Line(number, part + b"\n", True)
                continue
            whole = length + len(part) <= cap
            yield Line(number, b"".join((*parts, part, b"\n")) if whole else b"", whole)
            parts, length = [b""], 0
        length += len(tail)
        parts = [*parts, tail] if length <= cap else [b""]
    if length:
        yield Line(number + 1, b"".join(parts), length <= cap)
