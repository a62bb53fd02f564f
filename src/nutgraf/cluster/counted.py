"""What an account counts by order: "the 13th package", "the third round". Recurring events differ in little else."""

from __future__ import annotations

import re

from nutgraf.models.terms import content_stems

_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_UNCOUNTED = frozenset(
    "time day week month year decad centuri half person man woman place anniversari birthday floor "
    "degre amend street avenu district ladi minut consecut straight success".split()
)
"""Stems of what is counted in many ways of one and the same event: its days, a third man, a second time."""

_ORDINAL = re.compile(
    rf"(?<![\w-])(\d{{1,3}}(?=st\b|nd\b|rd\b|th\b)|{'|'.join(_WORDS)})(?:st|nd|rd|th)?\s+(?=(.{{3,60}}))"
)
_MONTH = re.compile(
    r"(?<!\d )(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd )\b(January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?!\s+\d)"
)
"""A month without a day: what is told of a whole month is told again of the next. "May" counts only where a month may
stand ("in May", "May sales", no verb after it)."""

_MAY = re.compile(
    r"\b(?:in|for|of|since|by|from)\s+May\b|\bMay\s+(?:sales|inflation|figures|report|data|jobs|prices)\b"
)
WITHIN = 3
"""Words after the number in which what is counted stands: "the 13th EU sanctions package" counts all three."""


def counted_things(opening: str, title: str = "") -> tuple[str, ...]:
    """Return "number thing" for everything an opening counts by order, each thing as a stem, sorted.

    A title that names a month without a day counts that, too ("November month").
    """
    found: set[str] = set()
    for match in _ORDINAL.finditer(opening.lower()):
        number = _NUMBERS.get(match[1]) or int(match[1])
        things = content_stems(re.split(r"[.,;:!?()]", match[2])[0])[:WITHIN]
        if things and things[0] not in _UNCOUNTED:
            found.update(f"{number} {thing}" for thing in things)
    months = {match[1] for match in _MONTH.finditer(title)} - ({"May"} if not _MAY.search(title) else set())
    return tuple(sorted(found.union(f"{month.lower()} month" for month in months)))
