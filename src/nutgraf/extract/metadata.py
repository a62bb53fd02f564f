"""What an HTML page tells about itself: title, authors, times, address, site, language, section, whether it is free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nutgraf.extract.access import find_access
from nutgraf.extract.addresses import find_addresses
from nutgraf.extract.author_signs import find_authors
from nutgraf.extract.authors import choose_authors
from nutgraf.extract.date_signs import find_dates
from nutgraf.extract.day_order import find_order
from nutgraf.extract.found import Candidate, Choice, as_facts
from nutgraf.extract.furniture import is_button
from nutgraf.extract.head import Head, read_head
from nutgraf.extract.html_lines import Document
from nutgraf.extract.jsonld import read_nodes
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import is_outlet_name
from nutgraf.extract.page_dates import Times, choose_times, same_moment
from nutgraf.extract.scene import Scene
from nutgraf.extract.sections import IN_ADDRESS, choose_section, find_sections
from nutgraf.extract.site_names import GLUE, SiteNames, key_of, read_site_names
from nutgraf.extract.things import Things, sort_things
from nutgraf.extract.title_zone import find_zone
from nutgraf.extract.titles import choose_title
from nutgraf.extract.unwrapped import Told
from nutgraf.records.article import Field, Published, Sure
from nutgraf.records.page import Page
from nutgraf.text import fold, host_of

_LONG = 140


@dataclass(frozen=True, slots=True)
class Basis:
    """What is known of a page before its articles are told apart; where there are several, each is looked up in it."""

    source: str
    document: Document
    head: Head
    things: Things
    site: SiteNames
    address: str | None
    captured: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its text; every field may be missing.

    `heading` is the place (code points of the decoded page) of the visible line that is the title, where there is one;
    `desk` is true where the author is no person, `signers` are the author and the outlets beside; `free` is what the
    page says, `told` every value it gives, of each field the chosen one first.
    """

    title: str | None = None
    author: str | None = None
    published: Published | None = None
    modified: Published | None = None
    address: str | None = None
    site: str | None = None
    language: str | None = None
    section: str | None = None
    free: bool | None = None
    description: str | None = None
    page_title: str | None = None
    heading: int | None = None
    desk: bool = False
    signers: str | None = None
    told: Told = ()
    basis: Basis | None = None

    @property
    def locked(self) -> bool:
        """Whether the page says that its text is not free to read."""
        return self.free is False

    def beside(self) -> Metadata:
        """Return what a page tells of every text on it, too: its language."""
        told = tuple(fact for fact in self.told if fact.field is Field.LANGUAGE)
        return Metadata(language=self.language, told=told)

    def dated_by(self, page: Metadata) -> Metadata:
        """Return what is told of one of several texts, none of which tells a day, with the times of their page."""
        facts = (fact for fact in page.told if fact.field in (Field.PUBLISHED, Field.MODIFIED))
        told = tuple(replace(fact, how=f"the page of several texts: {fact.how}") for fact in facts)
        return replace(self, published=page.published, modified=page.modified, told=(*told, *self.told))


NO_METADATA = Metadata()


def read_metadata(source: str, document: Document, page: Page | None = None) -> Metadata:
    """Return what a page tells about its text, with how each value was found and why others were not taken."""
    head = read_head(source, document)
    nodes = read_nodes(source, document)
    known = page.address if page is not None and page.address.startswith("http") else None
    addresses = tuple(find_addresses(source, document, head, nodes))
    address = addresses[0].value if addresses else None
    titles = tuple(title for title in (head.first("og:title", "twitter:title"), head.title) if title)
    things = sort_things(nodes, address or known, titles)
    site = _site(head, things, document, address or known)
    basis = Basis(source, document, head, things, site, address or known, page.captured if page else None)
    return _choose(basis, addresses, document.base.get("html:lang") or head.first("og:locale"))


def _choose(basis: Basis, addresses: tuple[Candidate, ...], language: str | None) -> Metadata:
    head, things, lines, site = basis.head, basis.things, _shown(basis.document.lines), basis.site
    titled = choose_title(head, things, lines, site)
    zone = find_zone(lines, titled.at)
    posts = basis.document.posts
    scripts = tuple(basis.document.raw)
    order = find_order(language, basis.address)
    scene = Scene(basis.source, lines, posts, zone, site, basis.address, order, scripts)
    authored = choose_authors(find_authors(head, things, scene))
    times = choose_times(find_dates(head, things, scene), basis.captured)
    sections = tuple(find_sections(head, things, posts, basis.source, basis.address))
    section = choose_section(sections, titled.title, site)
    access = tuple(find_access(head, things, posts))
    free = next((one.value for one in access if one.why_not is None), None)
    author = ", ".join(authored.names) or None
    address = addresses[0].value if addresses else None
    told = (
        *as_facts(Field.TITLE, titled.candidates, Choice(titled.title), _same_title(site)),
        *as_facts(Field.BYLINE, authored.candidates, Choice(author, authored.sure), same_byline),
        *told_times(times),
        *as_facts(Field.SECTION, sections, Choice(section, _sure_of(sections, section)), _same_words),
        *as_facts(Field.ADDRESS, addresses, Choice(address)),
        *as_facts(Field.LANGUAGE, _languages(basis, language), Choice(language)),
        *as_facts(Field.FREE, access, Choice(free)),
    )
    return Metadata(
        title=titled.title,
        author=author,
        published=times.published,
        modified=times.modified,
        address=address,
        site=head.first("og:site_name") or next(iter(things.sites), None) or head.first("application-name"),
        language=language,
        section=section,
        free=None if free is None else free == "yes",
        description=head.first("description", "og:description"),
        page_title=head.title,
        heading=lines[titled.at].start if titled.at is not None else None,
        desk=authored.desk,
        signers=", ".join((*authored.names, *authored.beside)) or None,
        told=told,
        basis=basis,
    )


