"""Lines that sign a text with an outlet or a person and a date ("The Harbour Standard | 12 June 2024")."""

from __future__ import annotations

import re

from nutgraf.extract.marks import find_byline, is_outlet_name
from nutgraf.extract.person_names import is_known_person
from nutgraf.extract.stamps import is_stamp
from nutgraf.models.outlets import find_outlet, outlet_like

_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|,\s+(?=\d|[A-Z][a-z]{2,8}\.? \d)")
_PARTS = re.compile(r"\s*[|·•,]\s*|\s+[–—-]\s+|(?<=[\w)])\.\s+(?=[A-Z])")
_LABEL = re.compile(r"[^\W\d_][\w ]{0,24}: (?=[A-Z])")
_LONGEST, _FEW = 110, 3


def dated_outlet(words: str) -> str | None:
    """Return the outlet that a line names beside nothing but a date, where the name is one or looks like one."""
    if len(words) > _LONGEST:
        return None
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) < 2 or not is_stamp(parts[1]) or not is_outlet_name(parts[0]):
        return None
    return parts[0] if find_outlet(parts[0]) is not None or outlet_like(parts[0]) else None


def is_signature(words: str) -> bool:
    """Tell whether words name a person or an outlet and a day, and hardly anything else.

    ("Daily Meridian, Saturday 13 June 2026. By Ann Bell", "Commentary: Ann Bell | Saturday 7th March, 5:04pm".)
    """
    if len(words) > _LONGEST or not any(map(str.isdigit, words)):
        return False
    parts = [_LABEL.sub("", part) for part in _PARTS.split(words) if part]
    dated = [part for part in parts if is_stamp(part)]
    named = [part for part in parts if _names(part)]
    short = all(len(part.split()) <= _FEW for part in parts if part not in dated and part not in named)
    return bool(dated and named) and short


def _names(part: str) -> bool:
    if find_byline(part) is not None or is_known_person(part):
        return True
    return is_outlet_name(part) and (find_outlet(part) is not None or outlet_like(part))
