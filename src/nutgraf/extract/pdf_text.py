"""A PDF's lines as paragraphs: broken words whole again, headings by the size of their letters."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.extract.marks import find_byline
from nutgraf.extract.pdf_lines import Printed
from nutgraf.extract.shapes import ends_sentence
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.stamps import is_stamp
from nutgraf.extract.ties import Tied, Weaver, as_markup, whole

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_TITLE = 1.35
_HEADING = 1.12
_MENU = 120
_LOOSE = 1.4
_COLUMN = 3.0
_INDENT = 0.6
_STUCK = re.compile(r"\w[-‐\u00ad]$")
_COMPOUND = frozenset(
    """
    well self ex half high low long short full part north south east west non anti pro semi vice mid cross so much
    twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten
    """.split()
)
"""First parts of words that are written with a hyphen as a rule."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A printed line and where it stands in the page's text."""

    line: Printed
    start: int


def paragraphs(lines: Sequence[Placed], text: str) -> Tied:
    """Return the lines as HTML: paragraphs, and headings where letters are larger than those of the text."""
    weaver = Weaver()
    if not lines:
        return weaver.done()
    body = _body_size(lines)
    vocabulary = Counter(_WORD.findall(text.lower()))
    groups = _groups(lines, body)
    sizes = [max(placed.line.size for placed in group) for group in groups]
    title = next((at for at, size in enumerate(sizes) if size >= body * _TITLE), -1)
    for at, group in enumerate(groups):
        tag = "h1" if at == title else "p"
        if at < title and _is_menu(group):
            tag = "nav"
        elif at != title and sizes[at] >= body * _HEADING and sum(len(placed.line.words) for placed in group) < 200:
            tag = "h2"
        weaver.put(f"<{tag}>")
        _join(group, text, vocabulary, weaver)
        weaver.put(f"</{tag}>\n")
    return weaver.done()


def _is_menu(group: Sequence[Placed]) -> bool:
    """A short line over the title is the page's menu, unless it tells an outlet and a date, or who wrote the text."""
    words = " ".join(placed.line.words for placed in group)
    telling = dated_outlet(words) is not None or is_stamp(words) or find_byline(words) is not None
    return len(words) < _MENU and not ends_sentence(words) and not telling


def _body_size(lines: Sequence[Placed]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for placed in lines:
        sizes[round(placed.line.size, 1)] += len(placed.line.words)
    return max(sizes.items(), key=lambda item: (item[1], -item[0]))[0]


class _Layout:
    """How the text is set: the distance of its lines, and where the lines of each column begin and end."""

    def __init__(self, lines: Sequence[Placed], body: float) -> None:
        self.body = body
        own = [placed.line for placed in lines if _same(placed.line.size, body)]
        self.leading = _leading(own, body)
        self.lefts: dict[tuple[int, float], list[float]] = {}
        self.rights: dict[tuple[int, float], list[float]] = {}
        self.starts: dict[int, list[float]] = {}
        for line in sorted(own, key=lambda one: (one.page, one.left)):
            starts = self.starts.setdefault(line.page, [])
            if not starts or line.left > starts[-1] + _COLUMN * body:
                starts.append(line.left)
            key = (line.page, starts[-1])
            self.lefts.setdefault(key, []).append(line.left)
            self.rights.setdefault(key, []).append(line.right)

    def column(self, line: Printed) -> tuple[float, float]:
        """Return where the lines of a line's column begin, and where full ones end."""
        starts = [start for start in self.starts.get(line.page, []) if start <= line.left + 1]
        if not starts or not _same(line.size, self.body):
            return line.left, line.right
        key = (line.page, starts[-1])
        rights = sorted(self.rights[key])
        return sorted(self.lefts[key])[len(self.lefts[key]) // 3], rights[int(0.9 * (len(rights) - 1))]

    def step(self, line: Printed) -> float:
        """Return the distance of two lines in the size of this one."""
        return self.leading * max(1.0, line.size / self.body)


def _groups(lines: Sequence[Placed], body: float) -> list[list[Placed]]:
    groups: list[list[Placed]] = []
    layout = _Layout(lines, body)
    for placed in lines:
        last = groups[-1][-1].line if groups else None
        if last is not None and _goes_on(last, placed.line, layout):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return groups


def _leading(lines: Sequence[Printed], body: float) -> float:
    """The distance between lines of the text, the commonest of the plausible ones."""
    steps: Counter[float] = Counter()
    for one, two in itertools.pairwise(lines):
        step = one.base - two.base
        if one.page == two.page and 0 < step < 4 * max(body, 1):
            steps[round(step * 2) / 2] += 1
    return max(steps.items(), key=lambda item: (item[1], -item[0]), default=(body * 1.2, 0))[0]


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= 0.06 * max(one, two)


def _goes_on(last: Printed, line: Printed, layout: _Layout) -> bool:
    """Whether a line is of the last one's paragraph: same letters, no gap, no indent, the last one not ending short."""
    if not _same(last.size, line.size):
        return False
    (left, _), (_, right) = layout.column(line), layout.column(last)
    step = last.base - line.base
    full = last.right + _first_word(line) >= right - 0.5 * line.size
    ended, lower = ends_sentence(last.words), line.words[:1].islower()
    indented = line.left - (left if step <= 0 else max(last.left, left)) > _INDENT * line.size
    if last.page != line.page or step <= 0:
        # A new column or page: a paragraph seldom ends on a line that is full to the edge.
        flush = last.right >= right - 0.5 * line.size and not indented
        return flush or (not ended and (full or lower))
    if step > layout.step(line) * _LOOSE or (indented and (ended or not full)):
        return False
    return full or (lower and not ended)


def _first_word(line: Printed) -> float:
    """How wide the first word of a line is, with the space before it."""
    return (len(line.words.split()[0]) + 1) * line.width / max(1, len(line.words))


def _join(group: Sequence[Placed], text: str, vocabulary: Counter[str], weaver: Weaver) -> None:
    """The lines of a paragraph in one: a space between two, unless a word was broken there."""
    for place, placed in enumerate(group):
        words = placed.line.words
        following = group[place + 1].line.words if place + 1 < len(group) else ""
        stuck = bool(following) and _STUCK.search(words) is not None and following[:1].isalnum()
        broken = _BROKEN.search(words) if stuck and following[:1].islower() else None
        last = placed.start + len(words)
        if broken is not None and not _keeps_hyphen(broken.group(1), following, words, vocabulary):
            last -= 1
        weaver.take_all(as_markup(whole(text[placed.start : last], placed.start)))
        if following and not stuck:
            weaver.put(" ")


def _keeps_hyphen(first: str, following: str, words: str, vocabulary: Counter[str]) -> bool:
    """A hyphen stays where the text writes the word with it elsewhere, and nowhere without it."""
    if words.endswith("\u00ad"):
        return False
    second = _WORD.match(following)
    if second is None:
        return True
    if vocabulary[f"{first}{second.group()}".lower()]:
        return False
    return first.lower() in _COMPOUND or vocabulary[f"{first}-{second.group()}".lower()] > 0
