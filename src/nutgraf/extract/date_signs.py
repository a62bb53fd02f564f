"""The times that a reader sees on a page: marked elements, dates printed near the title, labelled ones elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from nutgraf.extract.bylines import read_byline
from nutgraf.extract.date_claims import in_address, in_data, in_scripts, in_tags
from nutgraf.extract.date_labels import POSTED, PUBLISHED_WORDS, UPDATED_WORDS, is_change
from nutgraf.extract.dated import NOWHERE, Dated, Where, read_moment
from nutgraf.extract.day_forms import Day, find_days
from nutgraf.extract.head import Head
from nutgraf.extract.lines import Line
from nutgraf.extract.plain import plain_words
from nutgraf.extract.scene import Scene
from nutgraf.extract.signposts import MODIFIED, MOMENT, PUBLISHED, Signpost
from nutgraf.extract.things import Things
from nutgraf.extract.title_zone import Zone, text_of_post

_FOREIGN = frozenset(
    """
    related recommended recommendations comment comments respond trending popular recirc recirculation taboola outbrain
    onward promo promos teaser teasers ticker events more
    """.split()
)
ABOVE = 3
"""Lines above a title in which a date is still the text's own."""
_HIGHEST = 12
_DIGIT = re.compile(r"\d")
_LABELS = (re.compile(rf"^(?:{PUBLISHED_WORDS.pattern}|{UPDATED_WORDS.pattern})", re.IGNORECASE), POSTED)
_LONGEST = 160
_LONE = 60
_SHORT = 90
_LABEL = 30
_BEFORE = 260
_MOST = 60
_KINDS = frozenset((PUBLISHED, MODIFIED, MOMENT))


def find_dates(head: Head, things: Things, scene: Scene) -> list[Dated]:
    """Return every time the page gives, in the order in which it is looked for."""
    told = [
        *in_data(things),
        *in_tags(head),
        *_marked(scene),
        *islice(_printed(scene), _MOST),
        *in_address(scene.address),
    ]
    usable = [one for one in told if one.why_not is None]
    if scene.scripts is not None and all(one.modified for one in usable):
        told += [] if usable else in_scripts(scene.source, scene.scripts)
        told += _alone(scene)
    return told


def _marked(scene: Scene) -> Iterator[Dated]:
    """`time` elements, microdata and elements named as dates."""
    posts = [post for post in scene.posts if not post.hidden and not _KINDS.isdisjoint(post.kinds)]
    for post in posts[:_MOST]:
        words = text_of_post(scene.source, post, 600) if post.end > post.start or not post.value else ""
        plain = words.replace("\n", " ")[:_LONGEST]
        days = find_days(plain, scene.order) if len(plain) < _LONGEST else ()
        before = "" if post.strong and MOMENT not in post.kinds else _words_before(scene.source, post)
        value = read_moment(post.value, scene.order)
        if value is not None:
            inner = plain[: days[0].start] if days else ""
            yield _of_post(scene, post, Day(value, 0, 0), f"{before} {inner}")
            continue
        for day in days[:2]:
            if _whole(day):
                yield _of_post(scene, post, day, f"{before} {plain[: day.start]}")


def _of_post(scene: Scene, post: Signpost, day: Day, label: str) -> Dated:
    far = _distance(scene, post.start)
    near = -_HIGHEST <= far < NOWHERE
    told = PUBLISHED_WORDS.search(label) is not None
    change = is_change(label, MODIFIED in post.kinds and PUBLISHED not in post.kinds)
    return Dated(
        day.value,
        change,
        Where.NEAR if near else Where.ELSEWHERE,
        f"{_named(post)} {'near' if near else 'away from'} the title",
        (post.strong and MOMENT not in post.kinds) or told or change,
        post.start,
        max(post.end, post.start),
        _foreign(post.region, post.boxes, scene.zone.heads(post.start)) or _above(far, told or post.strong),
        day.either,
        far,
    )


def _whole(day: Day) -> bool:
    return not day.value.startswith("--")


def _distance(scene: Scene, start: int) -> int:
    """How many lines below the title a place is; `NOWHERE` outside its zone."""
    zone = scene.zone
    if zone.title is None or not zone.holds(start):
        return NOWHERE
    at = next((at for at in range(zone.first, zone.last + 1) if scene.lines[at].end >= start), zone.last)
    return at - zone.title


