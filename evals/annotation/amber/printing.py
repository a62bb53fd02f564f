"""Text printed as CofeNet's instances are: one line, the marks that its tokenizer (CoreNLP's) makes of others."""

from __future__ import annotations

import re

_OTHER = re.compile(
    r"(?P<space>\s+)|(?P<dash>[—–―])|(?P<dots>…)|(?P<double>\"|'')|(?P<single>['’])|(?P<none>[\u00ad\u200b\ufeff])"
)
_BEFORE_OPENING = frozenset(" \n\t\u00a0([{“‘\"'—–-")


def print_text(text: str) -> tuple[str, list[int]]:
    """Return a text as printed, and where each of its characters (and its end) stands there."""
    printed: list[str] = []
    places: list[int] = []
    size = at = 0
    for found in _OTHER.finditer(text):
        places += range(size, size + found.start() - at)
        size += found.start() - at
        words = _printed(text, found)
        printed += text[at : found.start()], words
        places += [size] * len(found.group())
        size += len(words)
        at = found.end()
    places += range(size, size + len(text) - at + 1)
    return "".join(printed) + text[at:], places


def _printed(text: str, found: re.Match[str]) -> str:
    opens = found.start() == 0 or text[found.start() - 1] in _BEFORE_OPENING
    kind = found.lastgroup
    if kind == "double":
        return "“" if opens and found.group() == '"' else "”"
    if kind == "single":
        return "‘" if opens and found.group() == "'" and text[found.end() : found.end() + 1].isalpha() else "'"
    return {"space": " ", "dash": "--", "dots": "...", "none": ""}[kind or ""]
