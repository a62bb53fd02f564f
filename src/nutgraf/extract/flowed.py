"""Plain text of e-mails with its lines joined to paragraphs, as they were before the mail program broke them."""

from __future__ import annotations

import re

from nutgraf.extract.ties import Tied, Weaver

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_ITEM = re.compile(r"\s*(?:[-*•>#]|\d{1,3}[.)]|https?://|<https?:)")
_WIDE = 50
_WIDEST = 100


def flowed(text: str, at: int, joined: bool) -> Tied:
    """Return a text with `format=flowed` (RFC 3676) undone: a line that ends with a space goes on in the next.

    `joined` (DelSp) says that this space is not of the text. `at` is the place of the text on the page.
    """
    weaver = Weaver()
    for found in _LINE.finditer(text):
        start, end = found.span(1)
        soft = text[start:end].endswith(" ") and text[start:end] != "-- "
        stuffed = start + 1 if text.startswith(" ", start, end) else start
        last = end - 1 if soft and joined else end
        weaver.take(text[stuffed:last], at + stuffed, at + last)
        if not soft and found.end() > end:
            weaver.put("\n")
        if found.end() == len(text):
            break
    return weaver.done()


def rejoined(text: str, at: int) -> Tied:
    """Return a text whose lines were broken at one width with its paragraphs whole; any other text as it is.

    A line is joined to the next where it is nearly as wide as the widest, and the next is no item, heading or gap.
    """
    spans = _lines(text)
    widths = sorted(end - start for start, end in spans if end > start)
    widest = widths[int(len(widths) * 0.98)] if widths else 0
    if not _WIDE <= widest <= _WIDEST or sum(width > widest - 15 for width in widths) * 4 < len(widths):
        return Tied(text, ()) if not text else _as_is(text, at)
    weaver = Weaver()
    for place, (start, end) in enumerate(spans):
        weaver.take(text[start:end], at + start, at + end)
        following = spans[place + 1] if place + 1 < len(spans) else None
        goes_on = following is not None and _goes_on(text, (start, end), following, widest)
        if following is not None:
            weaver.put(" " if goes_on else "\n")
    return weaver.done()


def _lines(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        spans.append(found.span(1))
        if found.end() == len(text) and found.end() == found.end(1):
            break
    return spans


def _as_is(text: str, at: int) -> Tied:
    weaver = Weaver()
    weaver.take(text, at, at + len(text))
    return weaver.done()


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], widest: int) -> bool:
    """The next line's first word would not have fitted, so the break is the mail program's."""
    words = text[following[0] : following[1]]
    if not words.strip() or _ITEM.match(words) or line[0] == line[1]:
        return False
    first = words.split()[0]
    return line[1] - line[0] + 1 + len(first) > widest - 6
