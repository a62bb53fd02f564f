"""WARC: how its records begin (ISO 28500, and the drafts before it)."""

from __future__ import annotations

import re

from nutgraf.ingest.headers import all_fields
from nutgraf.ingest.records import Form, Header


def read_warc_header(header: bytes) -> Header | str:
    """Return what a record's header says, or what is wrong with it."""
    fields = all_fields(header)
    length = fields.get("content-length", "")
    if not length.isascii() or not length.isdecimal() or len(length) > 18:
        return f"tells no length that is one ({length[:20] or 'none at all'})"
    address = fields.get("warc-target-uri", "").strip("<>").strip()
    return Header(fields.get("warc-type", "").lower(), address, fields.get("warc-date", ""), int(length), fields)


WARC = Form(
    starts=re.compile(rb"[\r\n]*WARC/\d"),
    begun=re.compile(rb"W|WA|WAR|WARC|WARC/"),
    line=re.compile(rb"(?<=\n)WARC/\d\.\d{1,2}\r?\n(?=[A-Za-z][\w-]*:)"),
    blank=re.compile(rb"\r?\n\r?\n"),
    read=read_warc_header,
)
