"""Visible characters by a tokenizer of its own, against those that stand in a part of the page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from nutgraf.records.article import PagePart
from nutgraf.records.page import Media

_MARK = re.compile(r"<(?:!--|(?P<name>[a-zA-Z][\w-]{0,20})|[/!?])")
_UNSEEN = frozenset(
    "script style title template noscript svg iframe textarea select math object audio video canvas".split()
)
_TO_THE_END = frozenset(("script", "style", "title"))


@dataclass(frozen=True, slots=True)
class Count:
    """Visible characters of a page (white space apart), and how many of them stand in a part."""

    visible: int
    accounted: int

    @property
    def share(self) -> float:
        """Return the share accounted for, 1 for an empty page."""
        return min(1.0, self.accounted / self.visible) if self.visible else 1.0


def count_visible(text: str, media: Media, parts: tuple[PagePart, ...]) -> Count:
    """Count the visible letters and digits of the decoded page and those inside a part, each once."""
    accounted, last = 0, 0
    for part in parts:
        start = max(part.start, last)
        if part.end > start:
            piece = text[start : part.end]
            accounted += _letters(html.unescape(piece) if media is Media.HTML else piece)
            last = part.end
    shown = html.unescape(_shown(text)) if media is Media.HTML else text
    return Count(_letters(shown), accounted)


def _shown(text: str) -> str:
    """The page without its markup; a closing mark once missed is not looked for again, so that the time is linear."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    pieces: list[str] = []
    missed: set[str] = set()
    at = 0
    while (found := _MARK.search(text, at)) is not None:
        pieces.append(text[at : found.start()])
        at = _past(lower, found, missed)
    pieces.append(text[at:])
    return " ".join(pieces)


def _past(text: str, found: re.Match[str], missed: set[str]) -> int:
    """The place after a comment, an element that shows no text, or a tag."""
    name = (found.group("name") or "").lower()
    if found.group() == "<!--":
        return _after(text, "-->", found.end(), missed, len(text))
    end = _after(text, ">", found.end(), missed, len(text))
    if name in _UNSEEN and text[end - 2 : end] != "/>":
        close = _after(text, f"</{name}", end, missed, len(text) if name in _TO_THE_END else end)
        return close if close in (end, len(text)) else _after(text, ">", close, missed, len(text))
    return end


def _after(text: str, mark: str, at: int, missed: set[str], otherwise: int) -> int:
    place = -1 if mark in missed else text.find(mark, at)
    if place < 0:
        missed.add(mark)
        return otherwise
    return place + len(mark)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