def _words_before(source: str, post: Signpost) -> str:
    """The words on the same line before an element, after any date before it."""
    before = source[max(0, post.start - _BEFORE) : post.start]
    before = before[: before.rfind("<")] if "<" in before else before
    words = plain_words(before[before.find(">") + 1 :] if "<" in before else before).rsplit("\n", 1)[-1][-60:]
    dated = find_days(words)
    return words[dated[-1].end :] if dated else words


def _named(post: Signpost) -> str:
    if post.name == "time":
        return "the time element"
    return "markup" if post.strong else "an element named as a date"


def _above(far: int, labelled: bool) -> str | None:
    """Well above the title, pages print the day of the edition or simply today's."""
    return "it stands well above the title, where pages print today's date" if far < -ABOVE and not labelled else None


def _foreign(region: str, boxes: tuple[str, ...], above: bool) -> str | None:
    """Why a date that is not `above` the text, by the title, cannot be its own, where boxes round it say so."""
    words = _FOREIGN.intersection(boxes)
    if words and not above:
        return f'it stands in a box named "{min(words)}"'
    if region in ("nav", "footer") and not above:
        return f"it stands in the page's {region}"
    return None


def _printed(scene: Scene) -> Iterator[Dated]:
    """Dates in the words near the title, and labelled ones ("Published on ...") anywhere else."""
    lines = scene.lines
    for at, line in enumerate(lines):
        if len(line.words) > _LONGEST or line.region in ("hidden", "figure") or not _DIGIT.search(line.words):
            continue
        far = at - scene.zone.title if scene.zone.title is not None else NOWHERE
        near = _is_near(scene.zone, at, far, line)
        if not near and not any(form.search(line.words) for form in _LABELS):
            continue
        last = 0
        for day in find_days(line.words, scene.order)[:3]:
            label = line.words[last : day.start]
            if not last and not label.strip() and at > 0 and _is_label(lines[at - 1].words):
                label = lines[at - 1].words
            last = day.end
            named = PUBLISHED_WORDS.search(label) or UPDATED_WORDS.search(label)
            if _whole(day) and (_is_lone(line.words, day) or named):
                yield _of_line(scene, line, day, label, far if near else NOWHERE)


def _is_near(zone: Zone, at: int, far: int, line: Line) -> bool:
    inside = zone.first <= at <= zone.last and (far >= -_HIGHEST or zone.title is None)
    return inside and (line.region not in ("nav", "footer") or (far >= 0 and zone.heads(line.start)))


def _of_line(scene: Scene, line: Line, day: Day, label: str, far: int) -> Dated:
    near = far < NOWHERE or (scene.zone.title is None and scene.zone.holds(line.start))
    change = is_change(label, otherwise=False)
    told = PUBLISHED_WORDS.search(label) is not None or change
    where = "near the title" if near else "on the page"
    return Dated(
        day.value,
        change,
        Where.NEAR if near else Where.ELSEWHERE,
        f'printed {where}: "{line.words[:60]}"',
        told,
        line.start,
        line.end,
        _foreign("", line.boxes, scene.zone.heads(line.start)) or _above(far, told),
        day.either,
        far,
    )


def _alone(scene: Scene) -> Iterator[Dated]:
    """The only day printed on the page, in a line that holds little else."""
    seen: dict[str, Dated] = {}
    for line in scene.lines[scene.zone.title or 0 :]:
        if not _may_date(line):
            continue
        day = next(iter(find_days(line.words, scene.order)), None)
        if day is not None and _whole(day) and _is_lone(line.words, day) and not UPDATED_WORDS.search(line.words):
            how = f'the only date printed on the page: "{line.words[:60]}"'
            place = (line.start, line.end)
            seen.setdefault(day.value, Dated(day.value, False, Where.ELSEWHERE, how, False, *place, None, day.either))
        if len(seen) > 1:
            return
    yield from seen.values()


def _may_date(line: Line) -> bool:
    if len(line.words) > _SHORT or line.region in ("hidden", "figure") or not _DIGIT.search(line.words):
        return False
    return _foreign(line.region, line.boxes, above=False) is None


def _is_label(words: str) -> bool:
    """Whether a line above a date says what it is the date of, and nothing else."""
    return len(words) < _LABEL and " by " not in words and not find_days(words) and not read_byline(words).persons


def _is_lone(words: str, day: Day) -> bool:
    """Whether a line is a date with little beside it: a byline, a clock time, a reading time."""
    return len(words) - (day.end - day.start) <= _LONE
