"""Elements whose attributes name a field of an article (microdata, links to an author's page, class names, times)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

MOST = 600
"""Elements kept per page; a page with more is a list, and the article's own stand before its end."""
AUTHOR, PUBLISHED, MODIFIED, MOMENT, CRUMBS, LOCKED = "author", "published", "modified", "moment", "crumbs", "locked"
"""Kinds of signpost; a moment is a time that is said to be of nothing."""
_PROPERTIES = {
    "author": AUTHOR, "creator": AUTHOR, "datepublished": PUBLISHED, "datecreated": PUBLISHED, "datemodified": MODIFIED,
    "dc:creator": AUTHOR, "dc:date": PUBLISHED, "dct:modified": MODIFIED,
    "schema:author": AUTHOR, "schema:datepublished": PUBLISHED, "schema:datemodified": MODIFIED,
}  # fmt: skip
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_AUTHORS = frozenset(
    """
    author authors byline bylines writer writers contributor contributors reporter journalist columnist vcard creator
    autor autoren autore auteur auteurs verfasser redakteur firma signature credit
    """.split()
)
_NO_AUTHORS = frozenset(
    """
    bio biography avatar image img photo picture pic thumb thumbnail icon social links twitter follow description desc
    more related archive comment comments commenter respond reply title role job position headshot media figure
    caption count list guest card cards teaser recommended signup subscribe form search menu nav
    """.split()
)
_MOMENTS = frozenset(
    """
    date dates dateline datetime time timestamp published pubdate publish publication posted updated modified datum
    fecha datepublished datemodified publishdate postdate pubtime publishtime
    """.split()
)
_NO_MOMENTS = frozenset(
    """
    picker comment comments event events reading readtime read duration countdown timer runtime weather copyright
    related recommended video player update
    """.split()
)
_PUBLISHED = frozenset("published pubdate publish posted datepublished publishdate postdate pubtime".split())
_MODIFIED = frozenset("updated modified datemodified".split())
_TITLED = ("abbr", "time", "span")
"""Elements whose `title` holds a time for machines."""
_CRUMBS = frozenset("breadcrumb breadcrumbs crumb crumbs".split())
_LOCKS = frozenset("paywall paywalled regwall barrier".split())
_AUTHOR_PAGES = frozenset(
    """
    author authors by byline bylines people staff profile profiles journalist journalists reporter reporters
    contributor contributors writer writers columnist columnists correspondent correspondents our-team team autor
    autoren autori autore autores autora autory auteur auteurs redaktion redakteur redakteure redacteur redacteurs
    skribent forfatter journaliste journalistes periodista periodistas firma firmas firme giornalisti profil person
    personen expert experts creator creators blog-authors
    """.split()
)
"""Parts of an address behind which a person's name follows."""
_DEEPEST = 4
"""How many parts from its end an address may name an author's page."""
_PATH_END = re.compile(r"[?#]")


class Named(NamedTuple):
    """What a start tag's attributes name: kinds of field, whether markup for machines does, a value and an address."""

    kinds: tuple[str, ...]
    strong: bool
    value: str
    href: str


@dataclass(slots=True)
class Signpost:
    """An element that names a field: what kinds of it, its own value if an attribute holds one, and where it stands.

    `start` and `end` bound its inner text on the decoded page, `strong` is true where markup made for machines says
    so (microdata, `rel`, `time`), not a class name alone; `region`, `hidden`, `boxes` and `scope` are as of lines.
    """

    kinds: tuple[str, ...]
    name: str
    start: int
    value: str
    strong: bool
    href: str
    region: str
    hidden: bool
    boxes: tuple[str, ...]
    scope: int
    end: int = -1


def read_named(name: str, attributes: dict[str, str]) -> Named | None:
    """Return what the attributes of a start tag name, if anything.

    Read for every spelling of a tag: what most tags have is looked at first, and costs a look into a table.
    """
    kinds, strong = _by_markup(name, attributes)
    names, own = attributes.get("class"), attributes.get("id")
    if names or own:
        kinds += tuple(kind for kind in _by_class(names or "", own or "") if kind not in kinds)
    href = attributes.get("href") if name == "a" else None
    if href and not _AUTHOR_PAGES.isdisjoint(href[:300].lower().split("/")) and slug_of(href):
        kinds += () if AUTHOR in kinds else (AUTHOR,)
    elif not strong:
        href = None
    if not kinds:
        return None
    value = attributes.get("content") or attributes.get("datetime") or ""
    if not value and name in _TITLED:
        value = attributes.get("title", "")
    return Named(kinds, strong, value[:300], (href or "")[:300])


def slug_of(href: str) -> str | None:
    """Return the last part of an address that leads to an author's page ("jane-doe" of "/author/jane-doe/")."""
    parts = _PATH_END.split(href[:300])[0].rstrip("/").split("/")
    named = any(part.lower() in _AUTHOR_PAGES for part in parts[-_DEEPEST:-1])
    return parts[-1] if named and len(parts[-1]) > 1 else None


def _by_markup(name: str, attributes: dict[str, str]) -> tuple[tuple[str, ...], bool]:
    """What markup for machines says: microdata, RDFa, `rel`, a `time` element."""
    named = attributes.get("itemprop") or (attributes.get("property") if name != "meta" else None)
    kinds = tuple(kind for word in named.lower().split()[:4] if (kind := _PROPERTIES.get(word))) if named else ()
    if name == "a" and "author" in attributes.get("rel", "").lower().split():
        kinds += (AUTHOR,)
    if name == "time" and not kinds:
        kinds = (PUBLISHED if "pubdate" in attributes else MOMENT,)
    return kinds, bool(kinds)


@lru_cache(maxsize=16384)
def _by_class(names: str, number: str) -> tuple[str, ...]:
    """What the words of a class name and id say ("post-author", "entryDate")."""
    own = frozenset(match.group().lower() for match in _TOKEN.finditer(f"{names[:200]} {number[:60]}"))
    kinds: list[str] = []
    if own & _AUTHORS and not own & _NO_AUTHORS:
        kinds.append(AUTHOR)
    if own & _MOMENTS and not own & _NO_MOMENTS:
        published, modified = bool(own & _PUBLISHED), bool(own & _MODIFIED)
        kinds.append(MOMENT if published == modified else PUBLISHED if published else MODIFIED)
    if own & _CRUMBS:
        kinds.append(CRUMBS)
    if own & _LOCKS:
        kinds.append(LOCKED)
    return tuple(kinds)
