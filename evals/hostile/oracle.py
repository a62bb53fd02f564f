"""The independent count: the letters that a page shows, and how many of them stand in a part of its extraction.

It runs in a child of its own (`nutgraf.sandbox`), because the parsers it asks can break, too. Nothing here asks nutgraf
what is text: HTML is read by lexbor, XML by libxml2 with entities off, JSON by Python's reader, plain text is itself.
Only the bytes are decoded as nutgraf decodes them where they declare no charset and are no UTF-8.
"""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec
from lxml import etree

from evals.hostile.visible import SHOWN, shown_text, state_of
from evals.hostile.words import kept_letters, letters, words_of
from nutgraf.extract.decode import decode_page
from nutgraf.records.article import Extraction
from nutgraf.records.page import Media, Page

_MARKUP = re.compile(r"<[a-zA-Z/!]")
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"charset|<\?xml", re.IGNORECASE)
_ENTRY = ("item", "entry")
_ENDLESS = re.compile(r"&#0*[0-9]{1000,};?")
_FIRST = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?-->|(<(?:[\w.-]+:)?(?:item|entry)[\s>/])", re.DOTALL | re.IGNORECASE
)
_SECTION = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[/?!]?[A-Za-z_][^<>]*>?")
_QUOTING_TAG = re.compile(r"""<[/?!]?[A-Za-z_](?:(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>|[^<>]*>?)""")
_OWN = frozenset(("title", "link", "base", "meta", "source"))
"""Names that mean something else in a feed than in HTML."""


class Question(msgspec.Struct, frozen=True):
    """A page and what was made of it."""

    page: Page
    extraction: Extraction


class Count(msgspec.Struct, frozen=True):
    """Letters and digits shown and kept; `recoded` where they are only kept in the charset that nutgraf chose."""

    shown: int
    kept: int
    recoded: bool = False


def answer_counts(settings: bytes) -> Callable[[bytes], Iterable[bytes]]:
    """Return what answers a question with its count."""

    def answer(question: bytes) -> Iterable[bytes]:
        asked = msgspec.msgpack.decode(question, type=Question)
        yield msgspec.msgpack.encode(count(asked.page, asked.extraction))

    return answer


def count(page: Page, extraction: Extraction, least: float = 0.98) -> Count:
    """Return what a page shows and how much of it is kept, decoded as a browser does or as nutgraf does."""
    text = decode_page(page).text
    kept = list(_readings(page, text, extraction))
    first = _count(_shown(page, _as_declared(page, text), text), kept)
    if first.kept >= least * first.shown:
        return first
    for pieces in _other_ways(page, text):
        other = _count(pieces, kept)
        if other.kept >= least * other.shown:
            return other
    second = _count(_shown(page, text, text), kept)
    return msgspec.structs.replace(second, recoded=True) if second.kept >= least * second.shown else first


def _other_ways(page: Page, text: str) -> Iterator[list[str]]:
    """What else a feed may be said to show.

    Feeds escape their markup twice, and a reader may take such words for the markup that they spell. In a damaged one,
    a tag may end at the next `>`, or at the next that is in no quotes.
    """
    if page.media is Media.FEED:
        yield [each for piece in _shown(page, _as_declared(page, text), text) for each in _read(piece)]
        yield [each for piece in _texts_outside_tags(text, _QUOTING_TAG) for each in _read(piece)]


def _count(pieces: list[str], kept: list[list[str]]) -> Count:
    shown = words_of(pieces)
    return Count(letters(shown), kept_letters(shown, kept))


def _readings(page: Page, text: str, extraction: Extraction) -> Iterator[list[str]]:
    """The stretches of the page that stand in a part, as they are written and with their escapes resolved."""
    pieces = [text[part.start : part.end] for part in extraction.parts]
    pieces += [words for link in extraction.links for words in (link.address, link.title or "")]
    if page.content.lstrip()[:1] in (b"{", b"["):
        pieces = [_ESCAPE.sub(_meant, piece) for piece in pieces]
    for _ in range(4):
        yield pieces
        if not any("&" in piece for piece in pieces):
            break
        pieces = [_unescaped(piece) for piece in pieces]
    yield [
        words
        for article in extraction.articles
        for words in (article.title or "", article.text, *(aside.words for aside in article.asides))
    ]


def _unescaped(words: str) -> str:
    """Words with their references resolved; over a number of thousands of digits Python's reader raises."""
    return html.unescape(_ENDLESS.sub("\ufffd", words) if "&#" in words else words)


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " " if found[2] in "bfnrt" else found[2]


