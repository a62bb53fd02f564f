"""A web page saved in one MIME file (RFC 2557): its root document, and where and when it was saved."""

from __future__ import annotations

from dataclasses import replace
from email.message import Message

from nutgraf.errors import DocumentRefused
from nutgraf.extract.feed_facts import web_address
from nutgraf.extract.limits import Limits
from nutgraf.extract.mime import HeadLines, Part, header, leaf_parts, parameter, read_message
from nutgraf.extract.ties import whole
from nutgraf.extract.unwrapped import Fact, Sheet, Unwrapped
from nutgraf.extract.wire_dates import read_moment
from nutgraf.records.article import Field
from nutgraf.records.page import Media, Page

_READ = ("Snapshot-Content-Location", "Content-Location", "Subject", "Date")
_PAGES = ("text/html", "application/xhtml+xml")
_SAVED = "when the page was saved, not when the article was published"


def unwrap_mhtml(page: Page, limits: Limits) -> Unwrapped:
    """Return the root document of a saved page; of its pictures, styles and frames the notes say how many there are."""
    message = read_message(page.content)
    parts = list(leaf_parts(message))
    root = _root(message, parts)
    if root is None:
        raise DocumentRefused("it is no saved web page: none of its parts is HTML")
    head = HeadLines(message, _READ)
    decoded = root.text()
    unwrapped = Unwrapped(head.text + decoded.text, wrapping=head.lines)
    unwrapped.notes.extend(decoded.notes)
    unwrapped.damage.extend(decoded.damage)
    unwrapped.sheets.append(
        Sheet(whole(decoded.text, len(head.text)), Media.HTML, told=_told(head, root, page.captured))
    )
    frames = sum(part.kind in _PAGES for part in parts) - 1
    if frames > 0:
        unwrapped.notes.append(f"{frames} framed documents of the saved page were not read")
    if not _ended(page.content, message) and parts[-1] is root:
        unwrapped.damage.append("the file ends before its last part does; what is there was read")
    return unwrapped


def _root(message: Message, parts: list[Part]) -> Part | None:
    """The part that `start` names, else the first that is HTML (RFC 2387)."""
    start = parameter(message, "start").strip("<> ")
    pages = [part for part in parts if part.kind in _PAGES]
    named = [part for part in pages if start and header(part.message, "Content-ID").strip("<> ") == start]
    return next(iter(named or pages), None)


def _told(head: HeadLines, root: Part, captured: str | None) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for name in _READ[:2]:
        address = web_address(head.words(name), "")
        if address is not None:
            facts.append(head.fact(Field.ADDRESS, address, name, f"{name} of the saved page"))
    own = web_address(header(root.message, "Content-Location"), "")
    if own is not None:
        facts.append(Fact(Field.ADDRESS, own, "Content-Location of the saved page’s root"))
    if head.words("Subject"):
        facts.append(head.fact(Field.TITLE, head.words("Subject"), "Subject", "Subject of the saved page"))
    saved = head.words("Date")
    if saved:
        value = read_moment(saved, captured) or saved[:100]
        fact = head.fact(Field.PUBLISHED, value, "Date", "Date of the saved page")
        facts.append(replace(fact, why_not=_SAVED))
    return tuple(facts)


def _ended(content: bytes, message: Message) -> bool:
    boundary = parameter(message, "boundary")
    return not boundary or f"--{boundary}--".encode("utf-8", "replace") in content[-max(4096, len(boundary) + 8) :]
