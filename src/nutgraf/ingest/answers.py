"""What the program asks the child process about a file that holds many pages, and what it is answered."""

from __future__ import annotations

import msgspec

from nutgraf.ingest.kinds import Container
from nutgraf.ingest.packing import Packing
from nutgraf.ingest.steps import At, Told
from nutgraf.ingest.tally import Count
from nutgraf.records.page import Page


class Question(msgspec.Struct, frozen=True):
    """A file, and from where on it is to be read.

    `passing` passes over the first record from there; `careful` asks for an answer after every record, so that the
    one which breaks the child is known.
    """

    path: str
    kind: Container
    packing: Packing | None
    start: At = ()
    passing: bool = False
    careful: bool = False


class Answer(msgspec.Struct, frozen=True):
    """A page or a refusal, what was counted since the answer before, and where to go on after it."""

    at: At
    page: Page | None
    told: Told | None
    counts: tuple[Count, ...]
