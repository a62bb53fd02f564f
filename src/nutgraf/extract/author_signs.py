# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Every place of a page that says who wrote its text; here, what a reader sees in its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from nutgraf.extract.author_claims import in_data, in_tags
from nutgraf.extract.author_marks import FOREIGN, NO_NAME, marked_authors
from nutgraf.extract.authors import Evidence, Place
from nutgraf.extract.bylines import Byline, is_role, read_byline
from nutgraf.extract.day_forms import find_days
from nutgraf.extract.head import Head
from nutgraf.extract.lines import Line
from nutgraf.extract.person_names import is_first_name, is_known_person
from nutgraf.extract.scene import Scene
from nutgraf.extract.site_names import SiteNames
from nutgraf.extract.stamps import is_stamp
from nutgraf.extract.things import Things

_SIGNED = re.compile(
    r"^(?:(?:written|words|text|story|reported|posted|published|interview|opinion|analysis|review|article|column|essay) by\b|by\b|(?-i:By(?=[A-Z]))|author(?:s|\(s\))?\b|written\b|von\b|par\b|por\b"
    r"|autor(?:innen|en|in|a|e)?\b|auteure?\b|a cura di|(?-i:[dD]i [A-Z])|авторы?\b|текст\b|contributors?\b|door\b|(?-i:[aA][vf] [A-Z])|tekst\b|text\b)",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"(?:^|[\s|•·,–-])(?i:(?:posted |written |published )?by|von|par|por|av|af|door|di|autor(?:in)?:?|author:?)\s+[A-Z]"
)
_ENDS = re.compile(r"\s*[|•·—–]\s*|,\s(?=[A-Z])|\sin\s")
_BLOG = re.compile(
    r"(?:['’]s?)?\s*(?:(?:web)?blog|website|site|notes|homepage|weblog|newsletter|journal)?$", re.IGNORECASE
)
_UNSEEN = ("hidden", "nav", "footer", "figure")
_LONGEST = 200
_LONGEST_LATE = 120
_LONGEST_DESK = 60
_LONGEST_NEXT = 100
_MOSTLY_DATE = 60
_MOST = 40
"""Bylines kept of a page; one with more is a list of texts."""
_CLOSE = 3
"""Lines above a title in which a bare name is still the author's."""


def find_authors(head: Head, things: Things, scene: Scene) -> list[Evidence]:
    """Return every place that names somebody as the author; weak ones only where no other names a person."""
    told = [*marked_authors(scene), *islice(_printed(scene), _MOST), *in_data(things), *in_tags(head)]
    told = [one for one in (_without_site(one, scene.site) for one in told) if one.byline]
    if any(one.byline.persons for one in told):
        return told
    told += _beside(scene)
    return told if told else [*_owner(scene)]


def _without_site(one: Evidence, site: SiteNames) -> Evidence:
    """A name that is the site's own is nobody's: the outlet signs."""
    firms = tuple(name for name in one.byline.persons if site.is_site(name))
    persons = tuple(name for name in one.byline.persons if name not in firms)
    others = (*one.byline.others, *firms)
    outlet = not persons and all(map(site.is_site, others))
    return replace(one, byline=replace(one.byline, persons=persons, others=others), outlet=outlet)


def _printed(scene: Scene) -> Iterator[Evidence]:
    """Lines that a reader sees as a byline: "By ...", "Written by" over a name; near the title or after the text."""
    own = scene.lines[scene.zone.title].scope if scene.zone.title is not None else None
    for at, line in enumerate(scene.lines):
        near = scene.zone.first <= at <= scene.zone.last
        if not _may_sign(line, near) or not (scene.zone.heads(line.start) or _is_own(line, own)):
            continue
        byline = _read(scene.lines, at)
        if near and byline and (byline.persons or len(line.words) < _LONGEST_DESK):
            yield Evidence(byline, Place.PRINTED, "a byline printed near the title", line.start, line.end)
        elif not near and any(map(is_known_person, byline.persons)):
            yield Evidence(byline, Place.ELSEWHERE, "a byline printed on the page", line.start, line.end)


def _may_sign(line: Line, near: bool) -> bool:
    if len(line.words) > _LONGEST or line.region in _UNSEEN:
        return False
    signed = _SIGNED.match(line.words) is not None or (near and _signs_late(line.words))
    return signed and not NO_NAME.search(line.words[:80])


def _is_own(line: Line, scope: int | None) -> bool:
    """Whether a line away from the title stands in the same article element, and in no box of other texts."""
    return FOREIGN.isdisjoint(line.boxes) and scope in (None, line.scope)


def _read(lines: list[Line], at: int) -> Byline:
    """The byline of a line; of one that is a label alone, the name in the next."""
    byline = read_byline(lines[at].words)
    below = lines[at + 1].words if at + 1 < len(lines) else ""
    if not byline and len(below) <= _LONGEST_NEXT:
        named = read_byline(below)
        return replace(named, others=tuple(name for name in named.others if is_first_name(name)))
    return byline if byline.labelled or _signs_late(lines[at].words) else Byline()


def _signs_late(words: str) -> bool:
    """A byline behind a date ("12 March 2031 by Ann Bell")."""
    return len(words) <= _LONGEST_LATE and _LATE.search(words) is not None and bool(find_days(words))


def _beside(scene: Scene) -> Iterator[Evidence]:
    """A line that is a bare name, right beside a date or a role, near the title."""
    lines, zone = scene.lines, scene.zone
    first = zone.first if zone.title is None else max(zone.first, zone.title - _CLOSE)
    for at in range(first, min(zone.last + 1, len(lines))):
        line = lines[at]
        if len(line.words) > _LONGEST_LATE or line.region in _UNSEEN or line.tag[:1] == "h":
            continue
        if not NO_NAME.search(line.words) and _is_bare_name(lines, at):
            how = "a name beside the date near the title"
            yield Evidence(read_byline(line.words), Place.BESIDE, how, line.start, line.end)


def _is_bare_name(lines: list[Line], at: int) -> bool:
    words = lines[at].words
    ends = _ENDS.split(words)
    if find_days(words) and (is_known_person(ends[0]) or is_known_person(ends[-1])):
        return True
    around = [lines[other].words for other in (at - 1, at + 1, at + 2) if 0 <= other < len(lines)]
    return is_known_person(words) and any(_is_date(near) or is_role(near) for near in around)


def _is_date(words: str) -> bool:
    """A line that a date is most of."""
    return is_stamp(words) or (len(words) <= _MOSTLY_DATE and bool(find_days(words)))


def _owner(scene: Scene) -> Iterator[Evidence]:
    """A site that bears a person's name is that person's: "Ann Bell", "Ann Bell's blog"."""
    for name in scene.site.printed:
        bare = _BLOG.sub("", name)
        if is_known_person(bare):
            yield Evidence(read_byline(bare), Place.ELSEWHERE, "the site bears a person's name")
            return
