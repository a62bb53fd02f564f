"""Several texts on one HTML page: elements or headings that repeat, each with signs of a text of its own."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.extract.cohesion import hang_together
from nutgraf.extract.furniture import is_button
from nutgraf.extract.html_inserts import without_inserts
from nutgraf.extract.html_lines import Document
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import Shape, shape_of
from nutgraf.extract.signs import dated_outlet
from nutgraf.models.places import place_size
from nutgraf.text import fold

_TEXT = (Shape.PROSE, Shape.SHORT, Shape.LIST)
_ROWS = ("tr", "td", "th", "li", "dt", "dd", "figcaption", "time")
_DATED = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_OUTSIDE = ("nav", "footer", "aside", "hidden", "figure")
_LONG = 80
_HEAD = 8
"""So many lines at the top of a text may hold its title, time, byline and picture."""
_SIGNED = 200
"""Letters that each of several texts holds at least where they stand one under the other without looking alike."""
_BESIDE = 0.2
_EXACT = 0.2
_CARDS, _CARD = 0.5, 160
"""Where more than half of the units are a linked title with less text than this, they are teasers."""
_TAIL = 3
"""So many lines below the last text may go with it: a link to read on, a credit."""
_LEAST = 40
"""Letters of text below which a unit holds none."""
_COVER = 0.6
"""The texts of a page with several hold at least this share of what is kept of it."""
_LARGEST = 0.85
"""One unit with more of the text than this is the page's one article, the others are beside it."""
_STRONG = 0.7
"""At least this share of the texts bears a sign of its own: a time, a byline, a dateline, a link to read on."""
_LIVE = 0.5
_COMMENTS = frozenset(
    """
    comment comments respond kommentar kommentare leserkommentare commentaire commentaires comentario comentarios
    commenti reacties kommentarer komentarze
    """.split()
)
_HOUR = re.compile(
    r"(?:at |as of )?\d{1,2}[:.h]\s?\d\d(?:\s?h)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?|\d{1,2}\s?[ap]\.?m\.?",
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
class _Signs:
    """What one unit tells: the letters of its text, whether it has a title, a sign of its own, or is a card."""

    letters: int
    title: bool
    strong: bool
    card: bool = False


def find_units(document: Document, kept: Sequence[bool], claims: Claims) -> tuple[Unit, ...]:
    """Return the texts of a page that holds several, in the order of the page; nothing where it holds one or none.

    `kept` tells which lines are of any text.
    """
    kept = without_comments(document.lines, kept)
    total = sum(len(line.words) for line, keep in zip(document.lines, kept, strict=True) if keep and is_text(line))
    best: tuple[float, tuple[Unit, ...]] = (0.0, ())
    # Elements end where their text does, so they are preferred to what stands between two headings or times.
    exact = [(units, _EXACT) for units in _by_elements(document, kept)]
    between = [(units, 0.0) for units in (*_by_headings(document, kept), *_by_times(document, kept))]
    for units, bonus in (*exact, *between):
        score = _score(document.lines, kept, units, total, claims)
        if score and score + bonus > best[0]:
            best = score + bonus, units
    if best[1]:
        return best[1]
    # Coarser, so it is asked last: texts that do not look alike, one under the other.
    signed = next(_by_signatures(document, kept), ())
    return signed if all(_signs(document.lines, kept, unit).letters >= _SIGNED for unit in signed) else ()


def without_comments(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """What is kept less what stands in boxes for comments, where the page has a text outside of them."""
    comments = [not _COMMENTS.isdisjoint(line.boxes) for line in lines]
    outside = sum(
        len(line.words) for line, keep, comment in zip(lines, kept, comments, strict=True) if keep and not comment
    )
    return [keep and (outside < _SIGNED or not comment) for keep, comment in zip(kept, comments, strict=True)]


def are_several(lines: list[Line], kept: Sequence[bool], units: Sequence[Unit]) -> bool:
    """Tell whether more than one unit holds text that the page would keep as its own; else the others are beside it."""
    letters = [
        sum(len(lines[at].words) for at in range(unit.first, unit.end) if kept[at] and is_text(lines[at]))
        for unit in units
    ]
    if _all_headed(lines, kept, units):
        return True
    return len(letters) > 1 and sum(letters) - max(letters) >= _BESIDE * sum(letters)


def _score(lines: list[Line], kept: Sequence[bool], units: tuple[Unit, ...], total: int, claims: Claims) -> float:
    """The share of the page's text in the units where enough of them look like texts of their own; else zero."""
    signs = [sign for unit in units if (sign := _signs(lines, kept, unit)).letters >= _LEAST]
    if len(signs) < 2 or not total:
        return 0.0
    cover = sum(sign.letters for sign in signs) / total
    if cover < _COVER:
        return 0.0
    if _all_headed(lines, kept, units):
        return cover + 1.1
    if max(sign.letters for sign in signs) > _LARGEST * cover * total:
        return 0.0
    if sum(sign.card for sign in signs) > _CARDS * len(signs):
        return 0.0
    strong = sum(sign.strong for sign in signs) / len(signs)
    titled = sum(sign.title for sign in signs) / len(signs)
    if strong >= (_LIVE if claims.live else _STRONG):
        return cover + strong + 0.1 * titled
    digest = len(signs) > 2 and titled >= 0.8 and _DIGEST.search(claims.name) is not None
    return cover if digest and not hang_together([_words(lines, kept, unit) for unit in units]) else 0.0


def _all_headed(lines: list[Line], kept: Sequence[bool], units: Sequence[Unit]) -> bool:
    """Each unit has a heading of the first rank and two paragraphs: a page has one such heading for each text."""
    for unit in units:
        text = [at for at in range(unit.first, unit.end) if kept[at] and is_text(lines[at])]
        if len(text) < 2 or not any(lines[at].tag == "h1" for at in range(unit.first, text[0])):
            return False
    return len(units) > 1


def _words(lines: list[Line], kept: Sequence[bool], unit: Unit) -> str:
    return " ".join(lines[at].words for at in range(unit.first, unit.end) if kept[at])


def _signs(lines: list[Line], kept: Sequence[bool], unit: Unit) -> _Signs:
    """What the top and the end of a unit tell."""
    text = [at for at in range(unit.first, unit.end) if kept[at] and is_text(lines[at])]
    if not text:
        return _Signs(0, False, False)
    head = range(max(unit.first, text[0] - _HEAD), text[0])
    title = next((at for at in head if is_heading(lines[at])), None)
    timed = any(_tells_time(lines[at]) for at in range(head.start, min(unit.end, text[0] + 2)))
    signed = any(shape_of(lines[at]) is Shape.BYLINE for at in head)
    read_on = title is not None and lines[title].link >= 0.8 and _offers_more(lines, range(text[0] + 1, unit.end))
    dated = title is not None and find_dateline(lines[text[0]].words) is not None
    letters = sum(len(lines[at].words) for at in text)
    linked = title is not None and lines[title].link >= 0.8
    return _Signs(letters, title is not None, timed or signed or read_on or dated, linked and letters < _CARD)


def _tells_time(line: Line) -> bool:
    """A date or time; in lists and tables, where histories are told by their days, only a clock's time."""
    return is_time(line) and (line.tag not in ("li", "td", "tr", "dt") or _CLOCK.search(line.words) is not None)


def _offers_more(lines: list[Line], below: range) -> bool:
    """A link to read on below the text ("Read more")."""
    return any(lines[at].link >= 0.8 and shape_of(lines[at]) is Shape.FURNITURE for at in below)


def is_text(line: Line) -> bool:
    """Tell whether a line can be of a text: a sentence, an item, or a long line that ends as none does."""
    if line.link >= 0.5 or line.region in _OUTSIDE or "caption" in line.hint:
        return False
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


def _by_elements(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Sibling elements that look alike, each with text."""
    first, end, letters = _extents(document, kept)
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element in range(1, len(document.parents)):
        if letters[element]:
            groups[document.parents[element], document.looks[element]].append(element)
    for key in sorted(groups):
        if len(groups[key]) > 1:
            yield tuple(Unit(first[element], end[element]) for element in groups[key])


def _extents(document: Document, kept: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
    """For each element: its first line, the line after its last, and the letters of text in it."""
    count, lines = len(document.parents), document.lines
    first, end, letters = [len(lines)] * count, [0] * count, [0] * count
    for at, line in enumerate(lines):
        if line.region != "hidden":
            first[line.node], end[line.node] = min(first[line.node], at), max(end[line.node], at + 1)
            letters[line.node] += len(line.words) if kept[at] and is_text(line) else 0
    for element in range(count - 1, 0, -1):
        parent = document.parents[element]
        first[parent], end[parent] = min(first[parent], first[element]), max(end[parent], end[element])
        letters[parent] += letters[element]
    return first, end, letters


def _by_headings(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Headings that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in _OUTSIDE and is_heading(line):
            looks[_look(document, line)].append(at)
    for look in sorted(looks):
        yield from _between(document, kept, _distinct(lines, looks[look]))


def _distinct(lines: list[Line], heads: list[int]) -> list[int]:
    """The headings that stand once: what is repeated over several texts is a button or an advertisement."""
    counts = Counter(fold(lines[at].words) for at in heads)
    return [at for at in heads if counts[fold(lines[at].words)] == 1]


def _by_times(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Times that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in _OUTSIDE and is_time(line):
            looks[_look(document, line)].append(_top(lines, kept, at))
    for look in sorted(looks):
        yield from _between(document, kept, looks[look])


def _by_signatures(document: Document, kept: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """A text under the page's own and below it others, each with a heading that a time, byline or dateline follows."""
    lines = document.lines
    text = [at for at in range(len(lines)) if kept[at] and is_text(lines[at])]
    after = dict(itertools.pairwise([-1, *text]))
    starts = [
        at
        for before, first in after.items()
        for at in range(before + 1, first)
        if first - at <= _HEAD
        and is_heading(lines[at])
        and lines[at].tag not in _ROWS
        and _DATED.search(lines[at].words) is None
        and lines[at].link < 0.8
        and lines[at].region not in _OUTSIDE
        and _is_signed(lines, at, first)
    ]
    own = [at for number, at in enumerate(starts) if number == 0 or _has_text(text, starts[number - 1], at)]
    if own and text and own[0] > text[0]:
        own = [_top(lines, kept, text[0]), *own]
    yield from _between(document, kept, own, linked=False)


def _has_text(text: list[int], one: int, two: int) -> bool:
    """Tell whether text stands between two lines."""
    return any(one < at < two for at in text)


def _is_signed(lines: list[Line], heading: int, first: int) -> bool:
    between = range(heading + 1, first)
    signed = any(is_time(lines[at]) or shape_of(lines[at]) is Shape.BYLINE for at in between)
    return signed or _is_filed(lines[first].words)


def _is_filed(words: str) -> bool:
    """A dateline that names an agency or a known place: any word in capitals before a dash has the form of one."""
    found = find_dateline(words)
    return found is not None and (found.agency is not None or place_size(found.words.split(",")[0].title()) > 0)


def _top(lines: list[Line], kept: Sequence[bool], at: int) -> int:
    """The first heading of those right above a line, with no text between, else the line itself."""
    top = at
    for above in range(at - 1, max(-1, at - _HEAD), -1):
        panel = lines[above].tag in ("button", "summary")
        if (kept[above] and is_text(lines[above])) or (lines[above].region in _OUTSIDE and not panel):
            break
        top = above if is_heading(lines[above]) else top
    return top


def _between(
    document: Document, kept: Sequence[bool], starts: list[int], *, linked: bool = True
) -> Iterator[tuple[Unit, ...]]:
    """Units that begin at given lines; a start without text below it begins none."""
    lines = document.lines
    text = [at for at, keep in enumerate(kept) if keep and is_text(lines[at])]
    starts = without_inserts(document, text, starts, linked=linked)
    if len(starts) < 2:
        return
    last = max(text, default=-1)
    ends = [*starts[1:], min(len(lines), max(last, starts[-1]) + 1 + _TAIL)]
    units = tuple(
        Unit(start, end)
        for start, end in zip(starts, ends, strict=True)
        if any(kept[at] and is_text(lines[at]) for at in range(start, end))
    )
    if len(units) > 1:
        yield units


def _look(document: Document, line: Line) -> str:
    """How a line's element and the one around it are spelled: what looks alike has one meaning on a page."""
    node = line.node
    return f"{document.looks[document.parents[node]]} {document.looks[node]}"
