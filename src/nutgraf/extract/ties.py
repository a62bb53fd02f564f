"""A text taken out of a larger one, or put together from pieces of it, each character tied to where it stood there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from nutgraf.extract.charsets import without_controls
from nutgraf.extract.lines import Line, Run
from nutgraf.extract.references import unescape

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SOLID = re.compile(r"\S+(?: \S+)*")
_SIGNS = re.compile("[&<>]")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Tied:
    """A text and where its stretches stand in the page's text.

    A run as long as its stretch holds it letter for letter; what no run covers was put there by the program.
    """

    text: str
    runs: tuple[Run, ...]

    @property
    def same(self) -> bool:
        """Tell whether the text is the page's own from its beginning on, so that its places are the page's."""
        only = self.runs[0] if len(self.runs) == 1 else None
        return only is not None and (only.start, only.end, only.page_start) == (0, len(self.text), 0) and _plain(only)

    def traced(self, line: Line) -> Line:
        """Return a line of this text with its runs in the page's text."""
        runs = tuple(part for run in line.runs for part in self._parts(run))
        start, end = (runs[0].page_start, runs[-1].page_end) if runs else (0, 0)
        return replace(line, runs=runs, start=start, end=end)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the stretch of the page that `text[start:end]` was taken from."""
        parts = self._parts(Run(0, end - start, start, end)) if end > start else []
        return (parts[0].page_start, parts[-1].page_end) if parts else None

    def _parts(self, run: Run) -> list[Run]:
        """A run letter for letter in this text may be several on the page; any other stays one."""
        parts = _parts_of(self, run.page_start, run.page_end)
        if _plain(run):
            return [Run(part.start + run.start, part.end + run.start, part.page_start, part.page_end) for part in parts]
        return [Run(run.start, run.end, parts[0].page_start, parts[-1].page_end)] if parts else []


def cut(tied: Tied, start: int, end: int) -> Tied:
    """Return `text[start:end]`, tied."""
    return Tied(tied.text[start:end], tuple(_parts_of(tied, start, end)))


def _parts_of(tied: Tied, start: int, end: int) -> list[Run]:
    at = max(0, bisect_right(tied.runs, start, key=lambda tie: tie.start) - 1)
    parts: list[Run] = []
    for place in range(at, len(tied.runs)):
        tie = tied.runs[place]
        if tie.start >= end:
            break
        part = _share(tie, max(tie.start, start), min(tie.end, end), start)
        # Half of an entity may by chance be as long as what it stands for; it is no copy of it.
        if part.end > part.start and (_plain(tie) or not _plain(part)):
            parts.append(part)
    return parts


def _share(tie: Run, first: int, last: int, start: int) -> Run:
    """What of a tie lies in `text[first:last]`, counted from `start`."""
    if _plain(tie):
        page = tie.page_start + first - tie.start
        return Run(first - start, last - start, page, page + last - first)
    return Run(first - start, last - start, tie.page_start, tie.page_end)


def whole(text: str, at: int = 0) -> Tied:
    """Return a text that stands on the page as it is, from `at` on."""
    return Tied(text, (Run(0, len(text), at, at + len(text)),) if text else ())


@dataclass(slots=True)
class Weaver:
    """Puts a text together from pieces of the page and from what the program adds between them."""

    pieces: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0

    def put(self, words: str) -> None:
        """Add words that do not stand on the page."""
        self.pieces.append(words)
        self.length += len(words)

    def take(self, words: str, start: int, end: int) -> None:
        """Add words that stand at `start` to `end` of the page, letter for letter or written in another way."""
        if not words:
            return
        self._tie(Run(self.length, self.length + len(words), start, end))
        self.put(words)

    def _tie(self, run: Run) -> None:
        """Stretches that follow one another both here and on the page become one."""
        last = self.runs[-1] if self.runs else None
        follows = last is not None and (last.end, last.page_end) == (run.start, run.page_start)
        if last is not None and follows and _plain(last) and _plain(run):
            self.runs[-1] = Run(last.start, run.end, last.page_start, run.page_end)
        else:
            self.runs.append(run)

    def take_all(self, tied: Tied) -> None:
        """Add a text that is tied already."""
        shift = self.length
        for run in tied.runs:
            self._tie(Run(run.start + shift, run.end + shift, run.page_start, run.page_end))
        self.put(tied.text)

    def done(self) -> Tied:
        """Return what was put together."""
        return Tied("".join(self.pieces), tuple(self.runs))


def _plain(run: Run) -> bool:
    return run.end - run.start == run.page_end - run.page_start


def unescaped(tied: Tied) -> Tied:
    """Return a text with its entities as the characters they stand for."""
    if "&" not in tied.text:
        return tied
    if len(tied.runs) == 1 and _plain(tied.runs[0]) and tied.runs[0].end == len(tied.text):
        return _unescaped_run(tied.text, tied.runs[0].page_start - tied.runs[0].start)
    weaver, at = Weaver(), 0
    for found in _ENTITY.finditer(tied.text):
        weaver.take_all(cut(tied, at, found.start()))
        _take_at(tied, found.start(), found.end(), without_controls(unescape(found.group())), weaver)
        at = found.end()
    weaver.take_all(cut(tied, at, len(tied.text)))
    return weaver.done()


def _unescaped_run(text: str, shift: int) -> Tied:
    """The same for a text that stands in one piece on the page, five times as fast."""
    pieces: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for found in _ENTITY.finditer(text):
        start, end = found.span()
        shown = without_controls(unescape(found.group()))
        if start > at:
            runs.append(Run(length, length + start - at, at + shift, start + shift))
            pieces.append(text[at:start])
            length += start - at
        if shown:
            runs.append(Run(length, length + len(shown), start + shift, end + shift))
            pieces.append(shown)
            length += len(shown)
        at = end
    if at < len(text):
        runs.append(Run(length, length + len(text) - at, at + shift, len(text) + shift))
        pieces.append(text[at:])
    return Tied("".join(pieces), tuple(runs))


def one_line(tied: Tied) -> Tied:
    """Return a text on one line: white space at either end left out, all other white space one space."""
    weaver = Weaver()
    for found in _SOLID.finditer(tied.text):
        if weaver.length:
            weaver.put(" ")
        weaver.take_all(cut(tied, found.start(), found.end()))
    return weaver.done()


def as_markup(tied: Tied) -> Tied:
    """Return a plain text as HTML: the three signs that would be read as markup are written as entities."""
    weaver, at = Weaver(), 0
    for found in _SIGNS.finditer(tied.text):
        weaver.take_all(cut(tied, at, found.start()))
        _take_at(tied, found.start(), found.end(), _WRITTEN[found.group()], weaver)
        at = found.end()
    weaver.take_all(cut(tied, at, len(tied.text)))
    return weaver.done()


def _take_at(tied: Tied, start: int, end: int, words: str, weaver: Weaver) -> None:
    """Add words that are another way to write `text[start:end]`."""
    place = tied.place(start, end)
    if place is None:
        weaver.put(words)
    else:
        weaver.take(words, *place)
