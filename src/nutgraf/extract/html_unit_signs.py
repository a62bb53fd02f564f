"""Whether stretches of an HTML page are texts of their own: what the top and the end of each tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.extract.cohesion import hang_together, stand_apart
from nutgraf.extract.furniture import is_button
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.signs import dated_outlet

OUTSIDE = ("nav", "footer", "aside", "hidden", "figure")
HEAD = 8
"""So many lines at the top of a text may hold its title, time, byline and picture."""
_TEXT = (Shape.PROSE, Shape.SHORT, Shape.LIST)
_LONG = 80
_CARDS, _CARD = 0.5, 160
"""Where more than half of the units are a linked title with less text than this, they are teasers."""
_LEAST = 40
"""Letters of text below which a unit holds none."""
_COVER = 0.6
"""The texts of a page with several hold at least this share of what is kept of it."""
_LARGEST = 0.85
"""One unit with more of the text than this is the page's one article, the others are beside it."""
_STRONG = 0.7
"""At least this share of the texts bears a sign of its own: a time, a byline, a dateline, a link to read on."""
_LIVE = 0.5
_LONGEST_HOUR = 24
_HOUR = re.compile(
    r"(?:at |as of )?\d{1,2}[:.h]\s?\d\d(?:\s?h)?\s*(?:[ap]\.?m\.?|uhr|hrs?)?\s*(?:[A-Z]{2,4})?"
    r"|\d{1,2}\s?(?:[ap]\.?m\.?|uhr)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\s?\d\d|\d\s?[ap]\.?m\b|\bago\b", re.IGNORECASE)
_DIGEST = re.compile(
    r"\b(?:digest|brief|briefs|briefing|round-?up|in short|at a glance|wrap|newsletter|bulletin|headlines|the day|"
    r"today|this week|"
    r"(?:morning|evening|afternoon|daily|weekly|weekend) (?:news|edition|report|update|read|mail|post))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of several: the numbers of its first line and of the line after its last."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What a page says of itself: that it is a live blog, and its name."""

    live: bool
    name: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What one unit tells: the letters of its text, whether it has a title, a sign of its own, or is a card."""

    letters: int
    title: bool
    strong: bool
    card: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's lines, which of them are kept, and which of these are of a text."""

    lines: list[Line]
    kept: Sequence[bool]
    texts: Sequence[bool]

    @property
    def letters(self) -> int:
        """Return how many letters of text the page has."""
        return sum(len(line.words) for line, text in zip(self.lines, self.texts, strict=True) if text)

    def text(self, unit: Unit) -> list[int]:
        """Return the numbers of a unit's lines of text."""
        return [at for at in range(unit.first, unit.end) if self.texts[at]]


def see(lines: list[Line], kept: Sequence[bool]) -> Seen:
    """Return what is seen of a page of which some lines are kept."""
    return Seen(lines, kept, [keep and is_text(line) for line, keep in zip(lines, kept, strict=True)])


def rate_units(seen: Seen, units: Sequence[Unit], total: int, claims: Claims) -> float:
    """Return the share of the page's text in the units where enough of them look like texts of their own; else zero."""
    signs = [sign for unit in units if (sign := signs_of(seen, unit)).letters >= _LEAST]
    if len(signs) < 2 or not total:
        return 0.0
    cover = sum(sign.letters for sign in signs) / total
    if cover < _COVER:
        return 0.0
    if all_headed(seen, units):
        return cover + 1.1
    if max(sign.letters for sign in signs) > _LARGEST * cover * total:
        return 0.0
    if sum(sign.card for sign in signs) > _CARDS * len(signs):
        return 0.0
    strong = sum(sign.strong for sign in signs) / len(signs)
    titled = sum(sign.title for sign in signs) / len(signs)
    if strong >= (_LIVE if claims.live else _STRONG):
        return cover + strong + 0.1 * titled
    if len(signs) < 3 or titled < 0.8:
        return 0.0
    parts = [_words(seen, unit) for unit in units]
    named = _DIGEST.search(claims.name) is not None and not hang_together(parts)
    whole = 2 * sum(sign.letters >= _CARD for sign in signs) >= len(signs)
    return cover if named or (whole and stand_apart(parts, claims.name)) else 0.0


def all_headed(seen: Seen, units: Sequence[Unit]) -> bool:
    """Each unit has a heading of the first rank and two paragraphs: a page has one such heading for each text."""
    for unit in units:
        text = seen.text(unit)
        if len(text) < 2 or not any(seen.lines[at].tag == "h1" for at in range(unit.first, text[0])):
            return False
    return len(units) > 1


def signs_of(seen: Seen, unit: Unit) -> Signs:
    """Return what the top and the end of a unit tell."""
    lines, text = seen.lines, seen.text(unit)
    if not text:
        return Signs(0, False, False)
    head = range(max(unit.first, text[0] - HEAD), text[0])
    title = next((at for at in head if is_heading(lines[at])), None)
    timed = any(_tells_time(lines[at]) for at in range(head.start, min(unit.end, text[0] + 2)))
    signed = any(shape_of(lines[at]) is Shape.BYLINE for at in head)
    linked = title is not None and lines[title].link >= 0.8
    read_on = linked and _offers_more(lines, range(text[0] + 1, unit.end))
    dated = title is not None and find_dateline(lines[text[0]].words) is not None
    letters = sum(len(lines[at].words) for at in text)
    return Signs(letters, title is not None, timed or signed or read_on or dated, linked and letters < _CARD)


def _words(seen: Seen, unit: Unit) -> str:
    return " ".join(seen.lines[at].words for at in range(unit.first, unit.end) if seen.kept[at])


def _tells_time(line: Line) -> bool:
    """A date or time; in lists and tables, where histories are told by their days, only a clock's time."""
    return is_time(line) and (line.tag not in ("li", "td", "tr", "dt") or _CLOCK.search(line.words) is not None)


def _offers_more(lines: list[Line], below: range) -> bool:
    """A link to read on below the text ("Read more")."""
    return any(lines[at].link >= 0.8 and shape_of(lines[at]) is Shape.FURNITURE for at in below)


def is_text(line: Line) -> bool:
    """Tell whether a line can be of a text: a sentence, an item, or a long line that ends as none does."""
    if line.link >= 0.5 or line.region in OUTSIDE or "caption" in line.hint:
        return False
    if len(line.words) <= _LONGEST_HOUR and _HOUR.fullmatch(line.words):
        return False  # an hour in a list of entries is not their text
    shape = shape_of(line)
    return shape in _TEXT or (shape is Shape.HEADLINE and line.tag[:1] != "h" and len(line.words) >= _LONG)


def is_time(line: Line) -> bool:
    """Tell whether a line is a time or an hour."""
    return line.tag == "time" or shape_of(line) is Shape.TIME or _HOUR.fullmatch(line.words) is not None


def is_heading(line: Line) -> bool:
    """Tell whether a line may be the title of a text: a heading, or a short line that is no sentence."""
    if len(line.words.split()) < 2 or len(line.words) > 250 or is_button(line.words):
        return False
    return not is_time(line) and dated_outlet(line.words) is None and shape_of(line) is Shape.HEADLINE
