"""Whether stretches of an HTML page are texts of their own: what the top and the end of each tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.extract.cohesion import kinship, lists_parts, name_share
from nutgraf.extract.html_begins import find_begins
from nutgraf.extract.html_line_signs import is_filed, is_heading, is_name, is_text, is_time, signs_text
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.stamps import is_clock

HEAD = 8
"""So many lines at the top of a text may hold its title, time, byline and picture."""
_CARDS, _CARD = 0.5, 160
"""Where more than half of the units are a linked title with less text than this, they are teasers."""
LEAST_TEXT = 40
"""Letters of text below which a unit holds none."""
_COVER = 0.6
"""The texts of a page with several hold at least this share of what is kept of it."""
_LARGEST = 0.85
"""One unit with more of the text than this is the page's one article, the others are beside it."""
LEAST_SIGNED = 0.7
"""At least this share of the texts bears a sign of its own: a time, a byline, a dateline, a link to read on."""
_LIVE = 0.5
_MARKED = 0.8
"""At least this share of other texts has a title or a sign."""
_WHOLE = 0.8
"""Two texts hold at least this share of what is kept: else they are boxes in a third."""
_NAMED = 0.5
"""Where more of the parts speak of what the page is called, they are the parts of one text ("5 times ...")."""
_STRANGE, _APART, _LITTLE, _CLOSE, _KIN = 0.02, 0.04, 0.06, 0.07, 0.11
"""Parts whose mean cosine is below the first have nothing in common; below the second they tell of different things;
below the third, where each is signed; below the fourth, where the page calls itself a digest; above the last of one."""
_HEARD, _BOTH, _HEADED, _AGREED = 0.2, 1.0, 0.5, 0.4
"""At the top of so many of the units an article begins to the reader of bare lines too: where they bear signs of their
own; where two do; where each has a heading of the first rank; where their titles alone speak for them. Of 793 pages of
one article in WCXB's development part the rules alone cut up 21, with these shares 10."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\s?\d\d|\d\s?[ap]\.?m\b|\bago\b|\d['’′]$|^[HF]T$", re.IGNORECASE)
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
    """What one unit tells: the letters of its text, whether it has a title, a sign of its own, is a card, is filed from
    a place, or has an hour over it."""

    letters: int
    title: bool
    strong: bool
    card: bool = False
    filed: bool = False
    clocked: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """How well units part a page, zero where they do not, and the share of them with signs of their own."""

    score: float
    strong: float


_NONE = Rating(0.0, 0.0)


@dataclass(frozen=True)
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

    @cached_property
    def begins(self) -> frozenset[int]:
        """Return the lines with which articles begin to the reader of bare lines."""
        return find_begins(self.lines, self.kept)

    def agreement(self, units: Sequence[Unit]) -> float:
        """Return at the top of how large a share of the units with text the reader of bare lines sees one begin."""
        tops = [range(unit.first, text[0] + 1) for unit in units if (text := self.text(unit))]
        return sum(not self.begins.isdisjoint(top) for top in tops) / max(1, len(tops))


def see(lines: list[Line], kept: Sequence[bool]) -> Seen:
    """Return what is seen of a page of which some lines are kept."""
    return Seen(lines, kept, [keep and is_text(line) for line, keep in zip(lines, kept, strict=True)])


def rate_units(seen: Seen, units: Sequence[Unit], total: int, claims: Claims) -> Rating:
    """Return how well some units part the page's text into texts of their own; a score of zero where they do not."""
    signs = [sign for unit in units if (sign := signs_of(seen, unit)).letters >= LEAST_TEXT]
    if len(signs) < 2 or not total:
        return _NONE
    cover = sum(sign.letters for sign in signs) / total
    if cover < _COVER:
        return _NONE
    if all_headed(seen, units):
        agreed = seen.agreement(units)
        return Rating(cover + 1.1 + agreed, 0.0) if agreed >= _HEADED else _NONE
    if max(sign.letters for sign in signs) > _LARGEST * cover * total:
        return _NONE
    if sum(sign.card for sign in signs) > _CARDS * len(signs):
        return _NONE
    strong = sum(sign.strong for sign in signs) / len(signs)
    titled = sum(sign.title for sign in signs) / len(signs)
    signed = strong >= (_LIVE if claims.live else LEAST_SIGNED)
    marked = sum(sign.title or sign.strong for sign in signs) / len(signs)
    if len(signs) == 2 and not signed:
        return _rate_pair(seen, units, cover)
    if not signed and marked < _MARKED:
        return _NONE
    whole = 2 * sum(sign.letters >= _CARD for sign in signs) >= len(signs)
    if signed:
        agreed = seen.agreement(units)
        filed = sum(sign.filed for sign in signs) >= LEAST_SIGNED * len(signs)
        filed = filed or (len(signs) > 2 and sum(sign.clocked for sign in signs) >= LEAST_SIGNED * len(signs))
        heard = agreed >= _HEARD if len(signs) > 2 else agreed >= _BOTH and cover >= _WHOLE
        told = filed or heard or (len(signs) > 2 and whole and _are_strangers(seen, units, claims))
        return Rating(cover + strong + 0.1 * titled + agreed, strong) if told else _NONE
    return Rating(cover + seen.agreement(units), 0.0) if _tell_of_much(seen, units, claims, whole) else _NONE


