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
_NO_LETTER = re.compile(r"[\W_]+")
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
    """The page without its markup: cut at each `<`, so that the time is linear whatever is never closed."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    first, *rest = text.split("<")
    shown, at, until = [first], len(first), 0
    missed: set[str] = set()
    for piece in rest:
        if at >= until:
            until = _end_of_markup(lower, at, missed)
            if until <= at:  # a `<` that begins no markup
                shown.append("<")
                until = at
        end = at + 1 + len(piece)
        if until < end:
            shown.append(text[max(until, at + 1) : end])
        at = end
    return " ".join(shown)


def _end_of_markup(lower: str, at: int, missed: set[str]) -> int:
    """The place after the comment, the element that shows no text, or the tag at a `<`; the place itself for none.

    An element whose end was once missed is not looked for again, so that the time is linear.
    """
    found = _MARK.match(lower, at)
    if found is None:
        return at
    if found.group() == "<!--":
        return _after(lower, "-->", found.end(), len(lower))
    end = _after(lower, ">", found.end(), len(lower))
    name = found.group("name")
    if name not in _UNSEEN or name in missed or lower[end - 2 : end] == "/>":
        return end
    if lower.find(f"</{name}", end) < 0:
        missed.add(name)
    close = _after(lower, f"</{name}", end, len(lower) if name in _TO_THE_END else end)
    return close if close in (end, len(lower)) else _after(lower, ">", close, len(lower))


def _after(text: str, mark: str, at: int, otherwise: int) -> int:
    place = text.find(mark, at)
    return otherwise if place < 0 else place + len(mark)


def _letters(text: str) -> int:
    return len(_NO_LETTER.sub("", text))
