"""MIME files (e-mails, saved web pages): their headers decoded, their parts in order, the bytes of a part unpacked."""

from __future__ import annotations

import binascii
import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32

from nutgraf.errors import DocumentRefused
from nutgraf.extract.charsets import Decoded, charset_of, decode_bytes, without_controls
from nutgraf.extract.unwrapped import Fact
from nutgraf.records.article import Field, Sure
from nutgraf.records.page import Media

_LONGEST = 2_000
_MOST_PARTS = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the tree of parts: what it is, whether it is attached, inside which kinds of multipart it lies."""

    message: Message
    kind: str
    within: tuple[str, ...]
    attached: bool

    @property
    def name(self) -> str:
        """Return the name of the file that the part is, empty where it has none."""
        return _plain(self.message.get_filename() or "")

    def content(self) -> bytes:
        """Return the part's bytes, whatever way they are packed."""
        try:
            payload = self.message.get_payload(decode=True)
        except (binascii.Error, ValueError, LookupError, AssertionError):
            return b""
        return payload if isinstance(payload, bytes) else b""

    def text(self) -> Decoded:
        """Return the part's text in its charset."""
        media = Media.HTML if self.kind != "text/plain" else Media.TEXT
        return decode_bytes(self.content(), media, _parameter(self.message, "charset") or None)


def read_message(content: bytes) -> Message:
    """Return a MIME file as a message; one nested deeper than any real one is refused."""
    try:
        return email.message_from_bytes(content, policy=compat32)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise DocumentRefused("its MIME parts cannot be told apart: they are nested too deep or damaged") from error


def leaf_parts(message: Message) -> Iterator[Part]:
    """Yield the parts that hold something, in order; a message inside the message is one of them."""
    waiting: list[tuple[Message, tuple[str, ...]]] = [(message, ())]
    given = 0
    while waiting and given < _MOST_PARTS:
        one, within = waiting.pop()
        kind = one.get_content_type()
        payload = one.get_payload()
        if one.get_content_maintype() == "multipart" and isinstance(payload, list):
            inner = [(each, (*within, kind)) for each in payload if isinstance(each, Message)]
            waiting.extend(reversed(inner))
            continue
        given += 1
        attached = str(one.get("Content-Disposition", "")).lower().lstrip().startswith("attachment")
        if kind == "message/rfc822" and isinstance(payload, list) and not attached and len(waiting) == 0 and given == 1:
            waiting.extend((each, within) for each in payload if isinstance(each, Message))
            continue
        yield Part(one, kind, within, attached)


def header(message: Message, name: str) -> str:
    """Return a header's words, decoded (RFC 2047; bare bytes as UTF-8, else as Windows-1252), on one line."""
    given = message.get(name)
    if given is None:
        return ""
    try:
        pieces = decode_header(given)
    except (HeaderParseError, binascii.Error, ValueError, IndexError):
        return _plain(str(given))
    return _plain("".join(_decoded(piece, charset) for piece, charset in pieces))


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    name = charset_of(charset or "") if charset not in (None, "unknown-8bit") else None
    for each in (name, "utf-8", "cp1252"):
        try:
            return piece.decode(each) if each else piece.decode("utf-8")
        except (UnicodeDecodeError, LookupError):
            continue
    return piece.decode("utf-8", "replace")


def _parameter(message: Message, name: str) -> str:
    """A parameter of the content type, whatever it is written like."""
    try:
        given = message.get_param(name)
    except (ValueError, LookupError, IndexError):
        return ""
    return str(given[2] if isinstance(given, tuple) else given or "").strip()


def parameter(message: Message, name: str) -> str:
    """Return a parameter of a message's content type, empty where there is none."""
    return _parameter(message, name)


def _plain(words: str) -> str:
    clean = words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(without_controls(clean).split())[:_LONGEST]


class HeadLines:
    """The header lines that are read, as the beginning of the page's text, so that each fact has a place in it."""

    def __init__(self, message: Message, names: tuple[str, ...]) -> None:
        self.text = ""
        self.places: dict[str, tuple[int, int]] = {}
        self.lines: list[tuple[int, int]] = []
        for name in names:
            words = header(message, name)
            if words:
                start = len(self.text) + len(name) + 2
                self.lines.append((len(self.text), start + len(words)))
                self.places[name] = (start, start + len(words))
                self.text += f"{name}: {words}\n"
        self.text += "\n" if self.text else ""

    def words(self, name: str) -> str:
        """Return the words of a header that was read, empty where it is missing."""
        start, end = self.places.get(name, (0, 0))
        return self.text[start:end]

    def fact(self, field: Field, value: str, name: str, how: str, sure: Sure = Sure.SURE) -> Fact:
        """Return what a header tells of a field, with its place."""
        start, end = self.places.get(name, (None, None))
        return Fact(field, value, how, sure, None, start, end)