def _rate_pair(seen: Seen, units: Sequence[Unit], cover: float) -> Rating:
    """Two texts under headings alone: both must begin to the reader of bare lines, and have nothing in common."""
    parts = [_words(seen, unit) for unit in units]
    whole = cover >= _WHOLE and all(len(seen.text(unit)) > 1 for unit in units)
    if not whole or kinship(parts) >= _STRANGE or seen.agreement(units) < _BOTH:
        return _NONE
    return Rating(cover + 1.0, 0.0)


def _are_strangers(seen: Seen, units: Sequence[Unit], claims: Claims) -> bool:
    """Whether texts with signs of their own have little in common: posts of several blogs, letters."""
    parts = [_words(seen, unit) for unit in units]
    return name_share(parts, claims.name) <= _NAMED and kinship(parts) < _LITTLE


def _tell_of_much(seen: Seen, units: Sequence[Unit], claims: Claims, whole: bool) -> bool:
    """Whether the parts of a page with headings tell of different things (`whole`: most are more than a line or two).

    They do not where most speak of what the page is called. A page that calls itself a digest, or after its parts, is
    believed unless these are close kin; on others the reader of bare lines is asked.
    """
    parts = [_words(seen, unit) for unit in units]
    digest = _DIGEST.search(claims.name) is not None
    if not digest and name_share(parts, claims.name) > _NAMED:
        return False
    kin = kinship(parts)
    if digest and kin < _CLOSE:
        return True
    if kin < _KIN and lists_parts(claims.name, [_title_words(seen, unit) for unit in units]):
        return True
    if whole and kin < _STRANGE:
        return True
    agreed = seen.agreement(units) if kin < _KIN else 0.0
    return agreed >= _AGREED or (whole and kin < _APART and agreed >= _HEARD)


def _title_words(seen: Seen, unit: Unit) -> str:
    head = range(unit.first, seen.text(unit)[0]) if seen.text(unit) else range(0)
    return " ".join(seen.lines[at].words for at in head if is_heading(seen.lines[at]))


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
    signed = any(signs_text(lines[at]) for at in head)
    linked = title is not None and lines[title].link >= 0.8
    read_on = linked and _offers_more(lines, range(text[0] + 1, unit.end))
    dated = title is not None and find_dateline(lines[text[0]].words) is not None
    letters = sum(len(lines[at].words) for at in text)
    strong = timed or signed or read_on or dated or _is_footed(lines, range(text[-1] + 1, unit.end))
    filed = title is not None and is_filed(lines[text[0]].words)
    clocked = any(is_clock(lines[at].words) for at in head)
    return Signs(letters, title is not None, strong, linked and letters < _CARD, filed, clocked)


def _words(seen: Seen, unit: Unit) -> str:
    return " ".join(seen.lines[at].words for at in range(unit.first, unit.end) if seen.kept[at])


def _tells_time(line: Line) -> bool:
    """A date or time; in lists and tables, where histories are told by their days, only a clock's time."""
    return is_time(line) and (line.tag not in ("li", "td", "tr", "dt") or _CLOCK.search(line.words) is not None)


def _is_footed(lines: list[Line], below: range) -> bool:
    """A byline, a day or a name right below the text ("by Jonty at May 21, 2026 07:55 PM")."""
    first = below[:1]
    return any(is_time(lines[at]) or signs_text(lines[at]) or is_name(lines[at]) for at in first)


def _offers_more(lines: list[Line], below: range) -> bool:
    """A link to read on below the text ("Read more")."""
    return any(lines[at].link >= 0.8 and shape_of(lines[at]) is Shape.FURNITURE for at in below)
