"""Patterns filled in: [ways|to|say] chosen, {slots} drawn."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_INNER = re.compile(r"(?<!\\)\[([^\[\]]*)(?<!\\)\]")
_SLOT = re.compile(r"\{([A-Za-z]+)(?::([^{}]*))?\}")
_SPACES = re.compile(r"  +")
_OPEN, _CLOSE = "\x01", "\x02"


def fill(pattern: str, dice: random.Random, slot: Callable[[str, str], str]) -> str:
    """Return a pattern with its ways chosen and its slots drawn by `slot(name, argument)`."""
    text = pattern.replace("\\[", _OPEN).replace("\\]", _CLOSE)
    while (found := _INNER.search(text)) is not None:
        text = text[: found.start()] + dice.choice(found.group(1).split("|")) + text[found.end() :]
    for _ in range(4):  # a slot may give a pattern with slots of its own, as words do
        if _SLOT.search(text) is None:
            break
        text = _SLOT.sub(lambda found: _drawn(found, dice, slot), text)
    text = text.replace(_OPEN, "[").replace(_CLOSE, "]")
    return _SPACES.sub(" ", text).strip()


def _drawn(found: re.Match[str], dice: random.Random, slot: Callable[[str, str], str]) -> str:
    name, argument = found.group(1), found.group(2) or ""
    if name == "n":
        low, _, high = argument.partition("-")
        return str(dice.randint(int(low), int(high)))
    drawn = slot(name, argument).replace("\\[", _OPEN).replace("\\]", _CLOSE)
    while (inner := _INNER.search(drawn)) is not None and name == "w":
        drawn = drawn[: inner.start()] + dice.choice(inner.group(1).split("|")) + drawn[inner.end() :]
    return drawn
