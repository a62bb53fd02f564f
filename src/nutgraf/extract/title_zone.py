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
_LEAST = 4
_OUTSIDE = ("nav", "footer", "hidden")


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines near a title: first, title (`None` where none is seen) and last line, and their stretch of the page.

    `text` is where on the page the first long paragraph below the title begins: what stands in a box of other texts
    after it is theirs.
    """

    first: int
    title: int | None
    last: int
    start: int
    end: int
    text: int

    def holds(self, place: int) -> bool:
        """Tell whether an offset on the page lies in the zone."""
        return self.start <= place < self.end

    def heads(self, place: int) -> bool:
        """Tell whether an offset lies in the zone and above the text."""
        return self.start <= place < self.text


def find_zone(lines: list[Line], title: int | None) -> Zone:
    """Return the zone round the title, or above the first long paragraph where no title is seen."""
    around = title if title is not None else _first_prose(lines)
    if around is None:
        return Zone(0, None, -1, 0, 0, 0)
    first, last = _up(lines, around), _down(lines, around)
    below = range(around if title is None else around + 1, last + 1)
    text = next((lines[at].start for at in below if _is_prose(lines[at])), lines[last].end)
    return Zone(first, title, last, lines[first].start, lines[last].end, text)


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
    """The second paragraph below the title; one printed twice is a deck, and few lines may all be the head's."""
    kept = 0
    paragraphs: set[str] = set()
    for at in range(around + 1, len(lines)):
        line = lines[at]
        paragraphs.update([line.words] if _is_prose(line) else ())
        kept += line.region not in _OUTSIDE
        if (len(paragraphs) >= _PARAGRAPHS and kept >= _LEAST) or kept >= _BELOW:
            return at
    return len(lines) - 1


def _is_prose(line: Line) -> bool:
    if len(line.words) < _PROSE or line.link >= 0.5 or line.tag[:1] == "h":
        return False
    return line.region not in ("figure", *_OUTSIDE)


def text_of_post(source: str, post: Signpost, longest: int = 1_500) -> str:
    """Return the words inside a signpost, its tags taken out; one that was never closed ends with its first tag."""
    end = post.end if post.end >= 0 else source.find("<", post.start)
    return plain_words(source[post.start : min(max(end, post.start), post.start + longest)])
