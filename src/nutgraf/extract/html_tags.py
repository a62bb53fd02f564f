"""What a start tag tells of its element by itself: region, hidden or not, and the kinds of box its names speak of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nutgraf.extract.boxes import FOREIGN

BLOCKS = frozenset(
    """
    p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote article section main header footer aside nav figure
    figcaption table tr td th tbody thead tfoot caption form fieldset body html pre address details summary
    center hr br button label option dialog picture amp-img
    """.split()
)
VOID = frozenset("br hr img input meta link area base col embed source track wbr".split())
_KEPT = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th dt dd pre time summary button label caption".split()
)
_REGIONS = {
    "nav": "nav", "aside": "aside", "footer": "footer", "header": "header", "figure": "figure", "figcaption": "figure",
    "form": "nav", "button": "nav", "dialog": "nav", "label": "nav",
}  # fmt: skip
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?:^|;)\s*(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_HINTS = re.compile(
    r"caption|credit|byline|author|dateline|related|promo|teaser|recommend|newsletter|share|social|comment|breadcrumb|sidebar|subscribe|advert"
    r"|most-?(?:read|popular)|trending|read-?more|inline-?links?|paywall|headline|subtitle|standfirst|deck|dek|timestamp|tags?\b|cookie|consent|tout|menu"
    r"|footer|nav\b|taboola|outbrain|rail|card|tweet|instagram-media|(?:bluesky|tiktok|mastodon|fb|reddit|telegram)-(?:embed|post)"
)
_NAMES = ("class", "id", "data-testid", "data-component", "itemprop", "role")
TELLING = (*_NAMES, "hidden", "aria-hidden", "style", "align")
"""The attributes by which a start tag tells something here."""
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_KINDS = """
body: article story body content entry text copy prose paragraph paragraphs richtext wysiwyg markdown articlebody
  bodytext storybody articletext artikel artikeltext inhalt texte corps cuerpo texto corpo testo
main: main primary maincontent
post: post posts message messages reply replies thread topic answer question forum
comment: comment comments respond disqus discussion commentlist kommentar kommentare leserkommentare commentaire
  commentaires comentario comentarios commento commenti reacties kommentarer kommentit komentarze
related: related recommend recommended recommendations more also recirc outbrain taboola trending popular most next
  onward similar weitere verwandt relacionados relacionadas correlati lire aussi leestips
share: share sharing social follow addthis addtoany teilen partage partager compartir condividi dela delen
nav: nav navigation menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager toc navbar tabs sitemap skip
advert: ad ads advert adverts advertisement advertising sponsor sponsored promo promoted promotion banner dfp adslot
  anzeige werbung publicite publicidad pubblicita annonse annons
offer: newsletter newsletters subscribe subscription signup paywall register login signin piano membership donate
  offer
side: sidebar aside rail widget widgets complementary secondary
foot: footer foot copyright legal contentinfo colophon
head: header masthead topbar top sticky
meta: meta byline author authors date time info published timestamp dateline posted datepublished datemodified
  autor autoren auteur autore datum fecha veroeffentlicht
picture: caption captions credit figure figcaption image images photo photos gallery media video slideshow carousel
  slider wp bild bilder bildunterschrift legende foto fotos bildtext
tags: tags tag topics categories category keywords label labels taxonomy
consent: cookie cookies consent gdpr modal popup overlay cmp onetrust dialog alert notice
title: title headline heading headlines
lead: summary deck dek standfirst lead lede intro introduction excerpt subtitle subhead description kicker
card: card cards teaser teasers tile item items list listing grid row results result feed stream
product: product products price pricing spec specs specification feature features review reviews rating detail
  details cart
panel: tab accordion faq panel collapse toggle dropdown table
bio: bio profile about biography contributor
unseen: hidden sr only visually screen reader invisible hide
quote: quote pullquote blockquote embed tweet instagram callout factbox infobox highlight
"""
"""Kinds of box, each with the words of class names and ids that speak of it; written by hand."""


def _kinds(table: str) -> tuple[tuple[str, ...], dict[str, int]]:
    """The names of the kinds, and for each word the bits of the kinds that it speaks of."""
    names: list[str] = []
    bits: dict[str, int] = {}
    for word in table.split():
        if word.endswith(":"):
            names.append(word[:-1])
        else:
            bits[word] = bits.get(word, 0) | 1 << (len(names) - 1)
    return tuple(names), bits


KINDS, _BITS = _kinds(_KINDS)
_SLUG = 3
"""Signs between the words of an id from which it is taken to be spelled after a heading."""
_FRAME = frozenset(("html", "body"))
_PLACES = frozenset(("html", "body", "main", "article"))
"""Names of these tell of the page, not of a box in it."""


class Told(NamedTuple):
    """What a start tag tells: `kinds` are bits in the order of `KINDS`, `hint` words that tell a role.

    `look` is its name with the first word of its class, else with its style: elements that look alike mean the same.
    """

    region: str
    hidden: bool
    hint: str
    kept: str
    boxes: tuple[str, ...]
    kinds: int
    look: str


def read_tag(name: str, found: dict[str, str]) -> Told:
    """Return what a start tag and its attributes tell."""
    if not found:
        return _PLAIN.get(name) or _plain(name)
    words = " ".join(
        [value[:300] for key in _NAMES if (value := found.get(key)) and (key != "id" or not _is_slug(name, value))]
    )
    region = _REGIONS.get(name) or _ROLES.get(found.get("role", ""), "")
    if name == "table" and found.get("align", "").lower() in ("left", "right"):
        region = "figure"  # a floated table of the old web holds a picture or a box
    hidden = "hidden" in found or found.get("aria-hidden", "").lower() == "true"
    style = found.get("style")
    hidden = hidden or (bool(style) and _HIDDEN_STYLE.search(style or "") is not None)
    hint, kinds, boxes = _names(words) if words else ("", 0, ())
    if region == "aside":
        boxes = (*(word for word in boxes if word != "aside"), "aside")
    return Told(
        region,
        hidden and name not in _FRAME,
        hint,
        name if name in _KEPT else "",
        () if name in _PLACES else boxes,
        0 if name in _FRAME else kinds,
        f"{name}.{found.get('class', '').strip().partition(' ')[0] or found.get('style', '')[:80]}",
    )


def _is_slug(name: str, identity: str) -> bool:
    """An id that spells the words of a heading ("social-benefits" of "Social Benefits") tells of no box."""
    return (len(name) == 2 and name[0] == "h") or identity.count("-") + identity.count("_") >= _SLUG


@lru_cache(maxsize=8192)
def _names(words: str) -> tuple[str, int, tuple[str, ...]]:
    """The role hints, the kinds and the foreign boxes that names of classes and ids speak of."""
    lower = (_CAMEL.sub("-", words) if not words.islower() else words).lower()
    kinds, boxes = 0, []
    for word in _WORD.findall(lower):
        kinds |= _BITS.get(word, 0)
        if word in FOREIGN:
            boxes.append(word)
    return " ".join(dict.fromkeys(_HINTS.findall(lower))), kinds, tuple(dict.fromkeys(boxes))


def _plain(name: str) -> Told:
    region = _REGIONS.get(name, "")
    boxes = ("aside",) if region == "aside" else ()
    return Told(region, False, "", name if name in _KEPT else "", boxes, 0, name)


_PLAIN = {name: _plain(name) for name in sorted(BLOCKS | VOID | {"a", "span", "b", "i", "em", "strong", "time"})}
