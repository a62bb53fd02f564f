"""The thing among a page's JSON-LD that describes this page, told from related articles and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from nutgraf.extract.jsonld import Node, text_of, texts_of
from nutgraf.text import fold

_ARTICLE = re.compile(
    r"Article|Posting|Report(?!er)|Recipe|Review$|CreativeWork$|Guide|HowTo$|Podcast|Episode", re.IGNORECASE
)
_PAGE = re.compile(
    r"WebPage|ItemPage|AboutPage|FAQPage|CollectionPage|QAPage|ProfilePage|VideoObject|Product$|Event$|Course$|Book$"
    r"|Dataset$|Thing$|WebContent",
    re.IGNORECASE,
)
_LONG = 20
_SITES = ("WebSite", "Organization", "NewsMediaOrganization", "Corporation", "LocalBusiness", "NewsOrganization")


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a thing: a name, whether it is said to be a person or an organisation, and the address of its page."""

    name: str
    kind: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """What JSON-LD says about one text."""

    kinds: tuple[str, ...]
    headline: str | None
    name: str | None
    published: str | None
    modified: str | None
    makers: tuple[Maker, ...]
    publisher: str | None
    sections: tuple[str, ...]
    language: str | None
    free: bool | None
    addresses: tuple[str, ...]
    listed: bool

    @property
    def article(self) -> bool:
        """Whether its type is a text's, not a page's."""
        return any(_ARTICLE.search(kind) for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Things:
    """What a page's JSON-LD says: the things that are this page's text, all others, names of the site, crumbs."""

    own: tuple[Thing, ...] = ()
    others: tuple[Thing, ...] = ()
    sites: tuple[str, ...] = ()
    crumbs: tuple[str, ...] = ()


def sort_things(nodes: tuple[Node, ...], address: str | None, titles: tuple[str, ...]) -> Things:
    """Return what the nodes say, told apart by address, by headline (`titles`: the head's), by type and by place."""
    by_id = {key: node for node in reversed(nodes) if (key := node.text("@id")) and len(node.fields) > 1}
    things = [_thing(node, by_id) for node in nodes if _describes(node)]
    keys = frozenset(_key(title) for title in titles)
    ranked = sorted(things, key=lambda thing: -_rank(thing, address, keys))
    own = [thing for thing in ranked if _rank(thing, address, keys) >= 2]
    others = [thing for thing in things if thing not in own]
    named = (node for node in nodes if not node.listed and any(kind in _SITES for kind in node.kinds))
    sites = tuple(name for node in named if (name := node.text("name")))
    publishers = tuple(thing.publisher for thing in own if thing.publisher)
    return Things(tuple(own), tuple(others), tuple(dict.fromkeys((*publishers, *sites))), _crumbs(nodes))


def _describes(node: Node) -> bool:
    kinds = node.kinds
    if any(_ARTICLE.search(kind) or _PAGE.search(kind) for kind in kinds):
        return True
    return "headline" in node.fields or "datePublished" in node.fields


def _rank(thing: Thing, address: str | None, titles: frozenset[str]) -> int:
    """How surely a thing is this page's text; below 2 it is another's."""
    rank = 4 if thing.article else 2
    told = [_place(one) for one in thing.addresses if one.startswith(("http", "/"))]
    if address and told:
        rank += 3 if _place(address) in told else -1 if thing.article and not thing.listed else 0
    if any(_names(_key(one), titles) for one in (thing.headline, thing.name) if one):
        rank += 3
    return rank - 5 if thing.listed else rank


def _names(name: str, titles: frozenset[str]) -> bool:
    """Whether a headline is one of the head's titles, or a long one the beginning of it or it of the other."""
    if name in titles:
        return True
    return len(name) > _LONG and any(title and (title.startswith(name) or name.startswith(title)) for title in titles)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))


def _place(address: str) -> str:
    """An address without scheme, host, query and trailing slash: what names the page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return parts.path.rstrip("/").lower() or "/"


def _thing(node: Node, by_id: dict[str, Node]) -> Thing:
    fields = node.fields
    page = fields.get("mainEntityOfPage")
    inner = page if isinstance(page, dict) else {}
    addresses = (fields.get("url"), fields.get("@id"), page, inner.get("@id"), inner.get("url"))
    return Thing(
        node.kinds,
        node.text("headline") or node.text("alternativeHeadline"),
        node.text("name"),
        node.text("datePublished") or node.text("dateCreated") or node.text("uploadDate"),
        node.text("dateModified"),
        _makers(fields.get("author") or fields.get("creator"), by_id),
        text_of(_resolved(fields.get("publisher"), by_id)),
        texts_of(fields.get("articleSection"))[:5],
        node.text("inLanguage"),
        _free(fields),
        tuple(one.split("#")[0] for one in addresses if isinstance(one, str) and one),
        node.listed,
    )


def _resolved(value: object, by_id: dict[str, Node]) -> object:
    """An object that only points to another by its id gives the other."""
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        other = by_id.get(value["@id"])
        return other.fields if other else value
    return value


def _makers(value: object, by_id: dict[str, Node]) -> tuple[Maker, ...]:
    makers: list[Maker] = []
    for one in (value if isinstance(value, list) else [value])[:30]:
        found = _resolved(one, by_id)
        if isinstance(found, dict):
            kind = text_of(found.get("@type")) or ""
            address = next((found[key] for key in ("url", "@id", "sameAs") if isinstance(found.get(key), str)), "")
            makers.extend(Maker(name, kind, address) for name in texts_of(found.get("name"))[:20])
        else:
            makers.extend(Maker(name, "") for name in texts_of(found))
    return tuple(makers)


def _free(fields: dict[str, object]) -> bool | None:
    """`isAccessibleForFree`, of the thing or of a part of it that is said not to be free."""
    parts = fields.get("hasPart")
    listed = parts if isinstance(parts, list) else [parts]
    values = [fields.get("isAccessibleForFree")]
    values.extend(part.get("isAccessibleForFree") for part in listed if isinstance(part, dict))
    told = [str(value).strip().lower().rsplit("/", 1)[-1] for value in values if isinstance(value, (str, bool))]
    if "false" in told:
        return False
    return True if "true" in told else None


def _crumbs(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    for node in nodes:
        items = node.fields.get("itemListElement")
        if "BreadcrumbList" in node.kinds and isinstance(items, list):
            named = (item for item in items[:8] if isinstance(item, dict))
            return tuple(name for item in named if (name := text_of(item.get("name")) or text_of(item.get("item"))))
    return ()
