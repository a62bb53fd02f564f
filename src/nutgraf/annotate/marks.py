"""Quotation marks: which open, which close, which are apostrophes, and what runs on over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.records.article import Article, Block, Role
from nutgraf.text import trim

_DOUBLE_OPEN, _DOUBLE_CLOSE = "“„«", "”»"
_DOUBLE = _DOUBLE_OPEN + _DOUBLE_CLOSE + '"'
_SIGN = re.compile("[" + _DOUBLE + "‘’']")
"""Every sign that may open or close; nothing else is looked at."""
_NAME_BEFORE = re.compile(r"(?:^|\s)[A-Z](?:[\w-]+|\.) [“\"‘']$")
_NAME_AFTER = re.compile(r"[”\"’'] [A-Z]\w+")
_LONGEST_NICKNAME = 12
_CLOSED_BY = {"“": "”", "«": "»", '"': '"'}
_LOOK_AHEAD = 1200  # characters within which an inner mark must close
_AFTER_CLOSING = " \t\n.,;:!?)]"
_OPENING = frozenset("“„«\"‘'")
_BEFORE_OPENING = " \t\n ([{—–-/\"“‘'"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks: offsets inside the marks, whether a double mark gave them, how deep they lie.

    `runs_on` is true where no closing mark stands because the next paragraph opens again.
    """

    start: int
    end: int
    double: bool
    depth: int
    runs_on: bool


@dataclass(slots=True)
class _Open:
    at: int
    double: bool
    curly: bool


def marked_in(article: Article) -> tuple[Marked, ...]:
    """Return every stretch between quotation marks of an article, each block for itself, subheadings left out.

    A subheading's marks are the editor's: it repeats a few words of what is quoted below it.
    """
    return _marked_in(article.text, article.blocks)


@lru_cache(maxsize=2)
def _marked_in(text: str, blocks: Sequence[Block]) -> tuple[Marked, ...]:
    """Look once: those who resolve pronouns ask first, those who read speech ask again."""
    found: list[Marked] = []
    told = [block for block in blocks if block.role is not Role.SUBHEADING]
    for block, following in zip(told, (*told[1:], None), strict=False):  # no block, no pair
        opens_next = following is not None and text[following.start : following.start + 1] in _OPENING
        found += find_marked(text, block.start, block.end, opens_next)
    return tuple(found)


def find_marked(text: str, start: int, end: int, opens_next: bool) -> tuple[Marked, ...]:
    """Return every stretch between quotation marks in `text[start:end]` (one block), outer before inner.

    A straight mark opens before a word and closes after one, and so does a curly one turned the wrong way. A new
    opening mark while one is open ends the open stretch there, unless both are closed later: paragraphs of one speech
    that a crawler glued together. `opens_next` tells that the next block opens with a mark, so that an unclosed stretch
    runs to the end of this one; otherwise it ends with its sentence.
    """
    found: list[Marked] = []
    stack: list[_Open] = []
    for sign in _SIGN.finditer(text, start, end):
        position = sign.start()
        mark = _mark(text, position, start, end, stack)
        if mark == "open":
            character = text[position]
            if not _lies_inside(text, position, end, stack):
                _reopen(text, position, stack, found)
            stack.append(_Open(position + 1, character in _DOUBLE, character not in "\"'"))
        elif mark == "close":
            opened = stack.pop()
            _keep(text, opened, position, len(stack), False, found)
    while stack:
        opened = stack.pop()
        if opened.double and not stack:
            stop = end if opens_next else _sentence_end(text, opened.at, end)
            _keep(text, opened, stop, 0, opens_next, found)
    found = [piece for piece in found if not _is_nickname(text, piece)]
    return tuple(sorted(found, key=lambda piece: (piece.start, -piece.end)))


def _is_nickname(text: str, piece: Marked) -> bool:
    """Tell whether marks hold a nickname inside a name ("Ilse “Mo” Low")."""
    inside = text[piece.start : piece.end]
    if not inside.isalpha() or not inside.istitle() or len(inside) > _LONGEST_NICKNAME:
        return False
    return _NAME_BEFORE.search(text, max(0, piece.start - 30), piece.start) is not None and (
        _NAME_AFTER.match(text, piece.end) is not None
    )


