"""Whether a page says that its text is free to read."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.extract.found import Candidate
from nutgraf.extract.head import Head
from nutgraf.extract.signposts import LOCKED, Signpost
from nutgraf.extract.things import Things

_TIERS = (
    "article:content_tier",
    "og:article:content_tier",
    "content_tier",
    "content-tier",
    "parsely-content-tier",
    "cxenseparse:content_tier",
)
_LOCKED = frozenset("locked premium paid subscriber subscribers paywall abo plus".split())
_FREE = frozenset("free open public".split())
_TRUE, _FALSE = ("true", "1", "yes"), ("false", "0", "no")
_FLAGS = (
    "paywall",
    "paywalled",
    "is_paywalled",
    "ispaywalled",
    "premium",
    "is-premium",
    "dpa:paywall",
    "paid_content",
    "cxenseparse:paywall",
)


def find_access(head: Head, things: Things, posts: list[Signpost]) -> Iterator[Candidate]:
    """Yield "yes" or "no" for every place that says whether the text is free to read, the surest first."""
    for thing in things.own:
        if thing.free is not None:
            yield Candidate("yes" if thing.free else "no", "isAccessibleForFree in the page's JSON-LD")
    for value in head.metas.get("isaccessibleforfree", ()):
        yield Candidate("no" if value.lower() == "false" else "yes", "meta tag isAccessibleForFree")
    yield from _tiers(head)
    for name in _FLAGS:
        for value in head.metas.get(name, ()):
            if value.lower() in (*_TRUE, *_FALSE):
                yield Candidate("no" if value.lower() in _TRUE else "yes", f"meta tag {name}")
    wall = next((post for post in posts if LOCKED in post.kinds), None)
    if wall is not None:
        why_not = "such an element stands on free pages, too"
        yield Candidate("no", "an element named as a paywall", wall.start, max(wall.start, wall.end), why_not)


def _tiers(head: Head) -> Iterator[Candidate]:
    """What tier of its content an outlet counts the text to."""
    for name in _TIERS:
        for value in head.metas.get(name, ()):
            tier = value.lower().strip()
            if tier == "metered":
                yield Candidate("no", f"meta tag {name}: {tier}", why_not="metered: free up to a number of texts")
            elif tier in _LOCKED or tier in _FREE:
                yield Candidate("no" if tier in _LOCKED else "yes", f"meta tag {name}: {tier}")
