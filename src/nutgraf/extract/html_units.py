"""Several texts on one HTML page: elements or headings that repeat, each with signs of a text of its own."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.extract.boxes import COMMENTS
from nutgraf.extract.html_inserts import without_inserts
from nutgraf.extract.html_line_signs import OUTSIDE, is_filed, is_heading, is_one_word, is_time, signs_text
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_unit_signs import (
    HEAD,
    LEAST_SIGNED,
    LEAST_TEXT,
    Claims,
    Seen,
    Unit,
    all_headed,
    rate_units,
    see,
    signs_of,
)
from nutgraf.extract.lines import Line
from nutgraf.text import fold

_ROWS = ("tr", "td", "th", "li", "dt", "dd", "figcaption", "time")
_DATED = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_SIGNED = 200
"""Letters that each of several texts holds at least where they stand one under the other without looking alike."""
_BESIDE = 0.2
_EXACT = 0.2
_TAIL = 3
"""So many lines below the last text may go with it: a link to read on, a credit."""


def find_units(document: Document, kept: Sequence[bool], claims: Claims) -> tuple[Unit, ...]:
    """Return the texts of a page that holds several, in the order of the page; nothing where it holds one or none.

    `kept` tells which lines are of any text.
    """
    seen = see(document.lines, without_comments(document.lines, kept))
    texts, total = seen.texts, seen.letters
    # Elements end where their text does, so they are preferred to what stands between two headings or times.
    exact = [(units, _EXACT) for units in _by_elements(document, texts)]
    between = [(units, 0.0) for units in (*_by_headings(document, texts), *_by_times(document, texts))]
    candidates = [*exact, *between]
    best = _best(seen, candidates, total, claims)
    if best:
        inner = _inner(seen, candidates)
        return tuple(part for unit in best for part in _parted(seen, unit, inner, claims))
    # Coarser, so it is asked last: texts that do not look alike, one under the other.
    letters = {unit: signs_of(seen, unit).letters for unit in next(_by_signatures(document, texts), ())}
    signed = tuple(unit for unit, count in letters.items() if count >= LEAST_TEXT)
    return signed if all(letters[unit] >= _SIGNED for unit in signed) else ()


_Candidates = Sequence[tuple[tuple[Unit, ...], float]]


def _best(seen: Seen, candidates: _Candidates, total: int, claims: Claims) -> tuple[Unit, ...]:
    """The units that part the page best, or those with signs of their own that part these once more."""
    rated = [(rate_units(seen, units, total, claims), bonus, units) for units, bonus in candidates]
    good = [(rating.score + bonus, rating.strong, units) for rating, bonus, units in rated if rating.score]
    if not good:
        return ()
    _, strong, best = max(good, key=lambda one: one[0])
    finer = [one for one in good if one[1] >= max(strong, LEAST_SIGNED) and _refines(seen, one[2], best)]
    return max(finer, key=lambda one: one[0])[2] if finer else best


@dataclass(frozen=True, slots=True)
class _Inner:
    """Units that may stand inside another: their first and last lines of text, and the bonus of their kind."""

    first: int
    last: int
    units: tuple[Unit, ...]
    bonus: float


def _inner(seen: Seen, candidates: _Candidates) -> list[_Inner]:
    text = [at for at, own in enumerate(seen.texts) if own]
    found: list[_Inner] = []
    for units, bonus in candidates:
        first, after = bisect_left(text, units[0].first), bisect_left(text, units[-1].end)
        if len(units) > 2 and first < after:
            found.append(_Inner(text[first], text[after - 1], units, bonus))
    return found


def _parted(seen: Seen, unit: Unit, inner: Sequence[_Inner], claims: Claims) -> tuple[Unit, ...]:
    """A unit, or the texts with signs of their own in it: letters to the editor stand below columns."""
    own = seen.text(unit)
    if not own:
        return (unit,)
    letters = sum(len(seen.lines[at].words) for at in own)
    within = [one for one in inner if own[0] <= one.first and one.last <= own[-1] and one.units[0].first > unit.first]
    rated = [(rate_units(seen, one.units, letters, claims), one) for one in within]
    good = [(rating.score + one.bonus, one.units) for rating, one in rated if rating.strong >= LEAST_SIGNED]
    if not good:
        return (unit,)
    parts = max(good, key=lambda one: one[0])[1]
    above = Unit(unit.first, parts[0].first)
    return (above, *parts) if seen.text(above) else parts


def _refines(seen: Seen, finer: Sequence[Unit], units: Sequence[Unit]) -> bool:
    """Tell whether some units lie inside others, several of them in one."""
    if len(finer) <= len(units):
        return False
    owner = {at: number for number, unit in enumerate(units) for at in seen.text(unit)}
    held = [{owner[at] for at in seen.text(unit) if at in owner} for unit in finer]
    return all(len(owners) < 2 for owners in held)


def are_several(lines: list[Line], kept: Sequence[bool], units: Sequence[Unit]) -> bool:
    """Tell whether more than one unit holds text that the page would keep as its own; else the others are beside it."""
    if len(units) < 2:
        return False
    seen = see(lines, kept)
    if all_headed(seen, units):
        return True
    letters = [sum(len(lines[at].words) for at in seen.text(unit)) for unit in units]
    return sum(letters) - max(letters) >= _BESIDE * sum(letters)


def without_comments(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """What is kept less what stands in boxes for comments, where the page has a text outside of them."""
    comments = [not COMMENTS.isdisjoint(line.boxes) for line in lines]
    outside = sum(
        len(line.words) for line, keep, comment in zip(lines, kept, comments, strict=True) if keep and not comment
    )
    return [keep and (outside < _SIGNED or not comment) for keep, comment in zip(kept, comments, strict=True)]


def _by_elements(document: Document, texts: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Sibling elements that look alike, each with text."""
    first, end, letters = _extents(document, texts)
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element in range(1, len(document.parents)):
        if letters[element]:
            groups[document.parents[element], document.looks[element]].append(element)
    for key in sorted(groups):
        if len(groups[key]) > 1:
            yield tuple(Unit(first[element], end[element]) for element in groups[key])


