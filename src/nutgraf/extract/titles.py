"""The title of a page's text: a visible heading that the head of the page bears out, else what the head says."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.found import Candidate
from nutgraf.extract.furniture import is_button
from nutgraf.extract.head import Head
from nutgraf.extract.lines import Line
from nutgraf.extract.site_names import SiteNames, is_generic, key_of, parts_of, without_tail
from nutgraf.extract.things import Things

_METAS = (
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title",
    "cxenseparse:title", "article:title", "title", "headline", "mediator_title",
)  # fmt: skip
PAGE_TITLE = "the title of the page"
_HEADINGS = ("h1", "h2", "h3")
_LONGEST = 300
_PROSE = 140
_LIKE = 0.5
_SHOWN = 4
"""Headings kept beside the one chosen."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a reader sees: its words, its place among the lines, and its line's rank."""

    words: str
    at: int
    rank: int


@dataclass(frozen=True, slots=True)
class Titled:
    """The title chosen, the line that is it (`at`, where one is), and every title that the page gives."""

    title: str | None
    at: int | None
    candidates: tuple[Candidate, ...]


def choose_title(head: Head, things: Things, lines: list[Line], site: SiteNames) -> Titled:
    """Return the title of the page's text with the evidence for it."""
    told = _told(head, things)
    keys = _keys(told, site)
    headings = _headings(lines, keys)
    heading = _agreeing(headings, keys, site) or _alike(headings, told, site)
    shown = dict.fromkeys([*([heading] if heading else []), *headings[:_SHOWN]])
    candidates = (*told, *(_seen(one, lines) for one in shown))
    if heading is not None:
        return Titled(site.without_end(heading.words), heading.at, candidates)
    best = _best(told, site)
    if best is None:
        first = next((one for one in headings if one.rank == 1 and not _names_site(one, site)), None)
        return Titled(first.words if first else None, first.at if first else None, candidates)
    return Titled(best, None, candidates)


def _told(head: Head, things: Things) -> list[Candidate]:
    told = [Candidate(thing.headline, "headline in the page's JSON-LD") for thing in things.own if thing.headline]
    told += [Candidate(head.metas[name][0], f"meta tag {name}") for name in _METAS if name in head.metas]
    if head.title:
        told.append(Candidate(head.title, PAGE_TITLE))
    told += [
        Candidate(thing.name, "name in the page's JSON-LD") for thing in things.own if thing.name and thing.article
    ]
    return [one for one in told if len(one.value) <= 500]


def _keys(told: list[Candidate], site: SiteNames) -> dict[str, int]:
    """The keys that a heading may have to be borne out, the whole titles' first, and how many tell each."""
    keys: dict[str, int] = {}
    for one in told:
        for part in dict.fromkeys((site.without(one.value), one.value)):
            key = key_of(part)
            if key and not site.is_site(part):
                keys[key] = keys.get(key, 0) + 1
    return keys


def _headings(lines: list[Line], keys: dict[str, int]) -> list[Heading]:
    """Headings of the page in order, and lines above the first long paragraph that say what the head says."""
    found: list[Heading] = []
    prose = 0
    for at, line in enumerate(lines):
        if line.region in ("hidden", "nav", "footer") or not 1 < len(line.words) <= _LONGEST:
            prose += len(line.words) > _PROSE and line.region == ""
            continue
        if line.tag in _HEADINGS:
            found.append(Heading(_without_kicker(line, keys), at, int(line.tag[1])))
        elif prose < 1 and line.link < 0.5 and key_of(line.words) in keys and len(line.words.split()) > 1:
            found.append(Heading(line.words, at, 2))
        prose += len(line.words) > _PROSE and line.link < 0.5
    return found


def _without_kicker(line: Line, keys: dict[str, int]) -> str:
    """A heading without what stands in an element of its own before or after what the head calls the title."""
    if len(line.runs) < 2 or key_of(line.words) in keys:
        return line.words
    for run in line.runs[1:4]:
        if key_of(line.words[run.start :]) in keys:
            return line.words[run.start :].strip()
    for run in line.runs[-4:-1]:
        if key_of(line.words[: run.end]) in keys:
            return line.words[: run.end].strip()
    return line.words


def _names_site(heading: Heading, site: SiteNames) -> bool:
    words = heading.words
    return site.is_site(words) or is_generic(words) or (is_button(words) and heading.rank > 1)


def _agreeing(headings: list[Heading], keys: dict[str, int], site: SiteNames) -> Heading | None:
    """The heading that is a title of the head, whole or without the site's name."""
    ranked = sorted(headings, key=lambda one: one.rank)
    for one in ranked:
        agrees = key_of(one.words) in keys or (one.rank == 1 and key_of(site.without(one.words)) in keys)
        if agrees and not _names_site(one, site):
            return one
    return None


def _alike(headings: list[Heading], told: list[Candidate], site: SiteNames) -> Heading | None:
    """A first-rank heading that shares half of its words with a title of the head, or the only one there is."""
    first = [one for one in headings if one.rank == 1 and not _names_site(one, site)]
    bags = [frozenset(key_of(site.without(one.value)).split()) for one in told]
    for one in first:
        own = frozenset(key_of(one.words).split())
        parts = any(key_of(part) == key_of(one.words) for title in told for part in parts_of(title.value))
        if parts or any(len(own & bag) >= _LIKE * min(len(own), len(bag)) and own & bag for bag in bags if bag):
            return one
    long = [one for one in first if len(one.words.split()) >= 4]
    return long[0] if len(first) == 1 and long else None


def _best(told: list[Candidate], site: SiteNames) -> str | None:
    """What the head says, the site's name cut off, the whole before a cut one."""
    cut = [site.without(one.value) for one in told]
    cut = [
        without_tail(one, bars=whole.how != PAGE_TITLE) if one == whole.value else one
        for one, whole in zip(cut, told, strict=True)
    ]
    usable = [one for one in cut if one and not site.is_site(one) and not is_generic(one)]
    if not usable:
        return None
    best = usable[0].rstrip(" .…")
    dotted = usable[0].endswith(("...", "…"))
    longer = (one for one in usable[1:] if dotted and one.startswith(best) and not one.endswith(("...", "…")))
    return next(longer, usable[0])


def _seen(heading: Heading, lines: list[Line]) -> Candidate:
    line = lines[heading.at]
    return Candidate(heading.words, f"a heading of the page ({line.tag or 'plain'})", line.start, line.end)
