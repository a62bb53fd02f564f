"""Lines that sign a text with an outlet or a person and a date ("The Harbour Standard | 12 June 2024")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from nutgraf.extract.day_forms import find_days
from nutgraf.extract.marks import find_ago, find_byline, is_outlet_name
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


def outlet_beside_time(words: str) -> bool:
    """Tell whether a line names an outlet beside a day or how long ago it was ("NBS News 8 days ago")."""
    ago = find_ago(words)
    return (ago is not None and bool(ago.outlet)) or dated_outlet(words) is not None


class Sign(Enum):
    """What a part of a line that signs a text tells."""

    OUTLET = "outlet"
    PERSON = "person"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line: where it stands in its words, and what it tells, where that is clear."""

    start: int
    end: int
    sign: Sign | None


def is_signature(words: str) -> bool:
    """Tell whether words name a person or an outlet and a day, and hardly anything else.

    ("Daily Meridian, Saturday 13 June 2026. By Ann Bell", "Commentary: Ann Bell | Saturday 7th March, 5:04pm".)
    """
    return bool(signature_parts(words))


@lru_cache(maxsize=4096)
def signature_parts(words: str) -> tuple[Part, ...]:
    """Return the parts of a line that signs a text; none of another line."""
    if len(words) > _LONGEST or not any(map(str.isdigit, words)):
        return ()
    left, right = (1, len(words) - 1) if words[:1] == "(" and words[-1:] == ")" else (0, len(words))
    ends = [found.span() for found in _PARTS.finditer(words, left, right)]
    bounds = zip([left, *(end for _, end in ends)], [*(start for start, _ in ends), right], strict=True)
    parts = tuple(part for start, end in bounds if start < end for part in _parts(words, start, end))
    told = {part.sign for part in parts}
    short = all(len(words[part.start : part.end].split()) <= _FEW for part in parts if part.sign is None)
    return parts if Sign.DAY in told and told & {Sign.OUTLET, Sign.PERSON} and short else ()


def _parts(words: str, start: int, end: int) -> Iterator[Part]:
    """A part, or a name and the day behind it ("By Ann Bell May 29, 2023")."""
    sign = _sign(words[start:end])
    days = find_days(words[start:end]) if sign is None else []
    day = start + days[0].start if days else start
    before = words[start:day].rstrip()
    if before and (named := _sign(before)) is not None:
        yield Part(start, start + len(before), named)
        yield Part(day, end, _sign(words[day:end]))
    else:
        yield Part(start, end, sign)


def _sign(part: str) -> Sign | None:
    if is_stamp(part):
        return Sign.DAY
    bare = _LABEL.sub("", part)
    if find_byline(part) is not None or is_known_person(bare):
        return Sign.PERSON
    named = is_outlet_name(bare) and (find_outlet(bare) is not None or outlet_like(bare))
    return Sign.OUTLET if named else None