def _extents(document: Document, texts: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
    """For each element: its first line, the line after its last, and the letters of text in it."""
    count, lines = len(document.parents), document.lines
    first, end, letters = [len(lines)] * count, [0] * count, [0] * count
    for at, line in enumerate(lines):
        if line.region != "hidden":
            first[line.node], end[line.node] = min(first[line.node], at), max(end[line.node], at + 1)
            letters[line.node] += len(line.words) if texts[at] else 0
    for element in range(count - 1, 0, -1):
        parent = document.parents[element]
        first[parent], end[parent] = min(first[parent], first[element]), max(end[parent], end[element])
        letters[parent] += letters[element]
    return first, end, letters


def _by_headings(document: Document, texts: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Headings that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    single: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in OUTSIDE and is_heading(line):
            looks[look_of(document, line)].append(at)
        elif line.region not in OUTSIDE and is_one_word(line):
            single[look_of(document, line)].append(at)
    for look in sorted(looks):
        heads = looks[look] + (single[look] if len(looks[look]) > 2 else [])
        yield from _between(document, texts, _distinct(lines, sorted(heads)))


def _distinct(lines: list[Line], heads: list[int]) -> list[int]:
    """The headings that stand once: what is repeated over several texts is a button or an advertisement."""
    counts = Counter(fold(lines[at].words) for at in heads)
    return [at for at in heads if counts[fold(lines[at].words)] == 1]


def _by_times(document: Document, texts: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """Times that look alike, each with all that stands below it up to the next."""
    lines = document.lines
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.region not in OUTSIDE and is_time(line):
            looks[look_of(document, line)].append(_top(lines, texts, at))
    for look in sorted(looks):
        yield from _between(document, texts, looks[look])


def _by_signatures(document: Document, texts: Sequence[bool]) -> Iterator[tuple[Unit, ...]]:
    """A text under the page's own and below it others, each with a heading that a time, byline or dateline follows."""
    lines = document.lines
    text = [at for at in range(len(lines)) if texts[at]]
    after = dict(itertools.pairwise([-1, *text]))
    starts = [
        at
        for before, first in after.items()
        for at in range(before + 1, first)
        if first - at <= HEAD
        and is_heading(lines[at])
        and lines[at].tag not in _ROWS
        and _DATED.search(lines[at].words) is None
        and lines[at].link < 0.8
        and lines[at].region not in OUTSIDE
        and _is_signed(lines, at, first)
    ]
    own = [at for number, at in enumerate(starts) if number == 0 or _has_text(text, starts[number - 1], at)]
    if own and text and own[0] > text[0]:
        own = [_top(lines, texts, text[0]), *own]
    yield from _between(document, texts, own, linked=False)


def _has_text(text: list[int], one: int, two: int) -> bool:
    """Tell whether text stands between two lines."""
    return any(one < at < two for at in text)


def _is_signed(lines: list[Line], heading: int, first: int) -> bool:
    between = range(heading + 1, first)
    signed = any(is_time(lines[at]) or signs_text(lines[at]) for at in between)
    return signed or is_filed(lines[first].words)


def _top(lines: list[Line], texts: Sequence[bool], at: int) -> int:
    """The first heading of those right above a line, with no text between, else the line itself."""
    top = at
    for above in range(at - 1, max(-1, at - HEAD), -1):
        panel = lines[above].tag in ("button", "summary")
        if texts[above] or (lines[above].region in OUTSIDE and not panel):
            break
        top = above if is_heading(lines[above]) else top
    return top


def _between(
    document: Document, texts: Sequence[bool], starts: list[int], *, linked: bool = True
) -> Iterator[tuple[Unit, ...]]:
    """Units that begin at given lines; a start without text below it begins none."""
    if len(starts) < 2:
        return
    lines = document.lines
    text = [at for at, own in enumerate(texts) if own]
    starts = without_inserts(document, text, starts, linked=linked)
    if len(starts) < 2:
        return
    last = max(text, default=-1)
    ends = [*starts[1:], min(len(lines), max(last, starts[-1]) + 1 + _TAIL)]
    units = tuple(
        Unit(start, end) for start, end in zip(starts, ends, strict=True) if any(texts[at] for at in range(start, end))
    )
    if len(units) > 1:
        yield units


def look_of(document: Document, line: Line) -> str:
    """Return how a line’s element and the one around it are spelled: what looks alike has one meaning on a page."""
    node = line.node
    if line.tag[:1] == "h":
        # A heading that is a link looks as one beside it that is none.
        for element in (node, document.parents[node]):
            node = element if document.names[element] == line.tag else node
    return f"{document.looks[document.parents[node]]} {document.looks[node]}"
