"""The lines of a page: what HTML and plain text become alike before roles are given."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•●▪◦‣·–—]|o(?=\s{2}))(?:\s+|$)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"[\s\-_*=~•.#|]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Where a stretch of a line's words stands in the decoded page."""

    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or one block of its HTML.

    `words` is what a reader sees; `runs` ties it to the decoded page. `gap` is true after an empty line. `tag` is the
    HTML block's tag (`li` and `h1` to `h6` also where plain text marks them); `link` the share of characters inside
    links; `region` the part of the page (`nav`, `aside`, `footer`, `header`, `figure`, `hidden`, `card`, or empty),
    `scope` the number of the `<article>` element around it (0 is none), `hint` class words that tell a role.
    """

    words: str
    start: int
    end: int
    runs: tuple[Run, ...]
    gap: bool = False
    tag: str = ""
    link: float = 0.0
    region: str = ""
    scope: int = 0
    hint: str = ""


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text that hold words, bullet and heading marks left outside."""
    lines: list[Line] = []
    gap, bullet, last = False, False, 0
    for match in _LINE.finditer(text):
        gap = gap or _blank_between(text, last, match.start())
        last = match.end()
        start, end = _trimmed(text, match.start(), match.end())
        if start == end:
            gap = True
            continue
        if _BULLET.fullmatch(text, start, end):
            bullet = True
            continue
        if _RULE.fullmatch(text, start, end):
            gap = True
            continue
        start, tag = _mark(text, start, end)
        tag = "li" if bullet else tag
        words = text[start:end]
        lines.append(Line(words, start, end, (Run(0, len(words), start, end),), gap, tag))
        gap, bullet = False, False
    return tuple(lines)


def _mark(text: str, start: int, end: int) -> tuple[int, str]:
    bullet = _BULLET.match(text, start, end)
    if bullet:
        return bullet.end(), "li"
    heading = _HEADING.match(text, start, end)
    if heading:
        return heading.end(), f"h{len(heading.group(1))}"
    return start, ""


def _blank_between(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.count("\n") > 1 or ("\n" not in between and between.count("\r") > 1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end
