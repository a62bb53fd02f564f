"""Whose page an address really is, behind archives, caches and translators that show other people's pages."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from nutgraf.models.domains import bare_domain

_DEPTH = 4
"""An archived page of a cache of a translated page is followed so far."""
_LONGEST = 8192
"""Of a longer address only the beginning is read; browsers send no longer one."""

_ARCHIVES = frozenset(
    "web.archive.org wayback.archive.org archive.ph archive.is archive.today archive.li archive.vn archive.fo"
    " archive.md wayback.archive-it.org webarchive.nationalarchives.gov.uk webarchive.loc.gov webarchive.org.uk"
    " arquivo.pt webarchive.nla.gov.au swap.stanford.edu timetravel.mementoweb.org vefsafn.is 12ft.io"
    " r.jina.ai via.hypothes.is urldefense.com".split()
)
"""Archives, and hosts that open other people's pages, with the address of the page in their own path."""
_ASKED = {
    "webcache.googleusercontent.com": ("q",),
    "translate.googleusercontent.com": ("u",),
    "translate.google.com": ("u",),
    "google.com": ("url", "q"),
    "translate.yandex.com": ("url",),
    "translate.yandex.ru": ("url",),
    "webcitation.org": ("url",),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.instagram.com": ("u",),
    "duckduckgo.com": ("uddg",),
    "out.reddit.com": ("url",),
    "safelinks.protection.outlook.com": ("url",),
}
"""Hosts with that address in their question, and under which name."""
_DASHED = ("cdn.ampproject.org", "translate.goog", "bing-amp.com", "turbopages.org")
"""Hosts below which a publisher's name stands with dashes for dots ("www-example-com.cdn.ampproject.org")."""
_AMP_PATH = re.compile(r"/(?:amp/|[acirv]/|wp/)(?:s/)?(?P<host>[^/]+\.[^/]+)")
_DATED_PATH = re.compile(r"/\d{4,14}[a-z]{0,3}_?\*?/(?P<host>[^/]+\.[^/]+)")
_ADDRESS = re.compile(r"https?:/{1,2}", re.IGNORECASE)
_GOOGLE = re.compile(r"google\.(?:com|[a-z]{2}|com?\.[a-z]{2})")


def publisher_domain(address: str) -> str:
    """Return the domain whose page an address is, without "www.", or "" where it names none; never fails.

    Archives, AMP caches, search caches, translators and link guards are looked through: the answer is the domain of the
    page that they show. Where such an address does not tell it (a short link), the answer is the host itself.
    """
    address = address.strip()[:_LONGEST]
    host = ""
    for _ in range(_DEPTH):
        parts = _split(address)
        found = bare_domain(parts.hostname or "") if parts else ""
        if parts is None or not found:
            return host
        host = found
        address = _carried(host, parts)
        if not address:
            return host
    return host


def _split(address: str) -> SplitResult | None:
    if address[:2] == "//" or address[:4].casefold() == "www.":
        address = f"https://{address.removeprefix('//')}"
    if not _ADDRESS.match(address):
        return None
    try:
        parts = urlsplit(address)
        return parts if parts.hostname else None
    except ValueError:  # brackets and the like in the host's place
        return None


def _carried(host: str, parts: SplitResult) -> str:
    """The address that an archive's, cache's or translator's own address carries, or "" where it carries none."""
    if host in _ARCHIVES:
        return _in_path(parts)
    path = _AMP_PATH.match(parts.path)
    if path and (host == _DASHED[0] or host.endswith(f".{_DASHED[0]}") or _GOOGLE.fullmatch(host)):
        return f"https://{path['host']}"
    for carrier in _DASHED:
        if host.endswith(f".{carrier}"):
            return f"https://{_undashed(host.removesuffix(f'.{carrier}'))}"
    for carrier, names in _ASKED.items():
        if host == carrier or host.endswith(f".{carrier}") or (carrier == "google.com" and _GOOGLE.fullmatch(host)):
            return _in_question(parts.query, names)
    return ""


def _in_path(parts: SplitResult) -> str:
    words = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    found = _ADDRESS.search(words)
    if found:
        return f"https://{words[found.end() :].lstrip('/')}"
    dated = _DATED_PATH.search(words)
    return f"https://{dated['host']}" if dated else ""


def _in_question(query: str, names: tuple[str, ...]) -> str:
    try:
        asked = dict(parse_qsl(query))
    except ValueError:  # more fields than the library takes
        return ""
    words = next((asked[name] for name in names if name in asked), "")
    cached = re.match(r"cache:(?:[\w-]+:(?!//))?", words)
    words = words[cached.end() :] if cached else words
    if _ADDRESS.match(words):
        return words
    return f"https://{words}" if cached and "." in words else ""


def _undashed(label: str) -> str:
    """Turn "www-example-com" into "www.example.com"; two dashes are one dash of the name."""
    if label[:2] == "0-" and label[-2:] == "-0":
        label = label[2:-2]
    try:
        label = label.encode("ascii").decode("idna")
    except UnicodeError:
        return ""
    return label.replace("--", "\0").replace("-", ".").replace("\0", "-")