def _as_declared(page: Page, text: str) -> str | bytes:
    """The bytes where they are UTF-8 or declare what they are, for the parser to decode, else nutgraf's reading."""
    if page.charset is not None or page.media not in (Media.HTML, Media.FEED, Media.LISTING):
        return text
    if page.content.startswith(_BOMS) or _DECLARED.search(page.content[:1024]):
        return page.content
    try:
        return page.content.decode("utf-8")
    except UnicodeDecodeError:
        return text


def _shown(page: Page, content: str | bytes, text: str) -> list[str]:
    """The pieces of text that a page shows, by what it is; `text` is nutgraf's reading of its bytes."""
    if page.media is Media.HTML:
        return shown_text(content)
    if page.media in (Media.FEED, Media.LISTING):
        json_feed = page.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
        return _json_texts(content) if json_feed else _xml_texts(content, text, page.media is Media.FEED)
    if page.media is Media.RECORD:
        return _json_texts(content)
    return [content if isinstance(content, str) else content.decode("utf-8", "replace")]


def _xml_texts(content: str | bytes, text: str, feed: bool) -> list[str]:
    """The texts of a feed's entries, their markup read as a browser reads it; of a list, its addresses."""
    data = content if isinstance(content, bytes) else re.sub(r"^\s*<\?xml[^>]*\?>", "", content).encode()
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
    try:
        root = etree.fromstring(data, etree.XMLParser(**options))
    except (etree.XMLSyntaxError, ValueError):
        texts = _texts_outside_tags(text) if feed else []
    else:
        texts = [words for entry in dict.fromkeys(_entries(root)) for words in entry] if feed else _places(root)
    return [piece for words in texts for piece in _read(words)]


def _places(root: etree._Element) -> list[str]:
    return [text for node in root.iter("{*}loc") if (text := node.text)]


def _texts_outside_tags(source: str, tag: re.Pattern[str] = _TAG) -> list[str]:
    """What a damaged feed holds from its first entry on, outside of tags, comments and the marks of sections.

    What libxml2 recovers of such a file is a guess at its tree, in which attributes become text and texts are lost.
    """
    first = next((found for found in _FIRST.finditer(source) if found[1]), None)
    if first is None:
        return []
    texts: list[str] = []
    at = first.start()
    for section in _SECTION.finditer(source, at):
        texts += [_unescaped(text) for text in tag.split(source[at : section.start()])]
        texts.append(section[1] or "")
        at = section.end()
    return texts + [_unescaped(text) for text in tag.split(source[at:])]


def _entries(root: etree._Element) -> Iterator[tuple[str, ...]]:
    """The texts of each entry of a feed that a reader shows; one that is inside another by a fault has its own."""
    texts: dict[etree._Element, list[str]] = {}
    entry_of: dict[etree._Element, etree._Element] = {}
    states: dict[etree._Element, int] = {}
    for node in root.iter():
        above = node.getparent()
        if isinstance(node.tag, str):
            name = node.tag.rpartition("}")[2].rpartition(":")[2].lower()
            if name in _ENTRY:
                texts[node], entry_of[node] = [], node
            elif above in entry_of:
                entry_of[node] = entry_of[above]
            states[node] = state_of("" if name in _OWN else name, dict(node.attrib), states.get(above, SHOWN))
            if node.text and node in entry_of and states[node] == SHOWN:
                texts[entry_of[node]].append(node.text)
        if node.tail and above in entry_of and states[above] == SHOWN:
            texts[entry_of[above]].append(node.tail)
    return map(tuple, texts.values())


def _read(text: str) -> list[str]:
    return shown_text(text) if _MARKUP.search(text) else [_unescaped(text)]


def _json_texts(content: str | bytes) -> list[str]:
    """The words of a JSON Feed's entries, or of a record."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return []
    items = told.get("items", told) if isinstance(told, dict) else told
    return [piece for text in _strings(items) for piece in _read(text)]


_TEXTS = ("title", "content_text", "content_html", "summary", "body")


def _strings(told: object) -> Iterator[str]:
    """The values of the names that hold a text, of an object or of the objects of a list."""
    for one in told if isinstance(told, list) else [told]:
        values = (one.get(name) for name in _TEXTS) if isinstance(one, dict) else ()
        yield from (value for value in values if isinstance(value, str))
