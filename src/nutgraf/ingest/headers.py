"""Lines of the form `Name: value`, as mails, WARC records and HTTP messages begin with them."""

from __future__ import annotations

import re

MOST = 1_000
"""So many fields are read; what follows is passed over."""

_LINE = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)(?:\r?\n|\Z)", re.MULTILINE)
_FOLD = re.compile(r"\s*\r?\n[ \t]+")


def header_fields(block: bytes, start: int = 0) -> dict[str, str]:
    """Return the fields that stand at a place, up to the first line that is none.

    Names come in small letters; a field told twice keeps its first value.
    """
    fields: dict[str, str] = {}
    at, count = start, 0
    while (found := _LINE.match(block, at)) is not None and count < MOST:
        _keep(fields, found)
        at, count = found.end(), count + 1
    return fields


def all_fields(block: bytes) -> dict[str, str]:
    """Return the fields of a whole header, whatever lines lie between them."""
    fields: dict[str, str] = {}
    for count, found in enumerate(_LINE.finditer(block)):
        if count == MOST:
            break
        _keep(fields, found)
    return fields


def _keep(fields: dict[str, str], found: re.Match[bytes]) -> None:
    name = found.group(1).decode("ascii").lower()
    words = found.group(2).decode("utf-8", "replace")
    fields.setdefault(name, (_FOLD.sub(" ", words) if "\n" in words else words).strip())
