"""ARC, the form of the Internet Archive's crawls before WARC: one line before each record."""

from __future__ import annotations

import re

from nutgraf.ingest.records import Form, Header

_LINE = rb"[A-Za-z][A-Za-z0-9+.-]*:[^\n]{1,4000} \d{1,3}(?:\.\d{1,3}){3} \d{8,20} \S+ [^\n]{1,200}\n"
_PARTS = re.compile(rb"(\S.*) (\d{1,3}(?:\.\d{1,3}){3}) (\d{8,20}) (\S+) (?:.* )?(\S+)\s*")


def read_arc_header(line: bytes) -> Header | str:
    """Return what the line before a record says, or what is wrong with it (versions 1 and 2)."""
    parts = _PARTS.fullmatch(line)
    length = parts.group(5) if parts else b""
    if parts is None or not length.isdigit() or len(length) > 18:
        return f"tells no length that is one ({length[:20].decode('ascii', 'replace') or 'none at all'})"
    address, media = parts.group(1).decode("utf-8", "replace"), parts.group(4).decode("ascii", "replace")
    sort = "filedesc" if address.startswith("filedesc:") else "response"
    return Header(sort, address, parts.group(3)[:14].decode(), int(length), {"content-type": media})


ARC = Form(
    starts=re.compile(_LINE),
    begun=re.compile(rb"[A-Za-z][A-Za-z0-9+.-]*:[^\n]*"),
    line=re.compile(rb"(?<=\n)" + _LINE),
    blank=re.compile(rb"\n"),
    read=read_arc_header,
)
