"""What the page tells about one of several texts on it: its own byline and times, and what JSON-LD lists of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from nutgraf.extract.author_signs import find_authors
from nutgraf.extract.authors import choose_authors
from nutgraf.extract.date_signs import find_dates
from nutgraf.extract.day_order import find_order
from nutgraf.extract.found import Choice, as_facts
from nutgraf.extract.head import Head
from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import NO_METADATA, Basis, Metadata, same_byline, told_times
from nutgraf.extract.page_dates import choose_times
from nutgraf.extract.scene import Scene
from nutgraf.extract.site_names import key_of
from nutgraf.extract.sorting import Marked
from nutgraf.extract.things import Things
from nutgraf.extract.title_zone import find_zone
from nutgraf.records.article import Field, Role

_ABOVE = 1_000
"""So many lines above a text are looked through for those of its element: a page may hold thousands of texts."""
_START = attrgetter("start")
_NO_HEAD = Head({}, None)


def read_unit(basis: Basis, marks: list[Marked], beside: Metadata = NO_METADATA, above: int = 0) -> Metadata:
    """Return who wrote one of several texts and when, from its own stretch of the page; the page's head tells of none.

    `beside` is what the page tells of all its texts, `above` where in the decoded page the text before this one ends.

    JSON-LD that lists several texts (the entries of a live blog) tells of the one whose headline is this title.
    """
    if not marks:
        return beside
    start, end = marks[0].line.start, max(mark.line.end for mark in marks)
    lines = _own_lines(basis, marks, (start, end), above)
    title = next((mark.line for mark in marks if mark.role is Role.TITLE), None)
    at = next((place for place, line in enumerate(lines) if title is not None and line.start == title.start), None)
    zone = find_zone(lines, at)
    first, last = lines[0].start, lines[-1].end
    posts = [post for post in basis.document.posts if first <= post.start < last]
    things = _of_title(basis.things, title.words if title is not None else None)
    order = find_order(beside.language, basis.address)
    scene = Scene(basis.source, lines, posts, zone, basis.site, order=order)
    authored = choose_authors(find_authors(_NO_HEAD, things, scene))
    times = choose_times(find_dates(_NO_HEAD, things, scene), basis.captured)
    author = ", ".join(authored.names) or None
    return replace(
        beside,
        author=author,
        published=times.published,
        modified=times.modified,
        desk=authored.desk,
        signers=", ".join((*authored.names, *authored.beside)) or None,
        told=(
            *beside.told,
            *as_facts(Field.BYLINE, authored.candidates, Choice(author, authored.sure), same_byline),
            *told_times(times),
        ),
    )


def bears_title(metadata: Metadata, marks: list[Marked]) -> bool:
    """Tell whether one of several texts stands under the page's own title: then the page's head tells of it."""
    titles = [mark.line for mark in marks if mark.role is Role.TITLE]
    key = key_of(metadata.title or "")
    return any(line.start == metadata.heading or (key and key_of(line.words) == key) for line in titles)


def _own_lines(basis: Basis, marks: list[Marked], span: tuple[int, int], bound: int) -> list[Line]:
    """The lines from the text's first to its last, and those of its own article element above, down from a bound.

    Lines are in the order of the page, and article elements are counted in it: one with a smaller number stands around.
    """
    lines, scope = basis.document.lines, marks[0].line.scope
    first, last = (bisect_left(lines, at, key=_START) for at in span)
    above = lines[max(bisect_left(lines, bound, key=_START), first - _ABOVE) : first] if scope else []
    inside = list(takewhile(lambda line: line.scope >= scope, reversed(above)))
    own = [line for line in reversed(inside) if line.scope == scope]
    return [*own, *lines[first:last]] or [mark.line for mark in marks]


def _of_title(things: Things, title: str | None) -> Things:
    key = key_of(title or "")
    own = tuple(thing for thing in (*things.own, *things.others) if key and key_of(thing.headline or "") == key)
    return Things(own[:1], (), things.sites)
