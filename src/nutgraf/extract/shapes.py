# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""What a line is by its own form, before its neighbours are looked at."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from nutgraf.extract.furniture import is_closer, is_furniture, is_link
from nutgraf.extract.glued import LINK
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago, find_byline, find_original, is_caption, is_credit
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.stamps import is_stamp

PROSE_LENGTH = 80
LONG_PROSE = 140

_TERMINAL = re.compile(
    r"[.!?…。！？؟।:;][\"'”’»)\]*_]*$|[.!?…,][\"'”’»)\]*_]+$|\.\s?\([^()]{2,60}\)$|(?:…|\.\.\.)\s*(?i:(?:continue reading|read more|more)\W*)$"
)
_INNER_END = re.compile(r"[a-z0-9)”\"’][.!?][\"”’)]* +[\"“‘(]?[A-Z]|[a-z][.!?][A-Z][a-z]")


class Shape(Enum):
    """The form of a line."""

    FURNITURE = "furniture"
    LINK = "link"
    CLOSER = "closer"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    TIME = "time"
    REPRINT = "reprint"
    LIST = "list"
    PROSE = "prose"
    SHORT = "short"
    HEADLINE = "headline"


def shape_of(line: Line) -> Shape:
    """Return what a line is by its own form; its neighbours may say otherwise later."""
    if line.hint == LINK:
        return Shape.LINK
    return _shape(line.words, line.tag)


@lru_cache(maxsize=32768)
def _shape(words: str, tag: str) -> Shape:
    return _named(words) or _plain(words, tag)


def _named(words: str) -> Shape | None:
    if find_ago(words) is not None or is_stamp(words) or dated_outlet(words) is not None:
        return Shape.TIME
    if find_original(words) is not None and len(words) <= 240:
        return Shape.REPRINT
    if is_closer(words):
        return Shape.CLOSER
    if is_credit(words):
        return Shape.CREDIT
    if find_byline(words) is not None:
        return Shape.BYLINE
    if is_link(words):
        return Shape.LINK
    if is_furniture(words):
        return Shape.FURNITURE
    return Shape.CAPTION if is_caption(words) else None


def _plain(words: str, tag: str) -> Shape:
    if tag == "li":
        return Shape.LIST
    if tag[:1] == "h" and tag[1:].isdigit():
        return Shape.HEADLINE
    terminal = ends_sentence(words)
    count = len(words.split())
    if (
        len(words) >= PROSE_LENGTH
        and (terminal or len(words) > 220 or _INNER_END.search(words))
        and not _asks(words, count)
    ):
        return Shape.PROSE
    if terminal and not _asks(words, count):
        return Shape.SHORT
    return Shape.HEADLINE


@lru_cache(maxsize=4096)
def ends_sentence(words: str) -> bool:
    """Tell whether words end as a sentence does."""
    return _TERMINAL.search(words) is not None


def _asks(words: str, count: int) -> bool:
    """A short question or exclamation without a sentence before it may be a headline."""
    return words.endswith(("?", "!", "...", "…")) and count <= 20 and _INNER_END.search(words) is None
