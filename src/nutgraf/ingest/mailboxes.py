"""Mailboxes of the form mbox: each mail a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from nutgraf.ingest.headers import header_fields
from nutgraf.ingest.limits import PAGE_CAP
from nutgraf.ingest.lines import SKIPPED, Line, read_lines
from nutgraf.ingest.making import Origin, make_page
from nutgraf.ingest.packing import Stream
from nutgraf.ingest.steps import At, Place, Step
from nutgraf.ingest.tally import Count, Sort
from nutgraf.records.page import Media

_FROM = re.compile(rb"From \S+[^\r\n]* \d\d?:\d\d")
_QUOTED = re.compile(rb">+From ")
_FIELD = re.compile(rb"[!-9;-~]+:|>?From ")
_HEAD = 65_536


def read_mails(stream: Stream, place: Place, start: At = (), passing: bool = False) -> Iterator[Step]:
    """Yield a step for every mail of a mailbox, from a place on; the place is the number of the last mail."""
    first = (start[0] if start else 0) + passing
    if passing:
        yield Step((first,))
    for number, (mail, cut) in enumerate(_mails(read_lines(stream, PAGE_CAP)), start=1):
        if number > first:
            yield _step(number, mail, cut, place)
        elif number % SKIPPED == 0:
            yield Step((first,))


def _step(number: int, mail: bytes, cut: bool, place: Place) -> Step:
    told = f"mail {number}"
    if not mail.strip():
        return Step((number,), None, (Count(Sort.NO_MAIL, first=told),))
    identity = header_fields(mail[:_HEAD]).get("message-id", "").strip("<> ")
    address = place.part("mid", quote(identity[:250], safe="@.")) if identity else place.part("mail", number)
    page = make_page(address, place.path, Media.MAIL, mail, Origin(place.told(told)))
    return Step((number,), page, (Count(Sort.CAPPED, first=told),) if cut else ())


def _mails(lines: Iterator[Line]) -> Iterator[tuple[bytes, bool]]:
    """Yield mails as bytes, and whether the cap cut them."""
    mail: list[bytes] = []
    length, cut, blank, begun = 0, False, True, False
    waiting: bytes | None = None
    for _, data, whole in lines:
        if waiting is not None:
            if _FIELD.match(data):
                if begun:
                    yield b"".join(mail), cut
                mail, length, cut, begun = [], 0, False, True
            else:
                mail.append(waiting)
            waiting = None
        if blank and _FROM.match(data):
            waiting, blank = data, False
            continue
        blank = not data.strip()
        if length + len(data) > PAGE_CAP or not whole:
            cut, length = True, PAGE_CAP
            continue
        mail.append(data[1:] if _QUOTED.match(data) else data)
        length += len(data)
    if begun:
        yield b"".join(mail), cut
