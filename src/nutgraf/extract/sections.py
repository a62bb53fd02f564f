"""The section of an outlet that a page's text stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from nutgraf.extract.found import Candidate
from nutgraf.extract.head import Head
from nutgraf.extract.signposts import CRUMBS, Signpost
from nutgraf.extract.site_names import SiteNames, is_generic, key_of
from nutgraf.extract.things import Things
from nutgraf.extract.title_zone import text_of_post

_METAS = tuple(
    """
    article:section og:article:section og:section parsely-section section sailthru.section cxenseparse:section
    articlesection dc.subject.section channel article.section cg rnews:articlesection
    """.split()
)
_NO_SECTION = re.compile(
    r"(?:19|20)\d\d|\d+|news|article|articles|story|stories|blog|blogs|post|posts|index|amp|en|de|fr|es|it|a|p|s|c|content"
    r"|wp|archive|archives|home|page|pages|live|latest|uncategori[sz]ed|general|allgemein|category|topics?|tag"
)
_HOME = re.compile(
    r"home|start|startseite|accueil|inicio|portada|forside|hem|etusivu|front page|homepage|you are here|sie sind hier",
    re.IGNORECASE,
)
_CRUMB_GLUE = re.compile(r"\s*(?:\n|[>›»/|→❯⟩]|::)\s*")
IN_ADDRESS = "the first part of the page's address"
_LONGEST = 40


def find_sections(
    head: Head, things: Things, posts: list[Signpost], source: str, address: str | None
) -> Iterator[Candidate]:
    """Yield the sections that a page names, the surest first."""
    for thing in things.own:
        for section in thing.sections[:1]:
            yield Candidate(section, "articleSection in the page's JSON-LD")
    for name in _METAS:
        for value in head.metas.get(name, ())[:1]:
            yield Candidate(value, f"meta tag {name}")
    for crumb in things.crumbs:
        yield Candidate(crumb, "breadcrumb in the page's JSON-LD")
    for post in posts:
        if CRUMBS in post.kinds and not post.hidden and post.end > post.start:
            for crumb in _CRUMB_GLUE.split(text_of_post(source, post))[:6]:
                yield Candidate(crumb, "the breadcrumb of the page", post.start, post.end)
            break
    yield from _in_address(address)


def choose_section(candidates: tuple[Candidate, ...], title: str | None, site: SiteNames) -> str | None:
    """Return the first that can be a section: not the site, not its front page, not the title."""
    for one in candidates:
        words = one.value.split(",")[0].strip() if "JSON-LD" in one.how else one.value.strip()
        if _can_be(words, title, site):
            return words
    return None


def _can_be(words: str, title: str | None, site: SiteNames) -> bool:
    if not 1 < len(words) <= _LONGEST or _HOME.fullmatch(words) or _NO_SECTION.fullmatch(words.lower()):
        return False
    key = key_of(words)
    return (
        bool(key)
        and not site.is_site(words)
        and not (is_generic(words) and key != "opinion")
        and key not in key_of(title or "x")[: len(key)]
    )


def _in_address(address: str | None) -> Iterator[Candidate]:
    """The first part of the path that is a word, where more follow."""
    try:
        parts = [part for part in urlsplit(address or "").path.split("/") if part]
    except ValueError:
        return
    for part in parts[:-1][:2]:
        name = unquote(part).replace("-", " ").replace("_", " ").strip()
        if (
            name
            and not _NO_SECTION.fullmatch(name.lower())
            and len(name) <= 25
            and not any(map(str.isdigit, name))
            and part.islower()
        ):
            yield Candidate(name, IN_ADDRESS)
            return
