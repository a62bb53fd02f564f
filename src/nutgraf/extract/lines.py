"""The lines of a page: what HTML and plain text become alike before roles are given."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•●▪◦‣·–—]|o(?=\s{2}))(?:\s+|$)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_SPEECH = re.compile(r"([–—])\s+\S.{3,400}?\s\1\s?(?=[^\W\d_])")
"""Words that a dash opens and a like one parts from who says them, as Polish or Spanish papers print talk."""
_RULE = re.compile(r"[\s\-_*=~•.#|]+")
_RUN_START, _RUN_END = attrgetter("start"), attrgetter("end")
RULED = "](ruled)"
"""The hint of a line of plain text that stands under a row of signs, which parts it from what is above."""
_FIRST, _SECOND = itemgetter(0), itemgetter(1)
_LEAST_RULE, _LONGEST_HEADING = 4, 160


@dataclass(frozen=True, slots=True)
class Run:
    """Where a stretch of a line's words stands in the decoded page."""

    start: int
    end: int
    page_start: int
    page_end: int

    def part(self, start: int, end: int) -> Run:
        """Return what of the run lies in `words[start:end]`, counted from there (see `Line.fits`)."""
        left, right = max(0, start - self.start), max(0, self.end - end)
        first = min(self.page_start + left, self.page_end)
        last = max(self.page_end - right, first)
        return Run(max(self.start, start) - start, min(self.end, end) - start, first, last)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or one block of its HTML.

    `words` is what a reader sees; `runs` ties it to the decoded page. `gap` is true after an empty line. `tag` is the
    HTML block's tag (`li` and `h1` to `h6` also where plain text marks them); `link` the share of characters inside
    links; `region` the part of the page (`nav`, `aside`, `footer`, `header`, `figure`, `hidden`, `card`, or empty),
    `scope` the number of the `<article>` element around it (0 is none), `hint` class words that tell a role, `boxes`
    the words of class names around it that name a box, outermost first, `node` the number of its element, `cell`
    whether it stands in a table, `links` the stretches of `words` that are links.
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
    boxes: tuple[str, ...] = ()
    node: int = 0
    cell: bool = False
    links: tuple[tuple[int, int], ...] = ()

    def cut(self, at: int) -> tuple[Line, Line]:
        """Return the line in two, at an offset into its words; white space round the cut belongs to neither."""
        first, second = self.piece(0, at), self.piece(at, len(self.words))
        return first, replace(second, gap=False)

    def fits(self, at: int) -> bool:
        """Tell whether a cut at an offset can be tied to the page: not inside a stretch written with entities."""
        return all(
            run.end - run.start == run.page_end - run.page_start or not run.start < at < run.end for run in self.runs
        )

    def piece(self, start: int, end: int) -> Line:
        """Return the words from `start` to `end` as a line, white space at either side left out."""
        while start < end and self.words[start].isspace():
            start += 1
        while end > start and self.words[end - 1].isspace():
            end -= 1
        # Runs and links are in order: they are looked up, so that a line of thousands can be cut into thousands.
        near = self.runs[bisect_right(self.runs, start, key=_RUN_END) : bisect_left(self.runs, end, key=_RUN_START)]
        runs = tuple(run.part(start, end) for run in near)
        first = runs[0].page_start if runs else self.start
        linked_near = self.links[
            bisect_right(self.links, start, key=_SECOND) : bisect_left(self.links, end, key=_FIRST)
        ]
        links = tuple((max(left, start) - start, min(right, end) - start) for left, right in linked_near)
        linked = sum(right - left for left, right in links) / max(1, end - start)
        last = runs[-1].page_end if runs else first
        words = self.words[start:end]
        return replace(self, words=words, start=first, end=last, runs=runs, links=links, link=linked)


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text that hold words, bullet and heading marks left outside."""
    lines: list[Line] = []
    gap, bullet, last = False, False, 0
    ruled, boxed, parted = False, False, False
    for match in _LINE.finditer(text):
        blank = _blank_between(text, last, match.start())
        last = match.end()
        start, end = _trimmed(text, match.start(), match.end())
        gap, ruled = gap or blank or start == end, ruled and not blank
        if start == end:
            continue
        if _BULLET.fullmatch(text, start, end):
            bullet = True
            continue
        if _RULE.fullmatch(text, start, end):
            if lines and not gap and not boxed and _underlines(text[start:end], lines[-1]):
                lines[-1] = replace(lines[-1], tag="h2")
            else:
                parted = True
            gap, ruled = True, True
            continue
        start, tag = _mark(text, start, end)
        tag = "li" if bullet else tag
        words = text[start:end]
        lines.append(Line(words, start, end, (Run(0, len(words), start, end),), gap, tag, hint=RULED if parted else ""))
        gap, bullet, boxed, ruled, parted = False, False, ruled, False, False
    return tuple(lines)


def _underlines(rule: str, line: Line) -> bool:
    """A row of one sign about as long as the line right above makes it a heading (between two rows: a banner)."""
    length = len(line.words)
    same = len(set(rule)) == 1 and rule[0] in "-=~_*" and len(rule) >= _LEAST_RULE
    return same and not line.tag and length <= _LONGEST_HEADING and abs(length - len(rule)) <= max(3, length // 3)


def _mark(text: str, start: int, end: int) -> tuple[int, str]:
    bullet = _BULLET.match(text, start, end)
    if bullet and not _speaks(text, start, end):
        return bullet.end(), "li"
    heading = _HEADING.match(text, start, end)
    if heading:
        return heading.end(), f"h{len(heading.group(1))}"
    return start, ""


def _speaks(text: str, start: int, end: int) -> bool:
    speech = _SPEECH.match(text, start, end)
    return speech is not None and text[speech.end()].islower()


def _blank_between(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.count("\n") > 1 or ("\n" not in between and between.count("\r") > 1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end