def _shown(lines: list[Line]) -> list[Line]:
    """The lines of a page; where all its long ones are hidden, a script shows them later, and they count as seen."""
    long = [line.region == "hidden" for line in lines if len(line.words) >= _LONG]
    if not long or not all(long):
        return lines
    return [replace(line, region="") if line.region == "hidden" else line for line in lines]


def told_times(times: Times) -> Told:
    """Return every time that a page gives as facts, those of publication and those of changes."""
    published = [one for dated, one in times.candidates if not dated.modified]
    modified = [one for dated, one in times.candidates if dated.modified]
    first, last = times.published, times.modified
    if first is not None and not any(same_moment(one.value, first.value or "") for one in published):
        published = [*(one for one in modified if one.value == first.value), *published]
    return (
        *as_facts(Field.PUBLISHED, published, _choice(first), same_moment),
        *as_facts(Field.MODIFIED, modified, _choice(last), same_moment),
    )


def _choice(time: Published | None) -> Choice:
    return Choice(time.value, time.sure, time.how) if time is not None else Choice(None)


def same_byline(one: str, other: str) -> bool:
    """Tell whether a byline names the same people, an outlet or desk behind them or not."""
    return one == other or one.startswith(f"{other}, ")


def _same_title(site: SiteNames) -> Callable[[str, str], bool]:
    """Two titles are one where their words are, the site's name left aside."""
    return lambda one, other: key_of(one) == key_of(other) or key_of(site.without(one)) == key_of(other)


def _same_words(one: str, other: str) -> bool:
    return key_of(one.split(",")[0]) == key_of(other)


def _sure_of(sections: tuple[Candidate, ...], section: str | None) -> Sure:
    """A section that only the address spells is a guess."""
    guessed = all(one.how == IN_ADDRESS for one in sections if section and _same_words(one.value, section))
    return Sure.UNSURE if guessed else Sure.SURE


def _languages(basis: Basis, language: str | None) -> tuple[Candidate, ...]:
    told = (
        [Candidate(basis.document.base["html:lang"], "lang of the page")]
        if basis.document.base.get("html:lang")
        else []
    )
    for name in ("og:locale", "content-language", "language", "dc.language"):
        value = basis.head.first(name)
        told += [Candidate(value, f"meta tag {name}")] if value else []
    told += [
        Candidate(thing.language, "inLanguage in the page's JSON-LD") for thing in basis.things.own if thing.language
    ]
    return tuple(told)


def _site(head: Head, things: Things, document: Document, address: str | None) -> SiteNames:
    """Every name the page gives its site."""
    named = [head.first("og:site_name"), head.first("application-name"), head.first("apple-mobile-web-app-title")]
    names = (*named, document.logo, *things.sites)
    return read_site_names(tuple(name for name in names if name), host_of(address))


def same_headline(metadata: Metadata, words: str) -> bool:
    """Tell whether a line is the title that the head of the page gives, with or without an outlet's name beside it."""
    if not metadata.title or len(words.split()) < 2:
        return False
    key = fold(words)
    titles = [title for title in (metadata.title, metadata.page_title) if title]
    return any(fold(title) == key for title in titles) or any(
        fold(part) == key and len(key) * 2 >= len(fold(title))
        for title in titles
        for found in GLUE.finditer(title)
        for part in (title[: found.start()], title[found.end() :])
    )


def site_of_title(metadata: Metadata, headline: str) -> str | None:
    """Return what stands beside the headline in the title of the page, where pages print their outlet's name."""
    whole, key = metadata.page_title or "", fold(headline)
    for found in GLUE.finditer(whole):
        before, after = whole[: found.start()].strip(), whole[found.end() :].strip()
        name = after if fold(before) == key else before if fold(after) == key else ""
        name = GLUE.split(name)[-1].strip()
        if name and is_outlet_name(name) and not is_button(name):
            return name
    return None
