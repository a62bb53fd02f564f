# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Elements of a page that markup, a link or a class name makes an author's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.extract.authors import Evidence, Place, once
from nutgraf.extract.bylines import Byline, read_byline
from nutgraf.extract.plain import plain_words
from nutgraf.extract.scene import Scene
from nutgraf.extract.signposts import AUTHOR, Signpost
from nutgraf.extract.title_zone import text_of_post

FOREIGN = frozenset(
    """
    related recommended comment comments respond trending popular recirc taboola outbrain onward promo promos teaser
    teasers
    """.split()
)
"""Boxes whose names belong to other texts."""
NO_NAME = re.compile(
    r"getty|shutterstock|alamy|unsplash|istock|photo|credit|image|adobe|view |more |read |all posts|articles? by|follow|about|profile|share|subscribe",
    re.IGNORECASE,
)
"""Words of a line that names no author: a picture's credit, a button."""
_OTHER_WORK = re.compile(
    r"(?:review|edit|fact[- ]?check|check|test|translat|photo|image|illustrat|video|graphic|medical|approv|verif|updat|foto|redigier|traduc|tradui|kuva)\w*[^\n]{0,20}\b(?:by|von|par|por|av|af|door|:)\W*$"
    r"|\b(?:editor|reviewer|photographer|translator|foto|photo|image|credit|edited|reviewed|fact[- ]checked|comments?|related|source)\b\W*$",
    re.IGNORECASE,
)
_OTHER_WORKER = re.compile(
    r"\W*(?:(?:medically |expert )?(?:review|edit|fact[- ]?check|test|translat|photo|image|illustrat)\w*|photo credit)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;&|/•·+–-]*(?:\b(?:and|und|et|y|e|og|och|en|with|by)\b)?[\s,;&|/•·+–-]*", re.IGNORECASE)
_BEFORE = 220
_MOST = 40
_LINES = 8
_LONGEST = 200
_SHORT = 80
_GAP = 20


def marked_authors(scene: Scene) -> Iterator[Evidence]:
    """Yield what elements of an author say, and names in such elements that stand side by side as one byline."""
    near: list[Evidence] = []
    posts = [post for post in scene.posts if AUTHOR in post.kinds and not post.hidden and post.region != "figure"]
    for post in posts[:_MOST]:
        inside = scene.zone.holds(post.start)
        foreign = not FOREIGN.isdisjoint(post.boxes) or post.region in ("nav", "footer")
        one = _of_post(scene, post, inside) if scene.zone.heads(post.start) or not foreign else None
        if one is not None:
            near.extend([one] if inside else ())
            yield one
    yield from _together(scene, near)


def _of_post(scene: Scene, post: Signpost, inside: bool) -> Evidence | None:
    valued = post.value and not post.value.startswith("http")
    words = post.value if valued else text_of_post(scene.source, post)
    byline = _read(words)
    if not byline.persons and not (byline.others and inside):
        return None
    if _OTHER_WORKER.match(words) or _OTHER_WORK.search(_words_before(scene.source, post)):
        return None
    where = "near" if inside else "away from"
    return Evidence(byline, _place(post, byline, inside), f"{_named(post)} {where} the title", post.start, post.end)


def _place(post: Signpost, byline: Byline, inside: bool) -> Place:
    if not inside:
        return Place.ELSEWHERE
    if byline.labelled:
        return Place.PRINTED
    return Place.LINKED if post.href or post.strong else Place.NEAR


def _named(post: Signpost) -> str:
    if post.strong:
        return "author markup"
    return "a link to an author's page" if post.href else "an element named as the author's"


def _words_before(source: str, post: Signpost) -> str:
    """The words before an element, which may say that this one edited, reviewed, tested or photographed."""
    before = source[max(0, post.start - _BEFORE) : post.start]
    before = before[: before.rfind("<")] if "<" in before else before
    return plain_words(before[before.find(">") + 1 :] if "<" in before else before)[-60:]


def _read(words: str) -> Byline:
    """The byline in an element of an author: the whole of a short one, else its first line that names somebody."""
    lines = [line for line in words.split("\n")[:_LINES] if not NO_NAME.search(line)]
    if sum(map(len, lines)) <= _LONGEST:
        whole = read_byline(" , ".join(lines))
        if whole.persons:
            return whole
    found = [read_byline(line) for line in lines]
    person = next((one for one in found if one.persons), None)
    if person is not None:
        return person
    other = next((one for one in found if one.others), None)
    return other if other is not None and len(words) <= _SHORT else Byline()


def _together(scene: Scene, near: list[Evidence]) -> Iterator[Evidence]:
    """Names in elements of their own with nothing but "and" or a comma between them: one byline of several."""
    single = [one for one in near if one.byline.persons and one.start is not None]
    group: list[Evidence] = []
    for one in sorted(single, key=lambda one: one.start or 0):
        if group and (one.start or 0) <= (group[-1].end or 0):
            continue
        if group and _joins(scene.source[group[-1].end or 0 : one.start or 0]):
            group.append(one)
            continue
        yield from _group(group)
        group = [one]
    yield from _group(group)


def _joins(source: str) -> bool:
    """Whether nothing but "and" or a comma stands between two elements; the second's own tag is left out."""
    gap = plain_words(source[: source.rfind("<")] if "<" in source else source)
    return len(gap) < _GAP and _BETWEEN.fullmatch(gap) is not None


def _group(group: list[Evidence]) -> Iterator[Evidence]:
    names = once(tuple(name for one in group for name in one.byline.persons))
    if len(group) > 1 and len(names) > 1:
        place = max(one.place for one in group)
        yield Evidence(Byline(names), place, "names side by side near the title", group[0].start, group[-1].end)