def _keep(text: str, opened: _Open, stop: int, depth: int, runs_on: bool, found: list[Marked]) -> None:
    first, last = trim(text, opened.at, stop)
    if first < last:
        found.append(Marked(first, last, opened.double, depth, runs_on))


def _lies_inside(text: str, position: int, end: int, stack: list[_Open]) -> bool:
    """Tell whether a double mark opens inside other double marks ("“… “…” …”"): it closes next, then the outer does."""
    if not stack or not stack[-1].double or text[position] not in _DOUBLE:
        return False
    outer, inner = text[stack[-1].at - 1], text[position]
    if outer == inner == '"':
        return False
    follow = [mark for mark in text[position + 1 : min(end, position + _LOOK_AHEAD)] if mark in _DOUBLE][:2]
    return follow == [_CLOSED_BY.get(inner, ""), _CLOSED_BY.get(outer, "")]


def _reopen(text: str, position: int, stack: list[_Open], found: list[Marked]) -> None:
    """Close what the same kind of mark had left open: its paragraph ended without a closing mark."""
    double = text[position] in _DOUBLE
    if any(opened.double == double for opened in stack):
        while stack:
            opened = stack.pop()
            if opened.double == double:
                _keep(text, opened, position, len(stack), True, found)
                return


def _mark(text: str, at: int, start: int, end: int, stack: list[_Open]) -> str:
    character = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if character in _DOUBLE_OPEN:
        turned = character != "„" and not before.isspace() and before not in _BEFORE_OPENING and after in _AFTER_CLOSING
        return "close" if turned and _closes(stack, True) else "open"
    if character in _DOUBLE_CLOSE:
        turned = before in _BEFORE_OPENING and not stack and (at == start or not after.isspace())
        return "open" if turned else "close" if _closes(stack, True) else ""
    if character == '"':
        return _straight_double(before, after, stack)
    if character == "‘":
        return "open" if not after.isspace() and before in _BEFORE_OPENING else ""
    if character in "’'":
        return _single(text, at, end, (before, after), stack)
    return ""


def _closes(stack: list[_Open], double: bool) -> bool:
    """Tell whether a closing mark fits; an inner single mark left open was an apostrophe and is forgotten."""
    if double and len(stack) > 1 and not stack[-1].double:
        stack.pop()
    return bool(stack) and stack[-1].double == double


def _straight_double(before: str, after: str, stack: list[_Open]) -> str:
    opened = any(mark.double for mark in stack)
    if opened and (not before.isspace() or after.isspace()):
        return "close" if _closes(stack, True) else ""
    if after.isspace() or (before.isdigit() and not opened and not after.isalpha()):
        return ""  # a stray mark, or inches
    return "open"


def _single(text: str, at: int, end: int, around: tuple[str, str], stack: list[_Open]) -> str:
    before, after = around
    if stack and not stack[-1].double and not before.isspace() and not after.isalnum():
        plural = before == "s" and after == " " and _closes_later(text, at + 1, end)
        return "" if plural else "close"
    opening = text[at] == "'" and before in _BEFORE_OPENING and after.isalnum()
    if opening and not (stack and not stack[-1].double) and _closes_later(text, at + 1, end):
        return "" if _elided(text, at, end) else "open"
    return ""


def _elided(text: str, at: int, end: int) -> bool:
    """Tell whether a straight single mark stands for dropped letters: 'em, 'til, '90s."""
    word = text[at + 1 : min(end, at + 6)].lower()
    return word[:1].isdigit() or any(
        word.startswith(short) and not word[len(short) : len(short) + 1].isalpha()
        for short in ("em", "til", "tis", "twas", "cause", "n")
    )


def _closes_later(text: str, at: int, end: int) -> bool:
    """Tell whether a single mark further on in this paragraph can close: after a word or stop, before no letter."""
    for position in range(at, min(end, at + _LOOK_AHEAD)):
        if text[position] in "'’":
            before = text[position - 1]
            after = text[position + 1] if position + 1 < end else " "
            if not before.isspace() and not after.isalnum() and not (before == "s" and after == " "):
                return True
        elif text[position] == "'" and text[position - 1].isspace():
            return False
    return False


def _sentence_end(text: str, at: int, end: int) -> int:
    for position in range(at, end):
        if text[position] in ".!?" and (position + 1 >= end or text[position + 1].isspace()):
            return position + 1
    return end
