"""A page while it is written, and how it looks in the end: empty lines, wrapped lines, bullets, underlined titles."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """Words with their label; `article` and `teaser` are the numbers they belong to; `glued` to the piece before."""

    words: str
    label: str
    article: int | None
    teaser: int | None
    gap: bool
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the finished page with its label."""

    start: int
    end: int
    label: str
    article: int | None
    teaser: int | None


@dataclass(slots=True)
class Looks:
    """How a page looks: `gaps` is `written`, `none` or `all`; `paragraphs` whether an empty line parts them."""

    gaps: str = "written"
    paragraphs: bool = True
    bullet: str = "- "
    wrap: int = 0
    under: bool = False
    hashes: bool = False
    menu: str = ""
    indent: str = ""


def disturb(pieces: list[Piece], dice: random.Random, extra: Callable[[], str]) -> list[Piece]:
    """Drop some lines around the texts and put strange ones between: no frame foresees what sites do."""
    drop, add = dice.choice((0.0, 0.0, 0.05, 0.12)), dice.choice((0.0, 0.0, 0.0, 0.02, 0.05))
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        glued = piece.glued or (at + 1 < len(pieces) and pieces[at + 1].glued)
        if piece.label in "fbmocdxCMX" and not glued and dice.random() < drop:
            continue
        if add and not piece.glued and dice.random() < add:
            kept.append(Piece(extra(), "f", None, None, piece.gap))
        kept.append(piece)
    return kept


@dataclass(slots=True)
class Sheet:
    """The pieces of a page in order."""

    pieces: list[Piece] = field(default_factory=list)

    def finish(self, looks: Looks) -> tuple[str, tuple[Mark, ...]]:
        """Return the page's text and its marks."""
        out: list[str] = []
        marks: list[Mark] = []
        length = 0
        for at, piece in enumerate(self.pieces):
            before, after = self._around(at, looks)
            start = length + len(before)
            words = _wrapped(piece.words, looks) if piece.label in "plxd" else piece.words
            out += [before, words, after]
            length = start + len(words) + len(after)
            marks.append(Mark(start, start + len(words), piece.label, piece.article, piece.teaser))
        return "".join(out) + "\n", tuple(marks)

    def _around(self, at: int, looks: Looks) -> tuple[str, str]:
        piece = self.pieces[at]
        if piece.glued or at == 0:
            return "", ""
        last = self.pieces[at - 1].label
        gap = piece.gap
        if piece.label in "ph" and last in "ph":
            gap = looks.paragraphs
        gap = {"none": False, "all": True}.get(looks.gaps, gap)
        if piece.label == "l" and last == "l" and looks.gaps != "all":
            gap = False
        mark = looks.bullet if piece.label == "l" else looks.indent
        if piece.label == "f" and last == "f" and looks.menu and len(piece.words) < 25:
            mark = looks.menu
        if looks.hashes and piece.label in "th":
            mark = "# " if piece.label == "t" else "## "
        line = "-" if piece.label == "t" else "~"
        after = "\n" + line * min(72, len(piece.words)) if looks.under and piece.label in "t" else ""
        return ("\n\n" if gap else "\n") + mark, after


def _wrapped(words: str, looks: Looks) -> str:
    if not looks.wrap or len(words) <= looks.wrap:
        return words
    return "\n".join(textwrap.wrap(words, looks.wrap, break_long_words=False, break_on_hyphens=False))
