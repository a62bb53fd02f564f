"""An e-mail, as newsletters come: the part that is read, and what its header tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parseaddr
from urllib.parse import quote

from nutgraf.errors import DocumentRefused
from nutgraf.extract.feed_facts import NO_DATE, web_address
from nutgraf.extract.flowed import flowed, rejoined
from nutgraf.extract.limits import Limits
from nutgraf.extract.mime import HeadLines, Part, leaf_parts, parameter, read_message
from nutgraf.extract.ties import Tied, whole
from nutgraf.extract.unwrapped import Fact, Sheet, Unwrapped
from nutgraf.extract.wire_dates import read_moment
from nutgraf.models.outlets import find_outlet, outlet_like, outlet_of_domain
from nutgraf.records.article import Field, Sure
from nutgraf.records.page import Media, Page

_READ = ("Subject", "From", "Date", "Message-ID", "List-Id", "List-Archive")
_TEXTS = ("text/html", "text/plain")
_TOP = 40_000
"""The link to the copy on the web stands at the top."""
_PASSED_ON = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:from|at|@|by|via|von|de|bei)\s+(?:the\s+)?|\s*[|:·•–—]\s*|\s+-\s+", re.IGNORECASE)
_ONLINE = re.compile(
    r"<a\b[^>]{0,2000}?href\s*=\s*[\"']([^\"']{8,2000})[\"'][^>]{0,2000}>(?:\s|<(?!/?a\b)[^>]{0,300}>){0,10}"
    r"(?:view|read|see|open)[^<]{0,30}(?:browser|online|web|website)",
    re.IGNORECASE,
)  # fmt: skip


def unwrap_mail(page: Page, limits: Limits) -> Unwrapped:
    """Return the text of an e-mail: its HTML, else its plain text; what is attached stands in the notes."""
    message = read_message(page.content)
    parts = list(leaf_parts(message))
    best = _best(parts)
    if best is None:
        raise DocumentRefused("none of the e-mail's parts is a text")
    head = HeadLines(message, _READ)
    decoded = best.text()
    unwrapped = Unwrapped(head.text + decoded.text, wrapping=head.lines)
    unwrapped.notes.extend((*decoded.notes, *_others(parts, best)))
    unwrapped.damage.extend(decoded.damage)
    text = _paragraphs(best, decoded.text, len(head.text))
    media = Media.HTML if best.kind == "text/html" else Media.TEXT
    told = (*_told(head, page.captured), *_online(decoded.text, len(head.text)))
    unwrapped.sheets.append(Sheet(text, media, told=told, own_head=False))
    return unwrapped


def _best(parts: list[Part]) -> Part | None:
    """The first HTML part that is not attached, else the first plain one, else an attached one."""
    for attached in (False, True):
        for kind in _TEXTS:
            found = next((part for part in parts if part.kind == kind and part.attached is attached), None)
            if found is not None and found.content().strip():
                return found
    return None


def _others(parts: list[Part], best: Part) -> Iterator[str]:
    """What else the e-mail holds, in words."""
    for part in parts:
        if part is best or (part.kind.startswith("image/") and "multipart/related" in part.within):
            continue
        if part.kind == "text/plain" and "multipart/alternative" in part.within and best.kind == "text/html":
            yield "the plain-text twin of its HTML was passed over"
            continue
        name = f"“{part.name[:80]}”, " if part.name else ""
        size = len(part.content()) or len(str(part.message))
        yield f"a part was not read: {name}{part.kind}, {size} bytes"


def _paragraphs(part: Part, text: str, at: int) -> Tied:
    if part.kind == "text/html":
        return whole(text, at)
    if parameter(part.message, "format").lower() == "flowed":
        return flowed(text, at, parameter(part.message, "delsp").lower() == "yes")
    return rejoined(text, at)


def _told(head: HeadLines, captured: str | None) -> Iterator[Fact]:
    subject = head.words("Subject")
    if subject:
        passed = _PASSED_ON.match(subject)
        yield head.fact(
            Field.TITLE, subject[passed.end() if passed else 0 :] or subject, "Subject", "Subject of the e-mail"
        )
    yield from _sender(head)
    date = head.words("Date")
    if date:
        value = read_moment(date, captured)
        fact = head.fact(Field.PUBLISHED, value or date[:100], "Date", "Date of the e-mail", Sure.LIKELY)
        yield fact if value else Fact(fact.field, fact.value, fact.how, fact.sure, NO_DATE, fact.start, fact.end)
    identity = head.words("Message-ID").strip("<> ")
    if identity:
        yield head.fact(
            Field.ADDRESS, f"mid:{quote(identity[:500], safe='@.+-_!$&*=~')}", "Message-ID", "Message-ID of the e-mail"
        )


def _sender(head: HeadLines) -> Iterator[Fact]:
    """Whose newsletter it is: the outlet of the sender's domain, the sender's name, the name of the list."""
    name, address = parseaddr(head.words("From"))
    known = outlet_of_domain(address.rpartition("@")[2])
    if known is not None:
        yield head.fact(Field.CARRIER, known.name, "From", "the domain that the e-mail comes from")
    if name.strip():
        yield head.fact(Field.CARRIER, _outlet_in(name), "From", "the sender’s name of the e-mail")
    listed = parseaddr(head.words("List-Id"))[0].strip()
    if listed:
        yield head.fact(Field.CARRIER, listed[:200], "List-Id", "List-Id of the e-mail")


def _outlet_in(name: str) -> str:
    """The outlet among the words of a sender's name ("Morning Brief from the Harbor Gazette"), else the whole."""
    pieces = [piece.strip(" \"'") for piece in _FROM.split(name) if piece.strip(" \"'")]
    for piece in reversed(pieces):
        known = find_outlet(piece)
        if known is not None or outlet_like(piece):
            return known.name if known is not None else piece
    return " ".join(name.split())[:200]


def _online(text: str, at: int) -> Iterator[Fact]:
    """The address of the newsletter's copy on the web."""
    found = _ONLINE.search(text[:_TOP])
    address = web_address(found.group(1).replace("&amp;", "&"), "") if found is not None else None
    if found is not None and address is not None:
        why_not = "the whole e-mail on the web, not this text"
        how = "the link to the e-mail’s copy on the web"
        yield Fact(Field.ADDRESS, address, how, Sure.SURE, why_not, found.start(1) + at, found.end(1) + at)
