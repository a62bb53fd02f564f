"""Who wrote a text as the page declares it where no reader looks: JSON-LD and meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.extract.authors import Evidence, Place
from nutgraf.extract.bylines import Byline, read_byline
from nutgraf.extract.head import Head
from nutgraf.extract.person_names import name_of_slug
from nutgraf.extract.signposts import slug_of
from nutgraf.extract.things import Maker, Things

_METAS = tuple(
    """
    author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author
    cxenseparse:author byl article:author_name og:author author-name mediator_author
    """.split()
)
_WEAK = ("creator", "twitter:creator", "twitter:data1", "dc.contributor")
_ACCOUNT = re.compile(
    r"admin|administrator|editor|webmaster|user\d*|root|guest|anonymous|staff|author|unknown|null|undefined|none|wordpress",
    re.IGNORECASE,
)
_LONGEST = 80
_LONGEST_ACCOUNT = 40


def in_data(things: Things) -> Iterator[Evidence]:
    """Yield the authors of the text in the page's JSON-LD."""
    for thing in things.own:
        byline = _joined([_made(maker) for maker in thing.makers])
        if byline:
            yield Evidence(byline, Place.DATA if thing.article else Place.META, "author in the page's JSON-LD")


def in_tags(head: Head) -> Iterator[Evidence]:
    """Yield the authors in meta tags."""
    for name in (*_METAS, *_WEAK):
        values = [value for value in head.metas.get(name, ()) if not value.startswith("@")]
        values = [_first_name_first(value) for value in values] if name == "citation_author" else values
        byline = _joined([_made(Maker(value, "")) for value in values])
        if byline:
            yield Evidence(byline, Place.META if name in _METAS else Place.WEAK_META, f"meta tag {name}")


def _first_name_first(name: str) -> str:
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if first.strip() and "," not in first else name


def _joined(bylines: list[Byline]) -> Byline:
    persons = tuple(name for one in bylines for name in one.persons)
    return Byline(persons, tuple(name for one in bylines for name in one.others))


def _made(maker: Maker) -> Byline:
    """Whom one author of JSON-LD or of a meta tag names; an account's name gives way to the name in its address."""
    name = maker.name
    if name.startswith(("http", "www.")):
        slug = name_of_slug(slug_of(name) or "")
        return Byline((slug,) if slug else ())
    if "rganization" in maker.kind:
        return Byline((), (name,)) if len(name) <= _LONGEST else Byline()
    found = read_byline(name)
    if found.persons:
        return found
    if _ACCOUNT.fullmatch(name):
        return Byline()
    return _account(maker) if len(name.split()) == 1 else found


def _account(maker: Maker) -> Byline:
    name = maker.name
    slug = name_of_slug(slug_of(maker.address) or "")
    if slug and slug.replace(" ", "").lower() != name.lower():
        return Byline((slug,))
    return Byline((), (name,)) if 2 < len(name) <= _LONGEST_ACCOUNT and "@" not in name else Byline()
