"""What the child process answers: a file that holds many pages in, the pages out, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from nutgraf.ingest.answers import Answer, Question
from nutgraf.ingest.captures import read_captures
from nutgraf.ingest.fields import Fields
from nutgraf.ingest.json_rows import read_json_rows
from nutgraf.ingest.kinds import Container
from nutgraf.ingest.mailboxes import read_mails
from nutgraf.ingest.packing import CannotUnpack, Unpacked
from nutgraf.ingest.parquet_rows import read_parquet_rows
from nutgraf.ingest.steps import Place, Step, Told
from nutgraf.ingest.table_rows import read_table_rows
from nutgraf.ingest.tally import Tally
from nutgraf.ingest.tars import read_tar
from nutgraf.ingest.zips import read_zip
from nutgraf.records.page import Outcome

_TOGETHER = 64
"""So many records that are no pages are told in one answer."""


def answer_files(settings: bytes) -> Callable[[bytes], Iterable[bytes]]:
    """Return what answers a question for the pages of a file, given the names of fields as bytes."""
    fields = msgspec.msgpack.decode(settings, type=Fields)

    def answer(body: bytes) -> Iterable[bytes]:
        question = msgspec.msgpack.decode(body, type=Question)
        for each in _answers(question, fields):
            yield msgspec.msgpack.encode(each)

    return answer


def _answers(question: Question, fields: Fields) -> Iterator[Answer]:
    """Yield answers: one for each page or refusal, and one for many records that are neither."""
    tally, steps, last = Tally(), 0, question.start
    with Path(question.path).open("rb") as stream:
        for step in _steps(stream, question, fields):
            for count in step.counts:
                tally.add(count)
            alive = step.made is None and not step.counts
            steps, last = steps + 1, step.at
            if step.made is not None or question.careful or alive or steps >= _TOGETHER:
                told = step.made if isinstance(step.made, Told) else None
                page = step.made if step.made is not None and not isinstance(step.made, Told) else None
                yield Answer(last, page, told, tally.take())
                steps = 0
    yield Answer(last, None, None, tally.take())


def _steps(stream: BinaryIO, question: Question, fields: Fields) -> Iterator[Step]:
    path = Path(question.path)
    place = Place(question.path, path.name, path.resolve().as_uri())
    start, packing = question.start, question.packing
    match question.kind:
        case Container.WARC | Container.ARC:
            return read_captures(stream, place, question.kind, packing, start, question.passing)
        case Container.ZIP:
            return read_zip(stream, place, fields, start, question.passing)
        case Container.TAR:
            return read_tar(stream, place, packing, fields, start, question.passing)
        case Container.PARQUET:
            return read_parquet_rows(place, fields, start, question.passing)
        case _:
            return _streamed(stream, place, question, fields)


def _streamed(stream: BinaryIO, place: Place, question: Question, fields: Fields) -> Iterator[Step]:
    try:
        source = stream if question.packing is None else Unpacked(stream, question.packing)
    except CannotUnpack as missing:
        yield Step((), Told(Outcome.REFUSED, str(missing)))
        return
    match question.kind:
        case Container.JSON:
            yield from read_json_rows(source, place, fields, question.start, question.passing)
        case Container.TABLE:
            yield from read_table_rows(source, place, fields, question.start, question.passing)
        case _:
            yield from read_mails(source, place, question.start, question.passing)
    if isinstance(source, Unpacked) and source.fault is not None:
        yield Step((), Told(Outcome.PARTIAL, f"{source.fault}; what could be read stands"))
