"""Boxes in and beside a text that are not of it: what class names tell, and where the text itself stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nutgraf.extract.furniture import is_button
from nutgraf.extract.lines import Line

COMMENTS = frozenset(
    """
    comment comments respond kommentar kommentare leserkommentare commentaire commentaires comentario comentarios
    commenti reacties kommentarer komentarze
    """.split()
)
"""Words of class names and ids that name a box of readers' comments."""
QUIET = COMMENTS | frozenset(
    """
    newsletter newsletters share sharing social breadcrumb breadcrumbs crumb crumbs subscribe subscription
    subscriptions advert adverts advertisement ad ads adslot adunit sponsored sponsor poll polls quiz survey gate
    paywall barrier regwall meter cookie cookies consent cmp gdpr modal popup overlay toolbar login signin signup
    ticker navbar topbar menu tags topics keywords bio offer offers donate donation membership upsell shop anzeige
    werbung publicite publicidad
    """.split()
)
"""Those that name boxes in which no teaser stands."""
FOREIGN = QUIET | frozenset(
    """
    related promo promos promoted promotion teaser teasers recommend recommended recommendation recommendations
    sponsors widget widgets dock sidebar rail trending popular recirc recirculation onward outbrain taboola factbox
    infobox callout links more side aside recommends partners
    """.split()
)
"""Those that name a box of the page; each is weighed against where the text stands."""
_DEEPEST = 16
_MOST = 0.3
"""A word that names boxes with more of the text than this names no foreign box on this page."""


def without_buttons(line: Line) -> tuple[Line, ...]:
    """Return a line in pieces where buttons that are links stand behind its last sentence ("Print this page")."""
    end, pieces = len(line.words), []
    for start, stop in reversed(line.links):
        if start == 0 or line.words[stop:end].strip(" \xa0|·•") or not is_button(line.words[start:stop]):
            break
        pieces.append(line.piece(start, stop))
        end = start
    while end and line.words[end - 1] in " \xa0|·•":
        end -= 1
    return (line.piece(0, end), *reversed(pieces)) if pieces and end else (line,)


def nested(above: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return the box words of an element inside others, the innermost kept where there are many."""
    return (*above, *own)[-_DEEPEST:] if own else above


def foreign_words(lines: list[Line], own: Iterable[int], title: int | None) -> frozenset[str]:
    """Return the box words that hold on this page: those of boxes with little of its text (`own`: its line numbers)."""
    weights: Counter[str] = Counter()
    total = 0
    around = Counter(lines[title].boxes) if title is not None else Counter()
    for at in own:
        total += len(lines[at].words)
        for word in Counter(lines[at].boxes) - around:
            weights[word] += len(lines[at].words)
    return frozenset(word for word in FOREIGN if weights[word] <= _MOST * total)


@dataclass(frozen=True, slots=True)
class Boxes:
    """What names of boxes hold on a page, and in which elements with such names its title stands."""

    held: frozenset[str] = FOREIGN
    around: tuple[str, ...] = ()

    def foreign(self, line: Line) -> bool:
        """Tell whether a line stands in a box that the title does not stand in."""
        return bool(self._names(line))

    def quiet(self, line: Line) -> bool:
        """Tell whether a line stands in a box in which no teaser stands."""
        return bool(QUIET.intersection(self._names(line)))

    def _names(self, line: Line) -> list[str]:
        if not line.boxes:
            return []
        own = Counter(line.boxes) - Counter(self.around) if self.around else line.boxes
        return [word for word in own if word in self.held]
