"""The times that a page declares where no reader looks: JSON-LD, meta tags, its address, its scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.extract.dated import Dated, Where, read_moment
from nutgraf.extract.head import Head
from nutgraf.extract.things import Things
from nutgraf.extract.tokens import Token

_PUBLISHED = tuple(
    """
    article:published_time og:article:published_time og:published_time article:published datepublished parsely-pub-date
    sailthru.date cxenseparse:recs:publishtime citation_publication_date citation_date citation_online_date
    dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date pubdate publishdate publish-date
    publish_date published-date published_date published_time publication_date publication-date publicationdate
    article.published article.created article_date_original originalpublicationdate created date_published displaydate
    pub_date ptime bt:pubdate shareaholic:article_published_time rnews:datepublished w-published-date cludo:date dc.date
    date
    """.split()
)
_MODIFIED = tuple(
    """
    article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified
    lastmod last-modified last_modified modified modified_time updated updated_time article.updated revised
    date_modified utime
    """.split()
)
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:[/-]|$)")
_RUN_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[_-]?(0[1-9]|1[0-2])[_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SCRIPT_DATE = re.compile(
    r"""(?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:at|date|time)|pub_?date|publication_?date|first_?published?(?:_?(?:at|date|on))?"""
    r"""|posted_?(?:at|on|date)|display_?date|date_?created|created_?(?:at|date|on))\\?["']\s*:\s*\\?["']((?:19|20)\d\d-\d\d-\d\d[^"'\\]{0,20})""",
    re.IGNORECASE,
)
_LARGEST = 300_000


def in_data(things: Things) -> Iterator[Dated]:
    """Yield the times of the text in the page's JSON-LD, then those of other texts that it lists."""
    for thing in things.own:
        where = Where.DATA if thing.article else Where.META
        for words, modified, key in ((thing.published, False, "datePublished"), (thing.modified, True, "dateModified")):
            value = read_moment(words)
            if value:
                yield Dated(value, modified, where, f"{key} in the page's JSON-LD")
    why_not = "it is the time of another text that the page lists"
    for thing in things.others:
        value = read_moment(thing.published)
        if value:
            yield Dated(value, False, Where.ELSEWHERE, "datePublished in the page's JSON-LD", why_not=why_not)


def in_tags(head: Head) -> Iterator[Dated]:
    """Yield the times in meta tags, the surest tags first."""
    for names, modified in ((_PUBLISHED, False), (_MODIFIED, True)):
        for name in names:
            for words in head.metas.get(name, ())[:2]:
                value = read_moment(words)
                if value:
                    yield Dated(value, modified, Where.META, f"meta tag {name}")


def in_address(address: str | None) -> Iterator[Dated]:
    """Yield the date in an address; digits run together may be a number of another kind."""
    path = (address or "").partition("://")[2].partition("/")[2]
    found = _PATH_DATE.search(f"/{path}")
    run = None if found else _RUN_DATE.search(path)
    match = found or run
    value = read_moment("-".join(part.zfill(2) for part in match.groups())) if match else None
    if value:
        where = Where.ADDRESS if found else Where.SCRIPT
        yield Dated(value, False, where, "the date in the page's address", labelled=False)


def in_scripts(source: str, tokens: tuple[Token, ...]) -> Iterator[Dated]:
    """Yield the first time of publication in the data from which a page builds itself."""
    for token in tokens:
        if token.name != "script":
            continue
        found = _SCRIPT_DATE.search(source, token.inner, min(token.inner_end, token.inner + _LARGEST))
        value = read_moment(found.group(1)) if found else None
        if found and value:
            yield Dated(value, False, Where.SCRIPT, "a script of the page", True, found.start(1), found.end(1))
            return
