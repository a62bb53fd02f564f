"""Files that hold many pages, opened in a child process; what breaks the child is passed over, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from nutgraf.ingest.answers import Answer, Question
from nutgraf.ingest.fields import Fields
from nutgraf.ingest.kinds import Container
from nutgraf.ingest.steps import At
from nutgraf.ingest.tally import Tally
from nutgraf.records.page import Outcome, Page, SetAside
from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.process import ChildLost, Sandbox, Task

CAPS = Caps(seconds=10.0, memory=512 * 1024 * 1024, answer=64 * 1024 * 1024)
"""For each answer, which is one page at most."""
MOST_LOST = 20
"""So many records may break the child before the rest of a file is given up."""


def container_task(fields: Fields, caps: Caps = CAPS) -> Task:
    """Return the task of a child that opens containers."""
    return Task("nutgraf.ingest.child:answer_files", msgspec.msgpack.encode(fields), caps)


def read_container(sandbox: Sandbox, question: Question, clock: Callable[[], str]) -> Iterator[Page | SetAside]:
    """Yield the pages of a file as they come, what could not be taken, and in the end what was counted.

    When the child breaks, it is asked again from the last answer on, and after every record; so the record that breaks
    it is known, told and passed over.
    """
    tally, lost = Tally(), 0
    while True:
        at = question.start
        try:
            for answer in _answers(sandbox, question):
                at = answer.at
                for count in answer.counts:
                    tally.add(count)
                if answer.page is not None:
                    yield replace(answer.page, retrieved=clock())
                if answer.told is not None:
                    yield SetAside(question.path, "ingest", answer.told.outcome, answer.told.reason)
            break
        except ChildLost as error:
            moved = at != question.start
            passing = question.passing and not moved
            if not question.careful:
                question = msgspec.structs.replace(question, start=at, passing=passing, careful=True)
                continue
            lost += 1
            stuck = lost == MOST_LOST or passing
            end = "; the rest of the file was not read" if stuck else " and was passed over"
            told = f"{_named(question.kind, at)} broke the reader ({error}){end}"
            yield SetAside(question.path, "ingest", Outcome.PARTIAL, told)
            if stuck:
                break
            question = msgspec.structs.replace(question, start=at, passing=True, careful=False)
    for outcome, words in tally.lines():
        yield SetAside(question.path, "ingest", outcome, words)


def _answers(sandbox: Sandbox, question: Question) -> Iterator[Answer]:
    for body in sandbox.ask_all(msgspec.msgpack.encode(question)):
        yield msgspec.msgpack.decode(body, type=Answer)


def _named(kind: Container, at: At) -> str:
    if kind in (Container.WARC, Container.ARC):
        return f"the record after record {at[0]}, at byte {at[1]}," if at else "its first record"
    return f"what follows part {at[0]}" if at else "its beginning"
