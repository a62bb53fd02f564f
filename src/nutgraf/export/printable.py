"""Words of strangers, made safe to print: no escape sequence, no control, no hidden direction reaches a terminal."""

from __future__ import annotations

import re

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code != 0x0A}
_TABLE: dict[int, int] = {
    **_PICTURES,
    0x09: 0x20,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),  # C1: some terminals take them for escape sequences
    **dict.fromkeys((0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF), 0xFFFD),
    **dict.fromkeys(range(0x202A, 0x202F), 0xFFFD),  # direction overrides: they show words in an order nobody printed
    **dict.fromkeys(range(0x2066, 0x206A), 0xFFFD),
    **dict.fromkeys((0x2028, 0x2029), 0x20),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(range(0xE0000, 0xE0080), 0xFFFD),  # invisible tag characters
}
_BREAK = re.compile(r"\s*\n\s*")


def printable(words: str) -> str:
    """Return words of the same length in which every unsafe character is replaced by a visible one."""
    return words.translate(_TABLE)


def one_line(words: str) -> str:
    """Return safe words on one line; a paragraph break is shown as ¶."""
    return _BREAK.sub(" ¶ ", printable(words).strip())
