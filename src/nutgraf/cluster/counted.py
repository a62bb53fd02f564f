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
    "time day week month year decad centuri quarter half person man woman place anniversari birthday floor "
    "degre amend street avenu district ladi minut consecut straight success".split()
)
"""Stems of what is counted in many ways of one and the same event: its days, a third man, a second time."""

_ORDINAL = re.compile(
    rf"(?<![\w-])(\d{{1,3}}(?=st\b|nd\b|rd\b|th\b)|{'|'.join(_WORDS)})(?:st|nd|rd|th)?\s+(?=(.{{3,60}}))"
)
WITHIN = 3
"""Words after the number in which what is counted stands: "the 13th EU sanctions package" counts all three."""


def counted_things(opening: str) -> tuple[str, ...]:
    """Return "number thing" for everything an opening counts by order, each thing as a stem, sorted."""
    found: set[str] = set()
    for match in _ORDINAL.finditer(opening.lower()):
        number = _NUMBERS.get(match[1]) or int(match[1])
        things = content_stems(re.split(r"[.,;:!?()]", match[2])[0])[:WITHIN]
        if things and things[0] not in _UNCOUNTED:
            found.update(f"{number} {thing}" for thing in things)
    return tuple(sorted(found))
