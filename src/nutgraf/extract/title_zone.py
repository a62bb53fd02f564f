"""Where on a page the article's own byline and times stand: the lines round its title, up to its second paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.lines import Line
from nutgraf.extract.plain import plain_words
from nutgraf.extract.signposts import Signpost

_PROSE = 140
_ABOVE = 8
_BELOW = 40
_PARAGRAPHS = 2
_LEAST = 8
_OUTSIDE = ("nav", "footer", "hidden")


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines near a title: first, title (`None` where none is seen) and last line, and their stretch of the page."""

    first: int
    title: int | None
    last: int
    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Tell whether an offset on the page lies in the zone."""
        return self.start <= place < self.end


def find_zone(lines: list[Line], title: int | None) -> Zone:
    """Return the zone round the title, or above the first long paragraph where no title is seen."""
    around = title if title is not None else _first_prose(lines)
    if around is None:
        return Zone(0, None, -1, 0, 0)
    first = _up(lines, around)
    last = _down(lines, around)
    return Zone(first, title, last, lines[first].start, lines[last].end)


def _first_prose(lines: list[Line]) -> int | None:
    return next((at for at, line in enumerate(lines) if _is_prose(line) and line.region not in _OUTSIDE), None)


def _up(lines: list[Line], around: int) -> int:
    kept = 0
    for at in range(around - 1, -1, -1):
        line = lines[at]
        if _is_prose(line) or kept >= _ABOVE:
            return at + 1
        kept += line.region not in _OUTSIDE
    return 0


def _down(lines: list[Line], around: int) -> int:
    kept = paragraphs = 0
    for at in range(around + 1, len(lines)):
        line = lines[at]
        paragraphs += _is_prose(line)
        kept += line.region not in _OUTSIDE
        if (paragraphs >= _PARAGRAPHS and kept >= _LEAST) or kept >= _BELOW:
            return at
    return len(lines) - 1


def _is_prose(line: Line) -> bool:
    return (
        len(line.words) >= _PROSE
        and line.link < 0.5
        and line.region not in ("figure", *_OUTSIDE)
        and line.tag[:1] != "h"
    )


def text_of_post(source: str, post: Signpost, longest: int = 1_500) -> str:
    """Return the words inside a signpost, its tags taken out; one that was never closed ends with its first tag."""
    end = post.end if post.end >= 0 else source.find("<", post.start)
    return plain_words(source[post.start : min(max(end, post.start), post.start + longest)])
