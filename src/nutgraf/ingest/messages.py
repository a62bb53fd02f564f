"""HTTP answers as archives keep them: status, fields, and the payload without chunks and packing."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from nutgraf.ingest.headers import all_fields
from nutgraf.ingest.limits import MOST
from nutgraf.ingest.packing import CHUNK, CannotUnpack, Packing, unpacker_for

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]*\r?\n", re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHUNK_END = re.compile(rb"\r?\n")
_PLAIN = frozenset(("", "identity", "none", "utf-8"))


class Message(NamedTuple):
    """An answer: its status, its fields with names in small letters, its body as it was sent."""

    status: int
    fields: dict[str, str]
    body: bytes


class Payload(NamedTuple):
    """What an answer carries; `cut` where there is more than the cap or the end is missing, `fault` where none."""

    data: bytes
    cut: bool = False
    fault: str | None = None


def read_message(block: bytes) -> Message | None:
    """Return the answer that a record holds, or nothing where it holds something else."""
    status = _STATUS.match(block)
    if status is None:
        return None
    blank = _BLANK.search(block, status.end() - 2)
    head, body = (block[: blank.start() + 2], block[blank.end() :]) if blank else (block, b"")
    return Message(int(status.group(1)), all_fields(head[status.end() :]), body)


def payload_of(message: Message) -> Payload:
    """Return what an answer carries, without chunks and with one packing undone, up to the most that is taken.

    Crawlers often undo either and keep the field that tells of it, so both are undone only where they are there.
    """
    body, cut = message.body, False
    if "chunked" in message.fields.get("transfer-encoding", "").lower():
        body, cut = without_chunks(body)
    names = [name.strip().lower() for name in message.fields.get("content-encoding", "").split(",")]
    packings = [name for name in names if name not in _PLAIN]
    if len(packings) > 1:
        return Payload(b"", fault=f"{' in '.join(packings[:3])}: more than one packing")
    payload = _unpacked(body, packings[0]) if packings else Payload(body)
    data = payload.data[:MOST]
    return Payload(data, cut or payload.cut or len(data) < len(payload.data), payload.fault)


def without_chunks(body: bytes) -> tuple[bytes, bool]:
    """Return a body without its chunks, and whether it breaks off within them; one that has none comes as it is."""
    parts: list[bytes] = []
    at = 0
    while (size := _CHUNK.match(body, at)) is not None:
        length = int(size.group(1), 16)
        if length == 0:
            return b"".join(parts), False
        part = body[size.end() : size.end() + length]
        end = _CHUNK_END.match(body, size.end() + length)
        if end is None and len(part) == length and size.end() + length < len(body):
            break  # what looks like a chunk is none
        parts.append(part)
        at = end.end() if end else len(body)
    if not parts:
        return body, False
    return b"".join(parts) + body[at:], True


def _unpacked(body: bytes, name: str) -> Payload:
    match name:
        case "gzip" | "x-gzip":
            return _with(Packing.GZIP, body) if body.startswith(b"\x1f\x8b") else Payload(body)
        case "deflate":
            return _deflated(body)
        case "zstd":
            return _with(Packing.ZSTANDARD, body) if Packing.of(body) is Packing.ZSTANDARD else Payload(body)
        case "br":
            return _brotli(body)
        case _:
            return Payload(body)


def _with(packing: Packing, body: bytes) -> Payload:
    try:
        make = unpacker_for(packing)
    except CannotUnpack:
        return Payload(b"", fault=_advice(packing))
    unpacker = make()
    parts: list[bytes] = []
    length = 0
    try:
        while length <= MOST:
            part, body = unpacker.decompress(body, CHUNK), b""
            parts.append(part)
            length += len(part)
            if unpacker.eof:
                body = unpacker.unused_data
                if Packing.of(body) is not packing:
                    break
                unpacker = make()
            elif not part and unpacker.needs_input:
                break
    except Exception as error:  # each library has its own error; all of them mean that it cannot be unpacked
        if isinstance(error, MemoryError):
            raise
        return _damaged(parts, packing)
    return Payload(b"".join(parts), length > MOST or not unpacker.eof)


def _deflated(body: bytes) -> Payload:
    """Return a body packed with `deflate`, which means two things on the web; neither: it was undone already."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(wbits=bits)
        try:
            data = inflater.decompress(body, MOST + 1)
        except zlib.error:
            continue
        if data:
            return Payload(data, len(data) > MOST or not inflater.eof)
    return Payload(body)


def _brotli(body: bytes) -> Payload:
    """Return a body packed with Brotli, which has no mark: what cannot be unpacked but is text was undone already."""
    if body[:1].isspace() or body.startswith((b"<", b"%PDF", b"{", b"\xef\xbb\xbf")):
        return Payload(body)
    try:
        import brotli
    except ImportError:
        return Payload(b"", fault=_advice("br"))
    unpacker = brotli.Decompressor()
    parts: list[bytes] = []
    length = 0
    try:
        while not unpacker.is_finished() and length <= MOST:
            part, body = unpacker.process(body, output_buffer_limit=CHUNK), b""
            if not part:
                break
            parts.append(part)
            length += len(part)
    except brotli.error:
        return _damaged(parts, "br")
    return Payload(b"".join(parts), length > MOST or not unpacker.is_finished())


def _damaged(parts: list[bytes], name: str) -> Payload:
    return Payload(b"".join(parts), True) if parts else Payload(b"", fault=f"{name}, damaged")


def _advice(name: str) -> str:
    return f'{name} (pip install "nutgraf[archives]")'
