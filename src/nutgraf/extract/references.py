"""Character references of HTML and XML, read as browsers read them, whatever stands in them."""

from __future__ import annotations

import html
import re

_LONG = re.compile(r"&#([0-9]{8,});?")
_SIGNS = 0x10FFFF
"""The greatest number of a sign."""


def unescape(words: str) -> str:
    """Return words with their references resolved (`&amp;`, `&#233;`).

    Python's own reader raises over a number of more than 4,300 digits, which a page can hold.
    """
    return html.unescape(_LONG.sub(_shortened, words) if "&#" in words else words)


def _shortened(found: re.Match[str]) -> str:
    """The reference without leading zeros; a number beyond all signs is one beyond them."""
    digits = found[1].lstrip("0") or "0"
    return f"&#{digits if len(digits) < 8 else _SIGNS + 1};"
