"""A line that signs a text with an outlet and a date ("The Harbour Standard | 12 June 2024")."""

from __future__ import annotations

import re

from nutgraf.extract.marks import is_outlet_name
from nutgraf.extract.stamps import is_stamp
from nutgraf.models.outlets import find_outlet, outlet_like

_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|,\s+(?=\d|[A-Z][a-z]{2,8}\.? \d)")


def dated_outlet(words: str) -> str | None:
    """Return the outlet that a line names beside nothing but a date, where the name is one or looks like one."""
    if len(words) > 110:
        return None
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) < 2 or not is_stamp(parts[1]) or not is_outlet_name(parts[0]):
        return None
    return parts[0] if find_outlet(parts[0]) is not None or outlet_like(parts[0]) else None
