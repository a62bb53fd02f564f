"""What bytes look like: a page of some medium, a container that holds many, or something else, in words."""

from __future__ import annotations

import re
from enum import StrEnum

from nutgraf.ingest.headers import header_fields
from nutgraf.ingest.packing import Packing
from nutgraf.records.page import Media

HEAD = 65_536
"""So many bytes are looked at."""


class Container(StrEnum):
    """A file that holds many pages or articles."""

    WARC = "warc"
    ARC = "arc"
    ZIP = "zip"
    TAR = "tar"
    MBOX = "mbox"
    JSON = "json"
    TABLE = "table"
    """Comma- or tab-separated values."""
    PARQUET = "parquet"


Kind = Media | Container | str

_SUFFIXES: dict[str, Media | Container] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), Media.HTML),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), Media.TEXT),
    **dict.fromkeys((".csv", ".tsv"), Container.TABLE),
    **dict.fromkeys((".json", ".jsonl", ".ndjson", ".jl"), Container.JSON),
    ".warc": Container.WARC,
    ".arc": Container.ARC,
}
_MAGIC = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture, sound or film (RIFF)"),
    (b"\x00\x00\x01\x00", "a picture (ICO)"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"\xd0\xcf\x11\xe0", "an Office document or Outlook mail of the old form; save it as HTML, PDF or .eml"),
    (b"{\\rtf", "rich text (RTF); save it as HTML, PDF or plain text"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "sound or film (Ogg)"),
    (b"ID3", "sound (MP3)"),
    (b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (b"wOF", "a font"),
)
_CONTAINERS = (
    (b"WARC/", Container.WARC),
    (b"filedesc:", Container.ARC),
    (b"PK\x03\x04", Container.ZIP),
    (b"PK\x05\x06", Container.ZIP),
    (b"PAR1", Container.PARQUET),
)
_HTML_ROOTS = frozenset("html head body article div meta p section main title table link script style".split())
_ROOTS = {
    "rss": Media.FEED,
    "feed": Media.FEED,
    "opml": Media.LISTING,
    "urlset": Media.LISTING,
    "sitemapindex": Media.LISTING,
}
_RDF_FEED = re.compile(rb"purl\.org/rss/|my\.netscape\.com/rdf/simple", re.IGNORECASE)
_PROLOGUE = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^<>\[]*+(?:\[.*?\]\s*)?>)*+", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_HTML_TYPE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<!doctype html", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb"\s*(?:\[\s*)?(?:\{\s*[\"}]|\[\s*\])")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_MBOX = re.compile(rb"From \S+[^\r\n]* \d\d?:\d\d[^\r\n]*\r?\n(?:>?[!-9;-~]+:|>From )")
_MAIL_MARKS = frozenset(("received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature"))
_MAIL_NAMES = _MAIL_MARKS | {"from", "to", "date", "subject", "reply-to", "sender", "list-id"}


def kind_of(data: bytes, name: str = "") -> Kind:
    """Return how bytes are to be read, or what they are instead, in words: by their content first, then by the name.

    The name is that of the file without the suffix of a packing (`.gz`).
    """
    head = _bare(data[:HEAD])
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return (
        _by_magic(head, suffix)
        or _by_mark_up(head)
        or _by_lines(head, suffix)
        or _by_suffix(head, suffix)
        or _rest(head)
    )


def _bare(head: bytes) -> bytes:
    """Return the first bytes without a byte order mark, as UTF-8 where a mark or every second zero says UTF-16."""
    for mark, low, codec in ((b"\xff\xfe", 1, "utf-16-le"), (b"\xfe\xff", 0, "utf-16-be")):
        sample = head[:400]
        zeros, others = sample[low::2].count(0), sample[1 - low :: 2].count(0)
        if head.startswith(mark) or (len(sample) > 40 and zeros * 10 > len(sample) * 4 and not others):
            return head.removeprefix(mark).decode(codec, "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _by_magic(head: bytes, suffix: str) -> Kind | None:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    for mark, container in _CONTAINERS:
        if head.startswith(mark):
            return container
    if head.lstrip().startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return Media.PDF
    if head[4:8] == b"ftyp":
        return "a film or picture (MP4)"
    if head[257:262] == b"ustar":
        return Container.TAR
    packing = Packing.of(head)
    return f"packed data ({packing})" if packing is not None else None


def _by_mark_up(head: bytes) -> Kind | None:
    if _HTML_TYPE.match(head):
        return Media.HTML
    begun = _PROLOGUE.match(head)
    found = _ROOT.match(head, begun.end() if begun else 0)
    if found is None:
        return None
    root = found.group(1).lower().decode("ascii")
    if root in _HTML_ROOTS:
        return Media.HTML
    if root == "rdf" and _RDF_FEED.search(head):
        return Media.FEED
    if root in _ROOTS:
        return _ROOTS[root]
    if root == "svg":
        return "a picture (SVG)"
    if head.startswith(b"<?xml") and b"<p" not in head.lower():
        return f"XML of a kind that nutgraf does not know (its outermost element is {root})"
    return None


def _by_lines(head: bytes, suffix: str) -> Kind | None:
    if _JSON.match(head):
        return Media.FEED if _JSON_FEED.search(head) else Container.JSON
    if _MBOX.match(head):
        return Container.MBOX
    fields = header_fields(head)
    known = _MAIL_NAMES & fields.keys()
    if not known:
        return None
    related = fields.get("content-type", "").lower().startswith("multipart/related")
    if "mime-version" in known and (related or "<saved by" in fields.get("from", "").lower()):
        return Media.MHTML
    if suffix in (".mht", ".mhtml"):
        return Media.MHTML
    if suffix == ".eml" or (len(known) > 2 and known & _MAIL_MARKS):
        return Media.MAIL
    return None


def _by_suffix(head: bytes, suffix: str) -> Kind | None:
    known = _SUFFIXES.get(suffix)
    if known is None or (known is not Container.WARC and known is not Container.ARC and _binary(head[:4096])):
        return None
    return known if known is not Container.JSON else "text that is no JSON, whatever its name says"


def _rest(head: bytes) -> Kind:
    if _binary(head[:4096]):
        return "binary data of a kind that nutgraf does not know"
    return Media.HTML if b"<p" in head.lower() and b"</" in head else Media.TEXT


def _binary(sample: bytes) -> bool:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > len(sample) // 20
